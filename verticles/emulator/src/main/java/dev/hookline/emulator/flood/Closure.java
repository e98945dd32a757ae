package dev.hookline.emulator.flood;

import java.util.ArrayDeque;
import java.util.Deque;

/** That somebody is sent away for a while, longer each time they come back too early. */
final class Closure {

  private static final long MEMORY = 60_000;

  private final Deque<Long> violations = new ArrayDeque<>();
  private long until;
  private long first;

  boolean closed(long now) {
    return now < until;
  }

  long until() {
    return until;
  }

  int violations(long now) {
    violations.removeIf(time -> time <= now - MEMORY);
    return violations.size();
  }

  /** Closes for so long, in milliseconds. */
  void close(long now, long millis) {
    until = now + millis;
    first = millis;
  }

  /**
   * Somebody came too early.
   *
   * @return for how many milliseconds it is closed now
   */
  long tooEarly(long now, long capMillis) {
    int factor = Math.min(20, violations(now));
    violations.addLast(now);
    until = Math.max(until, now + Math.min(capMillis, first << factor));
    return until - now;
  }
}
