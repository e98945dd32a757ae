package dev.hookline.app.bench.chat;

import dev.hookline.emulator.EmulatorControl;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import dev.hookline.emulator.Knobs;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionKey;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One chat in virtual time: an emulated Telegram with its limits, and the node that serves it.
 * Blocking; for one thread.
 */
final class Stand implements AutoCloseable {

  static final int BUDGET = 18;
  static final long GAP_MILLIS = 1_100;

  private static final long REST_PATIENCE_MILLIS = 1_000; // real: then Telegram holds a call
  private static final long HELD_STEP_MILLIS = 100;
  private static final Duration QUIET = Duration.ofMinutes(2); // the budget recovers in it

  private final Path database;
  private final VirtualTime time = new VirtualTime();
  private final Vertx vertx = Vertx.vertx();
  private final EmulatorVerticle telegram;
  private final Map<SessionKey, List<Told>> told = new LinkedHashMap<>();
  private Served node;

  private Stand(Path database) {
    this.database = database;
    EmulatorOptions limited =
        EmulatorOptions.forTests().withVirtualClock().withKnobs(Knobs.likeTelegram());
    telegram = new EmulatorVerticle(limited, time);
    vertx.deployVerticle(telegram).await();
    Addresses.registerCodecs(vertx);
    start();
  }

  /** Opens one on a new database. */
  static Stand open(Path database) {
    return new Stand(database);
  }

  /** What can be done to Telegram. */
  EmulatorControl telegram() {
    return telegram.control();
  }

  /** Ends the node and starts another one on what it left. */
  void restart() {
    node.close();
    start();
  }

  /** Lets it happen until all of it is shown; answers what was seen of it. */
  Seen play(Scenario scenario) throws InterruptedException {
    if (scenario.warm()) {
      node.room().tell(scenario.hellos());
      drain();
      pass(QUIET);
    }
    long begin = time.millis();
    tell(scenario, begin);
    drain();
    return seen(begin);
  }

  /** Tells all of it, each when it is due. */
  void tell(Scenario scenario, long begin) throws InterruptedException {
    Deque<Told> events = new ArrayDeque<>(scenario.told());
    while (!events.isEmpty()) {
      step(events, begin);
    }
  }

  /** Waits until nothing is left to be shown. */
  void drain() throws InterruptedException {
    while (!node.room().isSettled() || node.isWaiting()) {
      step(new ArrayDeque<>(), 0);
    }
  }

  /** Lets time pass. */
  void pass(Duration span) throws InterruptedException {
    for (long end = time.millis() + span.toMillis(); time.millis() < end; ) {
      step(new ArrayDeque<>(), 0);
    }
  }

  /** Whether every session has its topic. */
  boolean isSettled() {
    return node.room().isSettled();
  }

  long now() {
    return time.millis();
  }

  /** What is seen of all that was told since. */
  Seen seen(long begin) {
    return Seen.of(begin, told, node.store().overview(), telegram.journal());
  }

  /** Goes on to whatever comes next: the lane's alarm or an event. */
  private void step(Deque<Told> events, long begin) throws InterruptedException {
    long due = time.awaitRest(REST_PATIENCE_MILLIS);
    if (due < 0) {
      goOnTo(time.millis() + HELD_STEP_MILLIS);
      return;
    }
    if (node.room().act()) {
      node.wake();
      return;
    }
    long next = events.isEmpty() ? Long.MAX_VALUE : begin + events.peek().atMillis();
    goOnTo(Math.min(due, next));
    if (next <= due) {
      List<Told> now = new ArrayList<>();
      while (!events.isEmpty() && begin + events.peek().atMillis() <= time.millis()) {
        now.add(events.remove());
      }
      node.room().tell(now);
    }
    node.wake();
  }

  private void goOnTo(long millis) {
    long span = millis - time.millis();
    if (span > 0) {
      telegram.control().advance(Duration.ofMillis(span)).await();
      time.goOnTo(millis);
    }
  }

  private void start() {
    node = new Served(vertx, telegram.apiRoot(), time, database, told);
  }

  @Override
  public void close() {
    node.close();
    vertx.close().await();
  }
}
