package dev.hookline.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

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
  private final LongSupplier nanoTime;
  private final Set<Object> watchers = new HashSet<>();

  private long timer = NO_TIMER;
  private Future<Snapshot> looking;
  private Snapshot last;
  private boolean hinted;
  private long notBefore;

  /**
   * @param nanoTime a clock that only goes forward
   */
  LiveView(Vertx vertx, Snapshots snapshots, LongSupplier nanoTime) {
    this.vertx = vertx;
    this.snapshots = snapshots;
    this.nanoTime = nanoTime;
    this.notBefore = nanoTime.getAsLong();
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
    if (!watchers.isEmpty() && looking == null) {
      schedule(0);
    }
  }

  /** For one who asks once: what was seen less than a second ago, or a look of its own. */
  Future<Snapshot> recent() {
    boolean fresh = last != null && nanoTime.getAsLong() - notBefore < 0;
    if (fresh && looking == null) {
      return Future.succeededFuture(last);
    }
    return looking == null ? look() : looking;
  }

  /** Looks no more. */
  void stop() {
    watchers.clear();
    cancel();
  }

  private void schedule(long millis) {
    cancel();
    long rest = (notBefore - nanoTime.getAsLong()) / 1_000_000;
    timer = vertx.setTimer(Math.max(1, Math.max(millis, rest)), ignored -> look());
  }

  private Future<Snapshot> look() {
    cancel();
    hinted = false;
    long began = nanoTime.getAsLong();
    looking = snapshots.take();
    return looking.onSuccess(snapshot -> looked(snapshot, began));
  }

  private void looked(Snapshot snapshot, long began) {
    looking = null;
    last = snapshot;
    long now = nanoTime.getAsLong();
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
