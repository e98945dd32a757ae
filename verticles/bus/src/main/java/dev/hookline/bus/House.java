package dev.hookline.bus;

import dev.hookline.store.Journal;
import io.vertx.core.Vertx;
import java.util.function.Predicate;

/**
 * What is behind the addresses that programs know.
 *
 * @param vertx what everything runs on
 * @param token whether a secret is the right one
 * @param journal where sessions are read
 * @param sessions tells how sessions stand
 * @param approvals tells how agents' questions stand
 * @param followers who is woken for which session
 * @param filters who filters
 * @param guests who is connected
 * @param limits what one program may ask
 */
record House(
    Vertx vertx,
    Predicate<String> token,
    Journal journal,
    Board sessions,
    Board approvals,
    Followers followers,
    FilterDesk filters,
    Guests guests,
    BusOptions.Limits limits) {}
