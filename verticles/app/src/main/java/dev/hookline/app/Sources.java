package dev.hookline.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a node takes from the world besides its input. A simulation gives its own.
 *
 * @param clock the time of day
 * @param nanoTime a clock that only goes forward, in nanoseconds
 * @param random names and jitter
 * @param ids makes ids that never repeat
 */
public record Sources(
    Clock clock, LongSupplier nanoTime, RandomGenerator random, Supplier<String> ids) {

  public Sources {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(nanoTime, "nanoTime");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(ids, "ids");
  }

  /** Those of this machine. */
  public static Sources system() {
    return new Sources(
        Clock.systemUTC(),
        System::nanoTime,
        new SecureRandom(),
        () -> UUID.randomUUID().toString());
  }
}
