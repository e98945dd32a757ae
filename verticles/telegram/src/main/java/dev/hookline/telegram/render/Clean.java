package dev.hookline.telegram.render;

import java.util.Locale;

/**
 * Makes text harmless that a stranger wrote, so that it shows what it says: no control characters,
 * no half characters, nothing that reorders or hides. Linear in time.
 */
enum Clean {
  /** What somebody tells: invisible characters go, and so do runs of empty lines. */
  PROSE,
  /** What a program printed: its colours go. */
  OUTPUT,
  /** What somebody has to judge: nothing goes, and what is invisible is named. */
  EXACT;

  private static final String TAB = "    ";
  private static final int CONTROL_PICTURES = 0x2400;
  private static final String UNKNOWN = "\ufffd";

  /** The text, made harmless. */
  String of(String raw) {
    if (isHarmless(raw)) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length() + 16);
    int previous = 0;
    int at = 0;
    while (at < raw.length()) {
      int escaped = this == EXACT ? at : Escapes.end(raw, at);
      if (escaped > at) {
        at = escaped;
        continue;
      }
      int point = raw.codePointAt(at);
      at += Character.charCount(point);
      if (point == '\r' && at < raw.length() && raw.charAt(at) == '\n') {
        continue;
      }
      append(out, point, previous);
      previous = point;
    }
    return out.toString();
  }

  private boolean isHarmless(String raw) {
    for (int at = 0; at < raw.length(); at++) {
      char next = raw.charAt(at);
      if (next != '\n' && (next < ' ' || next > '~')) {
        return false;
      }
    }
    return this != PROSE || !raw.contains("\n\n\n");
  }

  private void append(StringBuilder out, int point, int previous) {
    if (point == '\n' || point == 0x85 || point == 0x2028 || point == 0x2029) {
      newLine(out, point);
    } else if (point == '\t') {
      out.append(TAB);
    } else if (point == '\r' && this != EXACT) {
      newLine(out, '\n');
    } else if (point < ' ') {
      out.appendCodePoint(CONTROL_PICTURES + point);
    } else if (point <= '~') {
      out.append((char) point);
    } else {
      appendOther(out, point, previous);
    }
  }

  private void newLine(StringBuilder out, int point) {
    if (this == EXACT && point != '\n') {
      name(out, point);
    } else if (this != PROSE || !endsWithEmptyLine(out)) {
      out.append('\n');
    }
  }

  private void appendOther(StringBuilder out, int point, int previous) {
    if (isNoCharacter(point)) {
      out.append(UNKNOWN);
    } else if (Character.getType(point) == Character.CONTROL) {
      name(out, point);
    } else if (!Invisible.is(point, previous)) {
      out.appendCodePoint(point);
    } else if (this == EXACT) {
      name(out, point);
    }
  }

  private static boolean isNoCharacter(int point) {
    return Character.getType(point) == Character.SURROGATE
        || (point & 0xFFFE) == 0xFFFE
        || (point >= 0xFDD0 && point <= 0xFDEF);
  }

  private static void name(StringBuilder out, int point) {
    out.append("⟨U+").append(hex(point)).append('⟩');
  }

  private static String hex(int point) {
    String digits = Integer.toHexString(point).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  private static boolean endsWithEmptyLine(StringBuilder out) {
    int length = out.length();
    return length >= 2 && out.charAt(length - 1) == '\n' && out.charAt(length - 2) == '\n';
  }
}
