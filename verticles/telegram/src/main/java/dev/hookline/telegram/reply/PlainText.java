package dev.hookline.telegram.reply;

import java.util.Set;

/**
 * Takes out of a text what a terminal or a reader could be deceived with: control characters, and
 * so the beginning of every escape sequence, and what reorders or hides characters. What is left is
 * as it was written. Linear in time.
 */
final class PlainText {

  /** Marks that emoji, and words in some scripts, are joined with. */
  private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);

  private PlainText() {}

  static String of(String raw) {
    StringBuilder plain = new StringBuilder(raw.length());
    raw.replace("\r\n", "\n")
        .codePoints()
        .map(PlainText::lineEnd)
        .filter(PlainText::stays)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }

  private static int lineEnd(int point) {
    return switch (point) {
      case '\r', 0x85, 0x2028, 0x2029 -> '\n';
      default -> point;
    };
  }

  private static boolean stays(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\t';
      case Character.FORMAT -> JOINERS.contains(point);
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
      default -> true;
    };
  }
}
