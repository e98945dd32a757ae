package dev.hookline.emulator.time;

import io.vertx.core.Vertx;
import java.time.Clock;

/** Time as it passes. */
public final class RealTimeline implements Timeline {

  private final Vertx vertx;
  private final Clock clock;

  public RealTimeline(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
  }

  @Override
  public long now() {
    return clock.millis();
  }

  @Override
  public Runnable after(long millis, Runnable action) {
    long timer = vertx.setTimer(Math.max(1, millis), ignored -> action.run());
    return () -> vertx.cancelTimer(timer);
  }

  @Override
  public void advance(long millis) {
    throw new IllegalStateException("the emulator runs on real time, which nobody can advance");
  }

  @Override
  public boolean virtual() {
    return false;
  }
}
