package dev.hookline.lab.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock on the wall that somebody may set while it runs. Thread-safe. */
final class ShiftedClock extends Clock {

  private final Clock right;
  private volatile Duration wrong;

  ShiftedClock(Clock right, Duration wrong) {
    this.right = right;
    this.wrong = wrong;
  }

  /** From now on, it is wrong by so much. */
  void set(Duration next) {
    wrong = next;
  }

  @Override
  public Instant instant() {
    return right.instant().plus(wrong);
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nodes tell time without zones");
  }
}
