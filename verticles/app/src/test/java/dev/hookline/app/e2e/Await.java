package dev.hookline.app.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what a test expects to see, and for no longer than it must. */
final class Await {

  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

  private Await() {}

  /**
   * Returns as soon as the condition holds.
   *
   * @param standing describes how things stand when it never does
   * @throws AssertionError when it does not hold in time
   */
  static void until(
      String expected, Duration patience, BooleanSupplier condition, Supplier<String> standing) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "not within " + patience + ": " + expected + "; instead: " + standing.get());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
