package dev.hookline.lab.proxy;

import java.time.Duration;
import java.util.Objects;

/**
 * What becomes of the bytes that go one way through a connection.
 *
 * @param delay how long each piece is kept before it goes on
 * @param bytesPerSecond the most that goes on; 0 for as much as comes
 */
public record Way(Mode mode, Duration delay, long bytesPerSecond) {

  /** Whether bytes arrive. */
  public enum Mode {
    /** They do. */
    PASS,
    /** Not before the rule changes: a cable that is pulled and put back. */
    HELD,
    /** Never, and nobody is told. */
    SWALLOWED
  }

  /** As if there were no proxy. */
  public static final Way FREE = new Way(Mode.PASS, Duration.ZERO, 0);

  public static final Way HELD = new Way(Mode.HELD, Duration.ZERO, 0);

  public static final Way SWALLOWED = new Way(Mode.SWALLOWED, Duration.ZERO, 0);

  public Way {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(delay, "delay");
    if (delay.isNegative() || bytesPerSecond < 0) {
      throw new IllegalArgumentException("delay and rate must be 0 or more");
    }
  }

  public static Way delayed(Duration delay) {
    return new Way(Mode.PASS, delay, 0);
  }

  public static Way limited(long bytesPerSecond) {
    return new Way(Mode.PASS, Duration.ZERO, bytesPerSecond);
  }

  /** How long a piece of so many bytes takes. */
  long nanos(int bytes) {
    long transfer = bytesPerSecond == 0 ? 0 : bytes * 1_000_000_000L / bytesPerSecond;
    return delay.toNanos() + transfer;
  }
}
