package dev.hookline.telegram.lane;

import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes turns for ever, one after the other: at once while there is something to do, else when
 * woken or rested. Pauses longer and longer while turns fail. Confined to one event loop.
 */
final class Turns {

  private static final Logger LOGGER = LoggerFactory.getLogger(Turns.class);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LAST_PAUSE_MILLIS = 10_000;

  private final Vertx vertx;
  private final Alarm alarm;
  private final Supplier<Future<Long>> turn;
  private final Promise<Void> first = Promise.promise();
  private final Promise<Void> ended = Promise.promise();

  private boolean turning;
  private boolean wokenAgain;
  private boolean stopping;
  private long timer;
  private long pauseMillis = FIRST_PAUSE_MILLIS;

  /**
   * @param turn does at most one thing; completes with how many milliseconds to rest, 0 for not at
   *     all
   */
  Turns(Vertx vertx, Alarm alarm, Supplier<Future<Long>> turn) {
    this.vertx = vertx;
    this.alarm = alarm;
    this.turn = turn;
  }

  /** Takes a turn now, or another one after the one that is under way. */
  void wake() {
    if (turning) {
      wokenAgain = true;
    } else if (!stopping) {
      soon();
    }
  }

  /** Completes after the first turn, whatever came of it. */
  Future<Void> first() {
    return first.future();
  }

  boolean stopping() {
    return stopping;
  }

  /** No further turns; completes when the one under way is over. */
  Future<Void> stop() {
    stopping = true;
    alarm.cancel(timer);
    if (!turning) {
      ended.tryComplete();
    }
    return ended.future();
  }

  private void soon() {
    turning = true;
    alarm.cancel(timer);
    // A loop of callbacks, not a chain of compose(): a chain keeps one pending future per call.
    vertx.runOnContext(ignored -> take());
  }

  private void take() {
    wokenAgain = false;
    Future.succeededFuture()
        .compose(ignored -> turn.get())
        .onSuccess(ignored -> pauseMillis = FIRST_PAUSE_MILLIS)
        .otherwise(this::stumbled)
        .onSuccess(this::rest);
  }

  private long stumbled(Throwable cause) {
    long pause = pauseMillis;
    pauseMillis = Math.min(LAST_PAUSE_MILLIS, pause * 2);
    report(cause, pause);
    wokenAgain = false; // what woke us does not make the trouble shorter
    return pause;
  }

  private static void report(Throwable cause, long pause) {
    if (cause instanceof StoreUnavailableException) { // comes again and again while it is away
      LOGGER
          .atWarn()
          .addKeyValue("waitMillis", pause)
          .addKeyValue("reason", String.valueOf(cause.getMessage()))
          .log("the store is away; the lane takes the chat again");
    } else {
      LOGGER
          .atError()
          .addKeyValue("waitMillis", pause)
          .setCause(cause)
          .log("the lane stumbled; it takes the chat again");
    }
  }

  private void rest(long millis) {
    turning = false;
    first.tryComplete();
    if (stopping) {
      ended.tryComplete();
    } else if (millis == 0 || wokenAgain) {
      soon();
    } else {
      timer = alarm.set(millis, this::soon);
    }
  }
}
