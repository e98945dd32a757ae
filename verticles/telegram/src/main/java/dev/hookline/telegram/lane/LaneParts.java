package dev.hookline.telegram.lane;

import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.Questions;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.render.Part;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What a lane works with.
 *
 * @param gateway used by this lane alone
 * @param renderer what an entry looks like; the same each time it is asked
 * @param questions what agents ask
 * @param alarm wakes it between its turns
 * @param random jitter
 */
public record LaneParts(
    Vertx vertx,
    Store store,
    BotGateway gateway,
    Function<OutboxEntry, List<Part>> renderer,
    Questions questions,
    LaneTime time,
    Alarm alarm,
    RandomGenerator random) {}
