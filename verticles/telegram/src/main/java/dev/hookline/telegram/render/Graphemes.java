package dev.hookline.telegram.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a text may be cut without cutting what a reader sees as one character. */
final class Graphemes {

  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final int FIRST_THAT_COMBINES = 0x300;

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

  private static boolean isSimple(CharSequence text, int at) {
    return text.charAt(at - 1) < FIRST_THAT_COMBINES && text.charAt(at) < FIRST_THAT_COMBINES;
  }
}
