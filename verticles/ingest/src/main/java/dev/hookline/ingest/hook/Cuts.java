package dev.hookline.ingest.hook;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * Takes out of a tool's input and answer what nobody reads in a chat: pictures and other bytes as
 * base64, and whole files that a diff beside them makes unnecessary. What was there stays visible.
 */
final class Cuts {

  private static final int SMALL = 1_000;
  private static final Set<String> WHOLE_FILES = Set.of("originalFile");

  private Cuts() {}

  /** The value without them. */
  static Object of(Object value) {
    if (value instanceof JsonObject object) {
      JsonObject kept = new JsonObject();
      object.forEach(field -> kept.put(field.getKey(), of(field.getKey(), field.getValue())));
      return kept;
    }
    if (value instanceof JsonArray array) {
      return new JsonArray(array.stream().map(Cuts::of).toList());
    }
    if (value instanceof String text && isBase64(text)) {
      return "[" + text.length() + " characters of base64 left out]";
    }
    return value;
  }

  private static Object of(String key, Object value) {
    if (WHOLE_FILES.contains(key) && value instanceof String text && text.length() > SMALL) {
      return "[" + text.length() + " characters left out]";
    }
    return of(value);
  }

  private static boolean isBase64(String text) {
    return text.length() > SMALL && text.chars().allMatch(Cuts::isBase64);
  }

  private static boolean isBase64(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || "+/=-_".indexOf(c) >= 0;
  }
}
