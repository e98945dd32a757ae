package dev.hookline.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;

/**
 * Gives values of a file, which are all read as texts, the type that they look like, for whom no
 * setting says what it should be. Only what is written again as it was read: {@code 0123} and
 * {@code 1e3} stay texts.
 */
final class PlainValues {

  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

  private PlainValues() {}

  static JsonObject typed(JsonObject group) {
    JsonObject typed = new JsonObject();
    group.forEach(entry -> typed.put(entry.getKey(), value(entry.getValue())));
    return typed;
  }

  private static Object value(Object value) {
    if (value instanceof JsonObject group) {
      return typed(group);
    }
    if (value instanceof JsonArray list) {
      return new JsonArray(list.stream().map(PlainValues::value).toList());
    }
    return value instanceof String text ? scalar(text) : value;
  }

  private static Object scalar(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> WHOLE.matcher(text).matches() ? number(text) : text;
    };
  }

  private static Object number(String text) {
    long number = Long.parseLong(text);
    return number == (int) number ? (Object) (int) number : (Object) number;
  }
}
