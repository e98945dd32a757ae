package dev.hookline.testkit;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on a test's own thread; never on an event loop. */
public final class Waits {

  private static final long LONGEST_SECONDS = 30;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private Waits() {}

  /** What the future completes with; throws what it fails with. */
  public static <T> T result(Future<T> future) {
    Throwable cause = outcome(future);
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause != null) {
      throw new AssertionError("failed: " + cause, cause);
    }
    return future.result();
  }

  /** What the future fails with; an error when it does not fail. */
  public static Throwable failure(Future<?> future) {
    Throwable cause = outcome(future);
    if (cause == null) {
      throw new AssertionError("did not fail, but completed with " + future.result());
    }
    return cause;
  }

  /** Returns as soon as the condition holds; an error when it does not in time. */
  public static void until(String expected, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + LONGEST_SECONDS + " s: " + expected);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private static Throwable outcome(Future<?> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
      return null;
    } catch (ExecutionException failed) {
      return failed.getCause();
    } catch (TimeoutException late) {
      throw new AssertionError("nothing came within " + LONGEST_SECONDS + " s", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }
}
