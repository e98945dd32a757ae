package dev.hookline.telegram.render;

import io.vertx.core.json.EncodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads JSON that nobody has checked: what has the wrong type counts as absent. */
record Facts(JsonObject json) {

  static final Facts NONE = new Facts(new JsonObject());

  /** The facts of a JSON object; none if it is something else. */
  static Facts of(Object value) {
    if (value instanceof JsonObject object) {
      return new Facts(object);
    }
    return value instanceof Map<?, ?> map ? new Facts(copy(map)) : NONE;
  }

  /** The first of these that is a text with something in it, else an empty one. */
  String text(String... keys) {
    for (String key : keys) {
      if (json.getValue(key) instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /** The text as it is, blank or not; null when there is none. */
  String string(String key) {
    return json.getValue(key) instanceof String text ? text : null;
  }

  /** The number, or -1. */
  long number(String key) {
    return json.getValue(key) instanceof Number number ? number.longValue() : -1;
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(json.getValue(key));
  }

  List<?> list(String key) {
    return json.getValue(key) instanceof JsonArray array ? array.getList() : List.of();
  }

  /** The facts under a key. */
  Facts in(String key) {
    return of(json.getValue(key));
  }

  boolean has(String key) {
    return json.getValue(key) != null;
  }

  /** The same without what was said already. */
  Facts without(Collection<String> keys) {
    JsonObject rest = new JsonObject();
    json.forEach(
        entry -> {
          if (!keys.contains(entry.getKey())) {
            rest.put(entry.getKey(), entry.getValue());
          }
        });
    return new Facts(rest);
  }

  /** Any JSON value as words: a text as it is, all else as JSON. */
  static String shown(Object value) {
    if (value instanceof String text) {
      return text;
    }
    try {
      return Json.encodePrettily(value);
    } catch (EncodeException unwritable) {
      return "(cannot be shown: " + unwritable.getClass().getSimpleName() + ")";
    }
  }

  private static JsonObject copy(Map<?, ?> map) {
    JsonObject copy = new JsonObject();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }
}
