package dev.hookline.emulator;

/** The smallest picture. */
final class Pixel {

  /** One pixel as PNG, in base64. */
  static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private Pixel() {}
}
