package dev.hookline.telegram.render;

/**
 * What is shown of a long text: its head and its tail.
 *
 * @param text what is shown, with a mark where something was left out
 * @param whole whether nothing was
 */
record Excerpt(String text, boolean whole) {

  /**
   * Takes at most so many code points from either end, up to the end of a line if one is near.
   *
   * @param head code points of the beginning
   * @param tail code points of the end
   */
  static Excerpt of(String text, int head, int tail) {
    if (Splitter.offset(text, 0, head + tail) == text.length()) {
      return new Excerpt(text, true);
    }
    int headEnd = headEnd(text, head);
    int tailStart = tailStart(text, headEnd, tail);
    String left = text.substring(headEnd, tailStart);
    String shown = text.substring(0, headEnd).stripTrailing();
    return new Excerpt(
        shown + "\n⋯ " + amount(left) + " left out ⋯\n" + text.substring(tailStart), false);
  }

  private static int headEnd(String text, int head) {
    int most = Graphemes.lastBorder(text, 0, Splitter.offset(text, 0, head));
    int line = text.lastIndexOf('\n', most - 1) + 1;
    return line > most / 2 ? line : most;
  }

  private static int tailStart(String text, int headEnd, int tail) {
    int from = text.length();
    for (int left = tail; left > 0 && from > headEnd; left--) {
      from -= Character.charCount(text.codePointBefore(from));
    }
    int line = text.indexOf('\n', from) + 1;
    return line > 0 && line < from + (text.length() - from) / 2 ? line : from;
  }

  private static String amount(String left) {
    long lines = Words.lines(left.strip());
    return lines > 1
        ? Words.count(lines, "line")
        : Words.count(left.codePointCount(0, left.length()), "character");
  }
}
