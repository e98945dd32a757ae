package dev.hookline.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The store's clock: goes as time does, and can be put forward, so that leases end. */
final class SharedTime extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  void passes(Duration span) {
    ahead = ahead.plus(span);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
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
