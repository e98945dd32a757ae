package dev.hookline.telegram.render;

/** Finds the sequences with which programs colour and move about on a terminal. */
final class Escapes {

  private static final char ESCAPE = '\u001b';
  private static final char BELL = '\u0007';
  private static final char ONE_CHARACTER_CSI = '\u009b';
  private static final String STRING_OPENERS = "]PX^_";

  private Escapes() {}

  /** Where the sequence that begins here ends; {@code at} itself when none does. */
  static int end(CharSequence text, int at) {
    char first = text.charAt(at);
    if (first == ONE_CHARACTER_CSI) {
      return control(text, at, at + 1);
    }
    if (first != ESCAPE || at + 1 == text.length()) {
      return at;
    }
    char second = text.charAt(at + 1);
    if (second == '[') {
      return control(text, at, at + 2);
    }
    return STRING_OPENERS.indexOf(second) >= 0 ? string(text, at) : plain(text, at);
  }

  private static int control(CharSequence text, int at, int parameters) {
    int end = skip(text, skip(text, parameters, '0', '?'), ' ', '/');
    return end < text.length() && within(text.charAt(end), '@', '~') ? end + 1 : at;
  }

  private static int plain(CharSequence text, int at) {
    int end = skip(text, at + 1, ' ', '/');
    return end < text.length() && within(text.charAt(end), '0', '~') ? end + 1 : at;
  }

  // One that is not closed on its line is none: it would swallow what follows.
  private static int string(CharSequence text, int at) {
    for (int end = at + 2; end < text.length(); end++) {
      char next = text.charAt(end);
      if (next == BELL) {
        return end + 1;
      }
      if (next == ESCAPE) {
        return end + 1 < text.length() && text.charAt(end + 1) == '\\' ? end + 2 : at;
      }
      if (next == '\n') {
        return at;
      }
    }
    return at;
  }

  private static int skip(CharSequence text, int from, char low, char high) {
    int at = from;
    while (at < text.length() && within(text.charAt(at), low, high)) {
      at++;
    }
    return at;
  }

  private static boolean within(char value, char low, char high) {
    return value >= low && value <= high;
  }
}
