package dev.hookline.emulator.text;

/** Characters that show nothing. */
final class Spaces {

  private Spaces() {}

  /** Spaces of every width, and what is drawn as nothing. */
  static boolean isBlank(int character) {
    return character <= ' '
        || character == 0xA0
        || character == 0x1680
        || character == 0x180E
        || (character >= 0x2000 && character <= 0x200F)
        || (character >= 0x2028 && character <= 0x202F)
        || (character >= 0x205F && character <= 0x2064)
        || character == 0x2800
        || character == 0x3000
        || character == 0x3164
        || character == 0xFEFF
        || character == 0xFFFC;
  }

  static boolean allBlank(String text) {
    return text.codePoints().allMatch(Spaces::isBlank);
  }
}
