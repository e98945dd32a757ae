package dev.hookline.telegram.lane;

import io.vertx.core.Vertx;

/** Wakes a lane after a time. A simulation has one of its own, together with its clocks. */
public interface Alarm {

  /**
   * Runs the action once, on the event loop of the caller.
   *
   * @param millis after how long, at least 1
   * @return names it
   */
  long set(long millis, Runnable action);

  /** The action is not to be run any more; without effect when it was. */
  void cancel(long alarm);

  /** In real time. */
  static Alarm of(Vertx vertx) {
    return new Alarm() {
      @Override
      public long set(long millis, Runnable action) {
        return vertx.setTimer(millis, ignored -> action.run());
      }

      @Override
      public void cancel(long alarm) {
        vertx.cancelTimer(alarm);
      }
    };
  }
}
