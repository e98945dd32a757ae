package dev.hookline.telegram;

import dev.hookline.store.Store;
import dev.hookline.telegram.webhook.WebhookDoor;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Shows the outbox in Telegram and reads the bot's updates, or stands by while another node does.
 * Deploy one instance per node: there is one lane per chat, and Telegram allows one reader per bot.
 */
public final class TelegramVerticle extends VerticleBase {

  private final String node;
  private final TelegramOptions options;
  private final Store store;
  private final LongSupplier nanoTime;
  private final RandomGenerator random;

  private ServedChat serving;
  private WebhookDoor door;

  /**
   * @param node names this node in the store: no other node has that name, and a restart keeps it
   * @param nanoTime a monotonic clock, in nanoseconds
   * @param random jitter
   */
  public TelegramVerticle(
      String node,
      TelegramOptions options,
      Store store,
      LongSupplier nanoTime,
      RandomGenerator random) {
    this.node = node;
    this.options = options;
    this.store = store;
    this.nanoTime = nanoTime;
    this.random = random;
  }

  @Override
  public Future<?> start() {
    return openDoor()
        .compose(ignored -> store.chats().current(options.chat()))
        .compose(this::serve);
  }

  @Override
  public Future<?> stop() {
    return (door == null ? Future.<Void>succeededFuture() : door.close())
        .eventually(() -> serving == null ? Future.succeededFuture() : serving.stop());
  }

  private Future<Void> openDoor() {
    if (options.webhook().isEmpty()) {
      return Future.succeededFuture();
    }
    door = new WebhookDoor(vertx, options.webhook().get(), store, options.token().botId());
    return door.open();
  }

  private Future<Void> serve(long chat) {
    RoomParts parts = new RoomParts(vertx, node, options, store, nanoTime, random);
    serving = new ServedChat(parts, chat);
    serving.moved().onSuccess(this::serve);
    return serving.start();
  }
}
