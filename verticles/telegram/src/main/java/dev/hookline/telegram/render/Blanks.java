package dev.hookline.telegram.render;

/**
 * Keeps the indentation with which code begins: Telegram lets no style begin with blanks, and would
 * show them outside its box.
 */
final class Blanks {

  private static final char NO_BREAK = '\u00a0';

  private Blanks() {}

  /** The same with blanks at its beginning that stay. */
  static String kept(String words) {
    StringBuilder kept = new StringBuilder(words);
    keep(kept, 0, words.length());
    return kept.toString();
  }

  /** Makes the blanks stay with which a piece of a text begins. */
  static void keep(StringBuilder text, int start, int end) {
    for (int at = start; at < end && text.charAt(at) == ' '; at++) {
      text.setCharAt(at, NO_BREAK);
    }
  }
}
