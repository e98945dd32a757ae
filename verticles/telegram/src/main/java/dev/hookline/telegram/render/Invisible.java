package dev.hookline.telegram.render;

/** Knows the characters that show nothing, and so can hide or reorder what others say. */
final class Invisible {

  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int FIRST_OTHER_SCRIPT = 0x300;

  private Invisible() {}

  /** Whether the character shows nothing where it stands. */
  static boolean is(int point, int previous) {
    return looksLikeNothing(point) && !belongs(point, previous);
  }

  private static boolean looksLikeNothing(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT -> !isArabicSign(point);
      case Character.NON_SPACING_MARK -> point == 0x34F || isVariation(point);
      case Character.OTHER_LETTER ->
          point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
      default -> false;
    };
  }

  // Emoji and some scripts need joiners; flags of regions need tags. Between Latin letters they are
  // a trick.
  private static boolean belongs(int point, int previous) {
    if (isTag(point)) {
      return previous == BLACK_FLAG || isTag(previous);
    }
    if (point == 0xFE0F) {
      return (previous >= FIRST_OTHER_SCRIPT && previous != point) || isKeycap(previous);
    }
    boolean joins = point == JOINER || point == NON_JOINER || isVariation(point);
    return joins && previous >= FIRST_OTHER_SCRIPT && previous != point;
  }

  private static boolean isKeycap(int point) {
    return point == '#' || point == '*' || (point >= '0' && point <= '9');
  }

  private static boolean isTag(int point) {
    return point >= 0xE0020 && point <= 0xE007F;
  }

  private static boolean isVariation(int point) {
    return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
  }

  private static boolean isArabicSign(int point) {
    return (point >= 0x600 && point <= 0x605)
        || (point >= 0x890 && point <= 0x891)
        || point == 0x6DD
        || point == 0x70F
        || point == 0x8E2;
  }
}
