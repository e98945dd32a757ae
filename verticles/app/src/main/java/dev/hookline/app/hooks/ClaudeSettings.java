package dev.hookline.app.hooks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Our hooks in the settings of Claude Code: for each event a group of handlers without a matcher,
 * as its manual describes them. What is not ours is left as it is and where it is.
 */
final class ClaudeSettings {

  /** Those of Claude Code's events that a chat shows or that complete what it shows. */
  static final List<String> EVENTS =
      List.of(
          "SessionStart",
          "SessionEnd",
          "UserPromptSubmit",
          "MessageDisplay",
          "PreToolUse",
          "PostToolUse",
          "PostToolUseFailure",
          "PostToolBatch",
          "PermissionRequest",
          "PermissionDenied",
          "Elicitation",
          "Notification",
          "Stop",
          "StopFailure",
          "SubagentStart",
          "SubagentStop",
          "PreCompact",
          "PostCompact");

  private static final String HOOKS = "hooks";
  private static final int TIMEOUT_SECONDS = 10;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");
  private static final Pattern OURS = Pattern.compile("(.*/)?hookline-hook'? claude");

  private final JsonObject handler;

  /**
   * @param script where the hook script is
   */
  ClaudeSettings(String script) {
    this.handler =
        new JsonObject()
            .put("type", "command")
            .put("command", quoted(script) + " claude")
            .put("timeout", TIMEOUT_SECONDS);
  }

  /** The settings with our hooks, each once. */
  JsonObject install(JsonObject settings) {
    JsonObject with = removed(settings, one -> isOurs(one) && !one.equals(handler));
    if (!with.containsKey(HOOKS)) {
      with.put(HOOKS, new JsonObject());
    }
    JsonObject hooks = with.getJsonObject(HOOKS);
    for (String event : EVENTS) {
      if (!hooks.containsKey(event)) {
        hooks.put(event, new JsonArray());
      }
      JsonArray groups = hooks.getJsonArray(event);
      boolean there =
          groups.stream()
              .flatMap(group -> handlers(event, group).stream())
              .anyMatch(handler::equals);
      if (!there) {
        groups.add(new JsonObject().put(HOOKS, new JsonArray().add(handler.copy())));
      }
    }
    return with;
  }

  /** The settings without any of our hooks, and without what was there for them only. */
  static JsonObject uninstall(JsonObject settings) {
    return removed(settings, ClaudeSettings::isOurs);
  }

  private static JsonObject removed(JsonObject settings, Predicate<JsonObject> unwanted) {
    JsonObject without = settings.copy();
    if (!without.containsKey(HOOKS)) {
      return without;
    }
    JsonObject hooks = object(HOOKS, without.getValue(HOOKS));
    boolean removed = false;
    for (String event : List.copyOf(hooks.fieldNames())) {
      removed |= removeFrom(hooks, event, unwanted);
    }
    if (removed && hooks.isEmpty()) {
      without.remove(HOOKS);
    }
    return without;
  }

  private static boolean removeFrom(
      JsonObject hooks, String event, Predicate<JsonObject> unwanted) {
    JsonArray groups = array("hooks." + event, hooks.getValue(event));
    boolean removed = false;
    for (int i = groups.size() - 1; i >= 0; i--) {
      JsonArray handlers = handlers(event, groups.getValue(i));
      int before = handlers.size();
      remove(handlers, unwanted);
      removed |= handlers.size() < before;
      if (handlers.isEmpty() && before > 0) {
        groups.remove(i);
      }
    }
    if (removed && groups.isEmpty()) {
      hooks.remove(event);
    }
    return removed;
  }

  private static void remove(JsonArray handlers, Predicate<JsonObject> unwanted) {
    for (int i = handlers.size() - 1; i >= 0; i--) {
      if (handlers.getValue(i) instanceof JsonObject handler && unwanted.test(handler)) {
        handlers.remove(i);
      }
    }
  }

  private static boolean isOurs(JsonObject handler) {
    return handler.getValue("command") instanceof String command && OURS.matcher(command).matches();
  }

  private static JsonArray handlers(String event, Object group) {
    String path = "hooks." + event + "[]";
    return array(path + ".hooks", object(path, group).getValue(HOOKS));
  }

  private static JsonObject object(String path, Object value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new BadAgentSettingsException(path + " is no object; put that right first");
  }

  private static JsonArray array(String path, Object value) {
    if (value instanceof JsonArray array) {
      return array;
    }
    throw new BadAgentSettingsException(path + " is no list; put that right first");
  }

  // For a shell: the agent runs the command by one.
  private static String quoted(String path) {
    return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
