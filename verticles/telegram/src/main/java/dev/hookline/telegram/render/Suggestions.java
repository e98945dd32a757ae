package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an agent suggests to allow from now on, in words. */
public final class Suggestions {

  private Suggestions() {}

  /** One for each suggestion; empty where it is none of a kind that we can put into words. */
  public static List<Optional<String>> of(HookEvent event) {
    return event.metadata().getValue("suggestions") instanceof JsonArray suggestions
        ? suggestions.stream().map(Suggestions::words).toList()
        : List.of();
  }

  private static Optional<String> words(Object suggestion) {
    if (!(suggestion instanceof JsonObject json)) {
      return Optional.empty();
    }
    String what =
        switch (String.valueOf(json.getValue("type"))) {
          case "addRules" -> "allow".equals(json.getValue("behavior")) ? rules(json) : "";
          case "addDirectories" -> list(json, "directories", "allow work in ");
          case "setMode" -> mode(json);
          default -> "";
        };
    return what.isEmpty() ? Optional.empty() : Optional.of(what + where(json));
  }

  private static String mode(JsonObject json) {
    return "acceptEdits".equals(json.getValue("mode"))
        ? "accept edits"
        : json.getValue("mode") instanceof String mode ? "mode " + mode : "";
  }

  private static String rules(JsonObject json) {
    return json.getValue("rules") instanceof JsonArray rules
        ? rules.stream()
            .filter(JsonObject.class::isInstance)
            .map(rule -> rule((JsonObject) rule))
            .collect(Collectors.joining(", "))
        : "";
  }

  private static String rule(JsonObject rule) {
    String tool = String.valueOf(rule.getValue("toolName"));
    return rule.getValue("ruleContent") instanceof String content
        ? tool + "(" + content + ")"
        : "all of " + tool;
  }

  private static String list(JsonObject json, String key, String before) {
    return json.getValue(key) instanceof JsonArray list && !list.isEmpty()
        ? before + list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : "";
  }

  private static String where(JsonObject json) {
    return switch (String.valueOf(json.getValue("destination"))) {
      case "session" -> " (this session)";
      case "localSettings", "projectSettings" -> " (this project)";
      case "userSettings" -> " (all projects)";
      default -> "";
    };
  }
}
