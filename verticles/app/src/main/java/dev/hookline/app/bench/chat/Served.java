package dev.hookline.app.bench.chat;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.telegram.ask.ButtonIds;
import dev.hookline.telegram.ask.Questions;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.BotToken;
import dev.hookline.telegram.bot.VertxTelegramClient;
import dev.hookline.telegram.lane.ChatLane;
import dev.hookline.telegram.lane.Duty;
import dev.hookline.telegram.lane.LaneParts;
import dev.hookline.telegram.lane.LaneSettings;
import dev.hookline.telegram.render.Renderer;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The one node that serves the chat: its store, its lane, and who tells them what. Blocking. */
final class Served implements AutoCloseable {

  private static final long NOBODY_STANDS_BY = Long.MAX_VALUE;
  private static final long CALL_MILLIS = 30_000;

  private final VirtualTime time;
  private final Store store;
  private final VertxTelegramClient client;
  private final Context context;
  private final ChatLane lane;
  private final SmallRoom room;

  /**
   * Opens it, on what an earlier one left in the database.
   *
   * @param told what the earlier one was told; goes on
   */
  Served(
      Vertx vertx,
      URI telegram,
      VirtualTime time,
      Path database,
      Map<SessionKey, List<Told>> told) {
    this.time = time;
    String url = "jdbc:sqlite:" + database;
    store = JdbcStore.open(vertx, JdbcStoreOptions.of(url), time, System::nanoTime).await();
    BotToken token = new BotToken(EmulatorOptions.TOKEN);
    client = new VertxTelegramClient(vertx, telegram, token, CALL_MILLIS, () -> null);
    context = vertx.getOrCreateContext();
    LaneSettings settings =
        new LaneSettings(
            EmulatorOptions.CHAT,
            "bench",
            Stand.BUDGET,
            Stand.GAP_MILLIS,
            5_000,
            30_000,
            60_000,
            1_000,
            NOBODY_STANDS_BY,
            Verbosity.EVERYTHING);
    BotGateway gateway = new BotGateway(client, token);
    LaneParts parts =
        new LaneParts(
            vertx,
            store,
            gateway,
            new Renderer()::render,
            new Questions(store.approvals(), new ButtonIds()),
            time.ofLane(),
            time,
            new Random(1));
    lane = new ChatLane(parts, settings, new Nothing());
    room = new SmallRoom(store, time, context, lane, told);
    Promise<Void> started = Promise.promise();
    context.runOnContext(ignored -> lane.start().onComplete(started));
    started.future().await();
  }

  Store store() {
    return store;
  }

  SmallRoom room() {
    return room;
  }

  /** Lets the lane go on, whatever it waits for. */
  void wake() {
    Promise<Void> woken = Promise.promise();
    context.runOnContext(
        ignored -> {
          time.forget();
          lane.wake();
          woken.complete();
        });
    woken.future().await();
  }

  /** Whether an entry is to be shown. */
  boolean isWaiting() {
    return store.overview().chats().await().stream().anyMatch(chat -> chat.waiting() > 0);
  }

  @Override
  public void close() {
    Promise<Void> stopped = Promise.promise();
    context.runOnContext(ignored -> lane.stop().onComplete(stopped));
    stopped.future().await();
    time.forget();
    client.close().await();
    store.close().await();
  }

  /** There is nothing to do beside the lane. */
  private static final class Nothing implements Duty {

    @Override
    public void begin() {}

    @Override
    public void end() {}

    @Override
    public void free() {}
  }
}
