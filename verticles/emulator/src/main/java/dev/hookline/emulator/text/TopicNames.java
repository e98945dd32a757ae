package dev.hookline.emulator.text;

import dev.hookline.emulator.call.Refusal;

/** What Telegram makes of a topic's name. */
public final class TopicNames {

  private static final int LIMIT = 128;

  private TopicNames() {}

  /** Blanks become single spaces, the ends are trimmed, and what is too long is cut off. */
  public static String clean(String name) throws Refusal {
    StringBuilder clean = new StringBuilder();
    boolean blank = true; // so that the name does not begin with a space
    for (int character : name.codePoints().toArray()) {
      boolean isBlank = character <= ' ' || Character.isSpaceChar(character);
      if (!isBlank) {
        clean.appendCodePoint(character);
      } else if (!blank) {
        clean.append(' ');
      }
      blank = isBlank;
    }
    String text = clean.toString();
    if (Spaces.allBlank(text)) {
      throw Refusal.bad("name must be non-empty");
    }
    if (text.codePointCount(0, text.length()) > LIMIT) {
      text = text.substring(0, text.offsetByCodePoints(0, LIMIT));
    }
    return text.strip();
  }
}
