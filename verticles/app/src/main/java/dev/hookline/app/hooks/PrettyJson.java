package dev.hookline.app.hooks;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;

/** JSON as agents write their settings, two spaces deep, so that a difference shows only ours. */
final class PrettyJson {

  private static final String STEP = "  ";

  private PrettyJson() {}

  static String of(JsonObject object) {
    return text(object, "\n") + "\n";
  }

  private static String text(Object value, String newLine) {
    String deeper = newLine + STEP;
    if (value instanceof JsonObject object) {
      return lines(
          object.stream()
              .map(e -> Json.encode(e.getKey()) + ": " + text(e.getValue(), deeper))
              .toList(),
          "{}",
          newLine);
    }
    if (value instanceof JsonArray array) {
      return lines(array.stream().map(one -> text(one, deeper)).toList(), "[]", newLine);
    }
    return Json.encode(value);
  }

  private static String lines(List<String> all, String brackets, String newLine) {
    return all.isEmpty()
        ? brackets
        : all.stream()
            .collect(
                Collectors.joining(
                    "," + newLine + STEP,
                    brackets.charAt(0) + newLine + STEP,
                    newLine + brackets.charAt(1)));
  }
}
