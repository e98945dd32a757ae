package dev.hookline.emulator.time;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that stands still until it is told to move. */
public final class VirtualTimeline implements Timeline {

  private record Due(long at, long order, Runnable action) {}

  private final PriorityQueue<Due> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private long now;
  private long orders;

  /**
   * @param start in milliseconds since 1970
   */
  public VirtualTimeline(long start) {
    this.now = start;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public Runnable after(long millis, Runnable action) {
    Due due = new Due(now + Math.max(0, millis), orders++, action);
    waiting.add(due);
    return () -> waiting.remove(due);
  }

  @Override
  public void advance(long millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("time does not go back: millis is " + millis);
    }
    long target = now + millis;
    while (!waiting.isEmpty() && waiting.peek().at() <= target) {
      Due due = waiting.poll();
      now = Math.max(now, due.at());
      due.action().run();
    }
    now = target;
  }

  @Override
  public boolean virtual() {
    return true;
  }
}
