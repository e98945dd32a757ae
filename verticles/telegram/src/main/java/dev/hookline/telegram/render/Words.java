package dev.hookline.telegram.render;

import java.util.Locale;

/** Small pieces of wording that several messages share. */
final class Words {

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final String MORE = "…";

  private Words() {}

  /** How long something took, for example {@code 1.2 s}; empty when nobody said. */
  static String duration(long millis) {
    if (millis < 0) {
      return "";
    }
    if (millis < SECOND) {
      return millis + " ms";
    }
    if (millis < MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    return millis < HOUR
        ? millis / MINUTE + " min " + millis % MINUTE / SECOND + " s"
        : millis / HOUR + " h " + millis % HOUR / MINUTE + " min";
  }

  /** A number and what it counts, for example {@code 1,204 lines}. */
  static String count(long number, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", number, one, number == 1 ? "" : "s");
  }

  /** The beginning of a text, on one line. */
  static String brief(String text, int points) {
    String start = text.substring(0, Splitter.offset(text, 0, 4 * points)).strip();
    String line = start.replaceAll("\\s+", " ");
    int end = Splitter.offset(line, 0, points);
    boolean whole = end == line.length() && text.strip().length() == start.length();
    return whole ? line : line.substring(0, Graphemes.lastBorder(line, 0, end)) + MORE;
  }

  /** How many lines a text has; the end of the last line begins no other. */
  static long lines(String text) {
    long ends = text.chars().filter(next -> next == '\n').count();
    return text.isEmpty() || text.endsWith("\n") ? ends : ends + 1;
  }

  /** A word with a capital first letter. */
  static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
