package dev.hookline.telegram.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a text may be cut without cutting what a reader sees as one character. */
final class Graphemes {

  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final int FIRST_THAT_COMBINES = 0x300;
  private static final char EMOJI_STYLE = '\ufe0f';
  private static final String WIDE_SIGNS = "⌚⌛⏩⏪⏫⏬⏰⏳☔☕⚡⚪⚫⛔✅✊✋✨❌❎❓❔❕❗➕➖➗⬛⬜⭐⭕";

  private Graphemes() {}

  /**
   * The last border between {@code from} and {@code most}. A character longer than all of that is
   * cut, but never inside a surrogate pair.
   *
   * @param from a border
   */
  static int lastBorder(CharSequence text, int from, int most) {
    if (most >= text.length() || isSimple(text, most)) {
      return most;
    }
    int border = from;
    Matcher matcher = GRAPHEME.matcher(text).region(from, text.length());
    while (matcher.find() && matcher.end() <= most) {
      border = matcher.end();
    }
    if (border > from) {
      return border;
    }
    boolean splitsPair =
        Character.isHighSurrogate(text.charAt(most - 1))
            && Character.isLowSurrogate(text.charAt(most));
    return splitsPair && most - 1 > from ? most - 1 : most;
  }

  /** How many columns a text takes where all letters are equally wide. */
  static int width(String text) {
    Matcher matcher = GRAPHEME.matcher(text);
    int width = 0;
    while (matcher.find()) {
      width += isWide(matcher.group()) ? 2 : 1;
    }
    return width;
  }

  // Emoji, and the letters of East Asia; what is left out is too rare in tables to matter.
  private static boolean isWide(String grapheme) {
    int point = grapheme.codePointAt(0);
    return grapheme.indexOf(EMOJI_STYLE) > 0
        || (point >= 0x1100 && point <= 0x115F)
        || (point >= 0x2E80 && point <= 0xA4CF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || point >= 0x1F300
        || WIDE_SIGNS.indexOf(point) >= 0;
  }

  private static boolean isSimple(CharSequence text, int at) {
    return text.charAt(at - 1) < FIRST_THAT_COMBINES && text.charAt(at) < FIRST_THAT_COMBINES;
  }
}
