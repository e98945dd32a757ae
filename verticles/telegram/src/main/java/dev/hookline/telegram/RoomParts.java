package dev.hookline.telegram;

import dev.hookline.store.Store;
import dev.hookline.telegram.bot.VertxTelegramClient;
import io.vertx.core.Vertx;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What this room works with.
 *
 * @param node names this node in the store, over its restarts too
 * @param nanoTime a monotonic clock, in nanoseconds
 * @param random jitter
 */
record RoomParts(
    Vertx vertx,
    String node,
    TelegramOptions options,
    Store store,
    LongSupplier nanoTime,
    RandomGenerator random) {

  /**
   * A new client of the Bot API.
   *
   * @param objection why nothing may be sent any more, or null
   */
  VertxTelegramClient client(Supplier<String> objection) {
    return new VertxTelegramClient(
        vertx, options.apiRoot(), options.token(), options.callTimeout().toMillis(), objection);
  }
}
