package dev.hookline.telegram.render;

import java.util.List;

/** Finds where a long text is cut: at a sensible border in the later half of what fits. */
final class Splitter {

  /** Better ones first; within one group the latest. */
  private static final List<List<String>> BORDERS =
      List.of(List.of("\n\n"), List.of("\n"), List.of(". ", "! ", "? ", "。"), List.of(" "));

  private Splitter() {}

  /**
   * Where the piece that begins at {@code from} ends.
   *
   * @param points how many code points fit, at least 1
   */
  static int cut(String text, int from, int points) {
    int most = offset(text, from, points);
    if (most == text.length()) {
      return most;
    }
    int half = (most - from) / 2;
    String window = text.substring(from + half, most);
    for (List<String> borders : BORDERS) {
      int after = borders.stream().mapToInt(border -> after(window, border)).max().orElse(0);
      int cut = from + half + after;
      if (after > 0 && Graphemes.lastBorder(text, from, cut) == cut) {
        return cut;
      }
    }
    return Graphemes.lastBorder(text, from, most);
  }

  /** The place that lies so many code points further on, or the text's end. */
  static int offset(String text, int from, int points) {
    if (text.length() - from <= points) {
      return text.length();
    }
    int at = from;
    for (int left = points; left > 0 && at < text.length(); left--) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int after(String window, String border) {
    int at = window.lastIndexOf(border);
    return at < 0 ? 0 : at + border.length();
  }
}
