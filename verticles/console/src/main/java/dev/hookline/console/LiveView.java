package dev.hookline.console;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.HashSet;
import java.util.Set;

/**
 * Publishes a snapshot while somebody looks: every second while something waits, every five seconds
 * otherwise, at once when a hint came after a pause. Looks at most once per second, and spends at
 * most a fifth of the time on looking. Confined to its verticle's event loop.
 */
final class LiveView {

  /** Where browsers hear of it. On this node only: every node has its own browsers. */
  static final String ADDRESS = "hookline.console.snapshot";

  private static final long PAUSE_MILLIS = 1000;
  private static final long IDLE_MILLIS = 5000;
  private static final int SHARE = 5;
  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final Snapshots snapshots;
  private final Set<Object> watchers = new HashSet<>();

  private long timer = NO_TIMER;
  private boolean looking;
  private boolean hinted;
  private long notBefore = System.nanoTime();

  LiveView(Vertx vertx, Snapshots snapshots) {
    this.vertx = vertx;
    this.snapshots = snapshots;
  }

  /** Somebody begins to look. */
  void watch(Object watcher) {
    if (watchers.add(watcher)) {
      hint();
    }
  }

  /** Somebody looks no more. Harmless for one that never did. */
  void leave(Object watcher) {
    watchers.remove(watcher);
    if (watchers.isEmpty()) {
      cancel();
    }
  }

  /** Something has changed. */
  void hint() {
    hinted = true;
    if (!watchers.isEmpty() && !looking) {
      schedule(0);
    }
  }

  /** Looks no more. */
  void stop() {
    watchers.clear();
    cancel();
  }

  private void schedule(long millis) {
    cancel();
    long rest = (notBefore - System.nanoTime()) / 1_000_000;
    timer = vertx.setTimer(Math.max(1, Math.max(millis, rest)), ignored -> look());
  }

  private void look() {
    timer = NO_TIMER;
    looking = true;
    hinted = false;
    long began = System.nanoTime();
    snapshots.take().onSuccess(snapshot -> looked(snapshot, began));
  }

  private void looked(Snapshot snapshot, long began) {
    looking = false;
    long now = System.nanoTime();
    notBefore = Math.max(began + PAUSE_MILLIS * 1_000_000, now + (SHARE - 1) * (now - began));
    vertx.eventBus().publish(ADDRESS, snapshot.json(), new DeliveryOptions().setLocalOnly(true));
    if (!watchers.isEmpty()) {
      schedule(hinted || snapshot.busy() ? 0 : IDLE_MILLIS);
    }
  }

  private void cancel() {
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
      timer = NO_TIMER;
    }
  }
}
