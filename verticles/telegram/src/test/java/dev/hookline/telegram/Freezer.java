package dev.hookline.telegram;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A node's monotonic clock, which can also stop the node as a SIGSTOP would: whoever asks it for
 * the time while it is frozen waits, and is then told how late it has become.
 */
final class Freezer implements LongSupplier {

  private final AtomicLong aheadNanos = new AtomicLong();
  private volatile CountDownLatch thaw = new CountDownLatch(0);
  private volatile CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public long getAsLong() {
    CountDownLatch ice = thaw;
    if (ice.getCount() > 0) {
      stopped.countDown();
      await(ice);
    }
    return System.nanoTime() + aheadNanos.get();
  }

  /** Returns when the node stands still. */
  void freeze() {
    stopped = new CountDownLatch(1);
    thaw = new CountDownLatch(1);
    await(stopped);
  }

  /** The node goes on, that much later. */
  void thaw(long afterSeconds) {
    aheadNanos.addAndGet(afterSeconds * 1_000_000_000L);
    thaw.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
