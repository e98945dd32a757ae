package dev.hookline.config;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every key that was asked for, with its default and what it may be. Not thread-safe. */
final class Catalogue {

  private final Map<String, String> fallbacks = new TreeMap<>();
  private final Map<String, Kind> kinds = new TreeMap<>();

  /**
   * @throws IllegalStateException when the key was asked for with another default
   */
  void note(String key, String fallback, Kind kind) {
    String other = fallbacks.put(key, fallback);
    if (other != null && !other.equals(fallback)) {
      throw new IllegalStateException(key + " has two defaults: " + other + " and " + fallback);
    }
    kinds.put(key, kind);
  }

  Set<String> keys() {
    return fallbacks.keySet();
  }

  Map<String, String> fallbacks() {
    return Map.copyOf(fallbacks);
  }

  /** Keys under which anything may stand. */
  Set<String> open() {
    Set<String> open = new TreeSet<>(kinds.keySet());
    open.removeIf(key -> !kinds.get(key).equals(Kind.OBJECT));
    return open;
  }

  /**
   * As a JSON Schema of an object.
   *
   * @param descriptions for people, by key; one may be missing
   */
  JsonObject schema(Map<String, String> descriptions) {
    JsonObject root = group();
    kinds.forEach((key, kind) -> put(root, key, described(key, kind, descriptions.get(key))));
    return root;
  }

  private JsonObject described(String key, Kind kind, String description) {
    JsonObject schema = kind.schema().copy();
    if (description != null) {
      schema.put("description", description);
    }
    String fallback = fallbacks.get(key);
    return fallback.isEmpty() ? schema : schema.put("default", kind.typed().apply(fallback));
  }

  private static void put(JsonObject root, String key, JsonObject schema) {
    JsonObject group = root;
    String[] path = key.split("\\.", -1);
    for (int i = 0; i + 1 < path.length; i++) {
      JsonObject properties = group.getJsonObject("properties");
      if (!properties.containsKey(path[i])) {
        properties.put(path[i], group());
      }
      group = properties.getJsonObject(path[i]);
    }
    group.getJsonObject("properties").put(path[path.length - 1], schema);
  }

  private static JsonObject group() {
    return new JsonObject()
        .put("type", "object")
        .put("properties", new JsonObject())
        .put("additionalProperties", false);
  }
}
