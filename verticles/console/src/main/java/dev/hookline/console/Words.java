package dev.hookline.console;

import java.time.Duration;
import java.time.Instant;

/** Numbers and times as people say them. */
final class Words {

  private static final int FEW = 120; // of one unit are still said in that unit

  private Words() {}

  /** {@code 12 s}, {@code 3 min}, {@code 5 h}, {@code 2 days}; rounded up, never less than 1 s. */
  static String span(Duration span) {
    long seconds = Math.max(1, ceil(span.toMillis(), 1000));
    if (seconds < FEW) {
      return seconds + " s";
    }
    long minutes = ceil(seconds, 60);
    if (minutes < FEW) {
      return minutes + " min";
    }
    long hours = ceil(minutes, 60);
    return hours < 48 ? hours + " h" : ceil(hours, 24) + " days";
  }

  /** From now until then. */
  static String until(Instant then, Instant now) {
    return span(Duration.between(now, then));
  }

  /** {@code 1 event}, {@code 2 events}. */
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** The same sentence, begun in the middle of another. */
  static String continued(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static long ceil(long value, long unit) {
    return Math.floorDiv(value + unit - 1, unit);
  }
}
