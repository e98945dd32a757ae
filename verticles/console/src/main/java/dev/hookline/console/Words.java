package dev.hookline.console;

import dev.hookline.messages.EventType;
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

  /** From one time to a later one. */
  static String between(Instant from, Instant to) {
    return span(Duration.between(from, to));
  }

  /** {@code 1 event}, {@code 2 events}. */
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** The words as a sentence of their own. */
  static String sentence(String words) {
    return words.isEmpty() ? "" : capital(words) + ".";
  }

  /** The words, not empty, with a capital at the beginning. */
  static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What Telegram said, without the name of the status code that it puts in front. */
  static String plain(String description) {
    return description.replaceFirst("^(Bad Request|Forbidden|Unauthorized|Conflict): ", "");
  }

  /** An event's type. */
  static String kind(EventType type) {
    return type.wireName().replace('_', ' ');
  }

  /** As many characters of a text, with an ellipsis in place of what is left out. */
  static String brief(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  private static long ceil(long value, long unit) {
    return Math.floorDiv(value + unit - 1, unit);
  }
}
