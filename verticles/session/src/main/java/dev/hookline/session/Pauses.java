package dev.hookline.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How long to leave alone what was asked of Telegram in vain. Every question costs a call of the
 * chat's budget, so it is asked more and more seldom. What is not asked again is forgotten. Not
 * thread-safe.
 */
final class Pauses {

  static final Duration FIRST = Duration.ofSeconds(2);
  static final Duration LONGEST = Duration.ofMinutes(5);

  private record Pause(Instant until, Duration length) {}

  private final Map<String, Pause> pauses = new HashMap<>();

  /** Whether the matter may be taken up. */
  boolean over(String matter, Instant now) {
    Pause pause = pauses.get(matter);
    return pause == null || !now.isBefore(pause.until());
  }

  /** It was taken up in vain: the next time, which is returned, is twice as far away. */
  Instant lengthen(String matter, Instant now) {
    pauses.values().removeIf(pause -> pause.until().plus(LONGEST).isBefore(now));
    Pause before = pauses.get(matter);
    Duration length = before == null ? FIRST : before.length().multipliedBy(2);
    Duration next = length.compareTo(LONGEST) < 0 ? length : LONGEST;
    pauses.put(matter, new Pause(now.plus(next), next));
    return now.plus(next);
  }

  /** How many matters are remembered. */
  int size() {
    return pauses.size();
  }
}
