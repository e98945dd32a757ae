package dev.hookline.telegram.lane;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The two clocks of a lane: the wall clock for what the store keeps, a monotonic one for spans, so
 * that setting the wall clock neither opens nor closes a chat.
 *
 * @param clock the wall clock
 * @param nanoTime the monotonic clock, in nanoseconds
 */
public record LaneTime(Clock clock, LongSupplier nanoTime) {

  /** The monotonic clock, in milliseconds. */
  public long now() {
    return Math.floorDiv(nanoTime.getAsLong(), 1_000_000L);
  }

  /** The wall clock. */
  public Instant wall() {
    return clock.instant();
  }

  /** A time of the wall clock on the monotonic one. */
  long of(Instant time) {
    return now() + time.toEpochMilli() - clock.millis();
  }
}
