package dev.hookline.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a setting may be.
 *
 * @param expected in words, after "write"
 * @param schema the same in JSON Schema, without default and description
 * @param typed reads a default as a value of the schema
 */
record Kind(String expected, JsonObject schema, Function<String, Object> typed) {

  static final Kind TEXT =
      new Kind("a text, in which only ${dataDir} stands for something", type("string"), Kind::text);
  static final Kind PATH = new Kind("a path", type("string"), Kind::text);
  static final Kind NUMBER = new Kind("a whole number", type("integer"), Long::valueOf);
  static final Kind MILLIS =
      new Kind("milliseconds, 0 or more", type("integer").put("minimum", 0), Long::valueOf);
  static final Kind FLAG = new Kind("true or false", type("boolean"), Boolean::valueOf);
  static final Kind NUMBERS =
      new Kind(
          "a list of whole numbers", list(new JsonObject().put("type", "integer")), Kind::text);
  static final Kind TEXTS =
      new Kind("a list of texts", list(new JsonObject().put("type", "string")), Kind::text);
  static final Kind OBJECT = new Kind("names and values", type("object"), Kind::text);

  Kind {
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(typed, "typed");
    schema = schema.copy();
  }

  static Kind integer(int min, int max) {
    return new Kind(
        "a whole number from " + min + " to " + max,
        type("integer").put("minimum", min).put("maximum", max),
        Long::valueOf);
  }

  static Kind choice(List<String> words) {
    JsonArray allowed = new JsonArray(new ArrayList<>(words)).addNull();
    return new Kind(String.join(" or ", words), new JsonObject().put("enum", allowed), Kind::text);
  }

  /** A list of groups, each with the same settings. */
  static Kind groups(JsonObject group) {
    return new Kind("a list, each with names and values", list(group), Kind::text);
  }

  // Empty means not set, which YAML reads as null.
  private static JsonObject type(String name) {
    return new JsonObject().put("type", new JsonArray().add(name).add("null"));
  }

  private static JsonObject list(JsonObject items) {
    return type("array").put("items", items);
  }

  private static Object text(String value) {
    return value;
  }
}
