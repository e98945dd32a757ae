package dev.hookline.telegram.render;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Text that goes beside a message as a file.
 *
 * @param fileName a name that any system takes
 * @param text the file's text, made harmless
 * @param caption what it is
 */
record Attachment(String fileName, String text, String caption) {

  private static final int LONGEST_NAME = 60;

  Attachment {
    String tidy = fileName.replaceAll("[^A-Za-z0-9._-]+", "-");
    fileName = tidy.substring(Math.max(0, tidy.length() - LONGEST_NAME));
  }

  DocumentPart part() {
    return new DocumentPart(fileName, text.getBytes(StandardCharsets.UTF_8), caption, List.of());
  }
}
