package dev.hookline.app.trace;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many spans wait, and what became of the others. Lets no more in than may wait: so the queue
 * behind it never overflows, and every span that was offered is counted once. Thread-safe.
 */
final class SpanCounts {

  private final int most;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong exported = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  /**
   * @param most how many may wait
   */
  SpanCounts(int most) {
    this.most = most;
  }

  /** Whether one more may wait; one that may not is dropped. */
  boolean admit() {
    if (waiting.incrementAndGet() <= most) {
      return true;
    }
    waiting.decrementAndGet();
    dropped.incrementAndGet();
    return false;
  }

  /** So many that waited were taken. */
  void exported(int spans) {
    waiting.addAndGet(-spans);
    exported.addAndGet(spans);
  }

  /** So many that waited never will be. */
  void lost(int spans) {
    waiting.addAndGet(-spans);
    dropped.addAndGet(spans);
  }

  /** Whatever still waits never will be: there is nobody left to pass it on. */
  void end() {
    dropped.addAndGet(waiting.getAndSet(0));
  }

  long exported() {
    return exported.get();
  }

  long dropped() {
    return dropped.get();
  }
}
