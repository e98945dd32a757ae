package dev.hookline.app.look;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a node says of its verticles and its settings, in lines for the terminal. */
final class RunningVerticles {

  private RunningVerticles() {}

  /** The lines of what {@code GET /v1/node} answers. */
  static List<String> lines(JsonObject node) {
    List<String> lines = new ArrayList<>();
    objects(node.getJsonArray("verticles")).forEach(verticle -> lines.add(line(verticle)));
    JsonObject settings = node.getJsonObject("settings");
    if (settings != null) {
      String readAt = StoreCommand.time(Instant.ofEpochMilli(settings.getLong("readAt")));
      boolean inForce = settings.getBoolean("inForce");
      lines.add("settings " + (inForce ? "in force" : "NOT IN FORCE") + ", read " + readAt);
      settings.getJsonArray("words").forEach(word -> lines.add("         " + word));
    }
    return lines;
  }

  private static String line(JsonObject verticle) {
    return String.format(
        Locale.ROOT,
        "verticle %s × %d  %s%s  %s",
        verticle.getString("name"),
        verticle.getInteger("instances"),
        verticle.getBoolean("failed") ? "FAILED: " : "",
        verticle.getString("result"),
        StoreCommand.time(Instant.ofEpochMilli(verticle.getLong("since"))));
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
