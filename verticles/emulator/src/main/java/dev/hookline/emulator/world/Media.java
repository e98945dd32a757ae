package dev.hookline.emulator.world;

/**
 * A file in a message.
 *
 * @param kind {@code document} or {@code photo}
 * @param width of a photo, in pixels, like the height; 0 otherwise
 */
public record Media(String kind, String fileId, int width, int height) {

  public static final String DOCUMENT = "document";
  public static final String PHOTO = "photo";
}
