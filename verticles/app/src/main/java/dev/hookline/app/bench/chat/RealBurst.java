package dev.hookline.app.bench.chat;

import dev.hookline.app.bench.BenchNode;
import dev.hookline.app.bench.Door;
import dev.hookline.app.bench.Figure;
import dev.hookline.emulator.EmulatorVerticle;
import dev.hookline.emulator.Knobs;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Store;
import dev.hookline.store.Totals;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The burst of ten sessions in real time: a node as users have it, in a process of its own, whose
 * doors and clocks are the real ones, and an emulated Telegram with its limits.
 */
public final class RealBurst {

  private static final int SESSIONS = 10;
  private static final int EVENTS = 100;
  private static final long PATIENCE_SECONDS = 900;
  private static final long LOOK_MILLIS = 500;

  private final Vertx vertx;
  private final EmulatorVerticle telegram;
  private final Clock clock;

  /**
   * @param telegram gets Telegram's limits
   * @param clock the emulator's too
   */
  public RealBurst(Vertx vertx, EmulatorVerticle telegram, Clock clock) {
    this.vertx = vertx;
    this.telegram = telegram;
    this.clock = clock;
  }

  /** Plays it with a node that is ready and was told nothing yet. Blocking; takes minutes. */
  public List<Figure> play(BenchNode node) throws Exception {
    telegram.control().turn(Knobs.likeTelegram().toJson()).await();
    Scenario burst = Scenarios.burst("10 x 100 in real time", SESSIONS, EVENTS);
    Map<SessionKey, List<Told>> told = burst.sessions();
    Door door = node.door(vertx, SESSIONS);
    long begin = clock.millis();
    for (List<Told> session : told.values()) {
      door.post(body(session)).await();
    }
    door.close().await();
    JdbcStoreOptions options = JdbcStoreOptions.of("jdbc:sqlite:" + node.database());
    Store store = JdbcStore.open(vertx, options, clock, System::nanoTime).await();
    try {
      awaitAllShown(store, burst.told().size());
      Seen seen = Seen.of(begin, told, store.overview(), telegram.journal());
      return ChatFigures.ofBurst(burst, seen);
    } finally {
      store.close().await();
    }
  }

  private static Buffer body(List<Told> session) {
    JsonArray events = new JsonArray();
    for (Told one : session) {
      JsonObject event = one.event().event().toJson();
      event.remove("sequence"); // these are not numbered
      events.add(event);
    }
    return events.toBuffer();
  }

  private static void awaitAllShown(Store store, int events) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Totals totals = store.overview().totals().await();
    while (totals.accepted() < events || totals.waiting() > 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not all is shown after 15 minutes: " + totals);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      totals = store.overview().totals().await();
    }
  }
}
