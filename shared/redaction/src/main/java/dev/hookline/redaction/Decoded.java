package dev.hookline.redaction;

import java.util.Arrays;

/**
 * A text as it reads once its escapes are resolved: those of JSON and of most languages, those of
 * URLs, and the colours of terminals. Knows where each of its characters came from. Immutable.
 */
final class Decoded {

  private static final char ESCAPE = '\u001b';
  private static final String LETTERS = "ntrbf";
  private static final String MEANINGS = "\n\t\r\b\f";

  private final String text;
  private final int[] from; // where each character begins
  private final int[] to; // and ends

  private Decoded(String text, int[] from, int[] to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** The text without escapes; null when it has none. */
  static Decoded of(String encoded) {
    boolean plain =
        encoded.indexOf('\\') < 0 && encoded.indexOf('%') < 0 && encoded.indexOf(ESCAPE) < 0;
    return plain ? null : decode(encoded);
  }

  String text() {
    return text;
  }

  /** The same decoded once more; null when there is nothing more to decode. */
  Decoded deeper() {
    Decoded inner = of(text);
    if (inner == null) {
      return null;
    }
    return new Decoded(
        inner.text,
        Arrays.stream(inner.from).map(i -> from[i]).toArray(),
        Arrays.stream(inner.to).map(i -> to[i - 1]).toArray());
  }

  /** The place in the text that was decoded first. */
  Find encoded(Find find) {
    return find.at(from[find.start()], to[find.end() - 1]);
  }

  private static Decoded decode(String encoded) {
    StringBuilder text = new StringBuilder(encoded.length());
    int[] from = new int[encoded.length()];
    int[] to = new int[encoded.length()];
    int at = 0;
    while (at < encoded.length()) {
      int length = escapeLength(encoded, at);
      if (length == 1 || !isColour(encoded, at)) {
        from[text.length()] = at;
        to[text.length()] = at + length;
        text.append(length == 1 ? encoded.charAt(at) : meaning(encoded, at, length));
      }
      at += length;
    }
    if (text.length() == encoded.length()) {
      return null;
    }
    int characters = text.length();
    return new Decoded(
        text.toString(), Arrays.copyOf(from, characters), Arrays.copyOf(to, characters));
  }

  private static boolean isColour(String text, int at) {
    return text.charAt(at) == ESCAPE;
  }

  /** How long the escape is that begins here; 1 when none does. */
  private static int escapeLength(String text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    return switch (text.charAt(at)) {
      case '\\' -> backslash(text, at, next);
      case '%' -> isHex(text, at + 1, 2) ? 3 : 1;
      case ESCAPE -> next == '[' ? colour(text, at + 2) - at : 1;
      default -> 1;
    };
  }

  private static int backslash(String text, int at, char next) {
    if (next == 'u') {
      return isHex(text, at + 2, 4) ? 6 : 1;
    }
    if (next == 'x') {
      return isHex(text, at + 2, 2) ? 4 : 1;
    }
    return "\"'\\/".indexOf(next) >= 0 || LETTERS.indexOf(next) >= 0 ? 2 : 1;
  }

  private static int colour(String text, int from) {
    int end = from;
    while (end < text.length() && "0123456789;:".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return Math.min(end + 1, text.length());
  }

  private static char meaning(String text, int at, int length) {
    if (length > 2) {
      int digits = text.charAt(at) == '%' ? at + 1 : at + 2;
      return (char) Integer.parseInt(text, digits, at + length, 16);
    }
    char letter = text.charAt(at + 1);
    int known = LETTERS.indexOf(letter);
    return known < 0 ? letter : MEANINGS.charAt(known);
  }

  private static boolean isHex(String text, int from, int length) {
    if (from + length > text.length()) {
      return false;
    }
    for (int i = from; i < from + length; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
