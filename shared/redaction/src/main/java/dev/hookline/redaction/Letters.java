package dev.hookline.redaction;

/** What texts are made of. */
final class Letters {

  private static final int ASCII = 128;

  private Letters() {}

  /** Whether it is an ASCII letter or digit. */
  static boolean is(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether there is a digit in it, and a letter too. */
  static boolean mixed(String text) {
    return text.chars().anyMatch(c -> isDigit((char) c))
        && text.chars().anyMatch(c -> is((char) c) && !isDigit((char) c));
  }

  /** Bits a character, by how often each occurs (Shannon). */
  static double entropy(String text) {
    int[] counts = new int[ASCII];
    for (int i = 0; i < text.length(); i++) {
      counts[Math.min(text.charAt(i), ASCII - 1)]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / text.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
