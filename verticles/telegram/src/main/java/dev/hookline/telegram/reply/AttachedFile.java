package dev.hookline.telegram.reply;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Optional;

/**
 * The file that a message brings.
 *
 * @param id how Telegram names it
 * @param name what it is to be called here: letters, digits and little else
 * @param size in bytes, as Telegram says; 0 when it does not
 */
record AttachedFile(String id, String name, long size) {

  /** The largest that a bot can have from Telegram. */
  static final int MOST_BYTES = 20 << 20;

  private static final int LONGEST_NAME = 80;

  /** The file of a message that has a photo or a document. */
  static Optional<AttachedFile> of(JsonObject message) {
    if (message.getValue("document") instanceof JsonObject document) {
      return file(document, String.valueOf(document.getValue("file_name", "file")));
    }
    if (message.getValue("photo") instanceof JsonArray sizes) { // the same picture in several
      return sizes.stream()
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast)
          .filter(size -> number(size, "file_size") <= MOST_BYTES)
          .max(Comparator.comparingLong(size -> number(size, "width")))
          .flatMap(size -> file(size, "photo.jpg"));
    }
    return Optional.empty();
  }

  /** As it is kept in the store. */
  static AttachedFile fromStored(String stored) {
    JsonObject json = new JsonObject(stored);
    return new AttachedFile(json.getString("id"), json.getString("name"), json.getLong("size"));
  }

  String stored() {
    return new JsonObject().put("id", id).put("name", name).put("size", size).encode();
  }

  boolean tooLarge() {
    return size > MOST_BYTES;
  }

  private static Optional<AttachedFile> file(JsonObject file, String name) {
    return file.getValue("file_id") instanceof String id
        ? Optional.of(new AttachedFile(id, harmless(name), number(file, "file_size")))
        : Optional.empty();
  }

  // Nothing that means something to a shell or a file system; the end of it says what it is.
  private static String harmless(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._-]+", "");
    String named = plain.isEmpty() ? "file" : plain;
    return named.substring(Math.max(0, named.length() - LONGEST_NAME));
  }

  private static long number(JsonObject json, String key) {
    return json.getValue(key) instanceof Number number ? number.longValue() : 0;
  }
}
