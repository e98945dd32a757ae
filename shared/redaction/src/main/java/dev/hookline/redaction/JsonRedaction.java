package dev.hookline.redaction;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.Stream;

/** Takes secrets out of JSON. Immutable. */
final class JsonRedaction {

  private static final int LONGEST_NAMED = 8_192; // a longer text is none that a name makes secret
  private static final String VALUE = "value"; // as in {"name": "DB_PASSWORD", "value": "…"}

  private final Redactor redactor;

  JsonRedaction(Redactor redactor) {
    this.redactor = redactor;
  }

  JsonObject object(JsonObject object) {
    JsonObject clean = new JsonObject();
    String named =
        Stream.of("name", "key")
            .map(object::getValue)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .findFirst()
            .orElse(VALUE);
    for (Map.Entry<String, Object> field : object) {
      String name = field.getKey().equals(VALUE) ? named : field.getKey();
      clean.put(free(redactor.text(field.getKey()), clean), value(name, field.getValue()));
    }
    return clean;
  }

  private Object value(String name, Object value) {
    if (value instanceof String text) {
      return text.length() > LONGEST_NAMED ? redactor.text(text) : redactor.named(name, text);
    }
    if (value instanceof JsonObject object) {
      return object(object);
    }
    if (value instanceof JsonArray array) {
      return new JsonArray(array.stream().map(element -> value(name, element)).toList());
    }
    return value;
  }

  // Two keys that were secrets of one kind must not become one.
  private static String free(String key, JsonObject taken) {
    String free = key;
    for (int i = 2; taken.containsKey(free); i++) {
      free = key + " " + i;
    }
    return free;
  }
}
