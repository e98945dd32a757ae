package dev.hookline.telegram.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A wall clock and a monotonic one that stand still until the test moves them. */
final class TwoClocks extends Clock {

  private final AtomicReference<Instant> wall =
      new AtomicReference<>(Instant.parse("2026-11-25T10:00:00Z"));
  private final AtomicLong monotonicMillis = new AtomicLong(1_000);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<Runnable> once = new AtomicReference<>();

  LaneTime laneTime() {
    return new LaneTime(this, () -> monotonicMillis.get() * 1_000_000);
  }

  void monotonicGoes(long millis) {
    monotonicMillis.addAndGet(millis);
  }

  void wallGoes(Duration span) {
    wall.updateAndGet(before -> before.plus(span));
  }

  /** Something happens when the wall clock is asked the next time. */
  void onceAsked(Runnable happens) {
    once.set(happens);
  }

  /** How often the wall clock was asked. */
  int asked() {
    return asked.get();
  }

  @Override
  public Instant instant() {
    asked.incrementAndGet();
    Runnable happens = once.getAndSet(null);
    if (happens != null) {
      happens.run();
    }
    return wall.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
