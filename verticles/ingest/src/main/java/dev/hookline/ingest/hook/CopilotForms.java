package dev.hookline.ingest.hook;

import dev.hookline.ingest.read.Checks;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two forms of the Copilot CLI's hook events: hooks with a name in PascalCase get snake_case
 * fields and their name; hooks with a name in camelCase get camelCase fields and no name, which is
 * told by the fields then. Both become the first, as GitHub's reference of hooks describes it.
 */
final class CopilotForms {

  /** A field that only this hook has, and no hook before it in this order; in snake_case. */
  private static final Map<String, String> TOLD_BY = new LinkedHashMap<>();

  static {
    TOLD_BY.put("notification_type", "Notification");
    TOLD_BY.put("transformed_prompt", "UserPromptTransformed");
    TOLD_BY.put("prompt", "UserPromptSubmit");
    TOLD_BY.put("error_context", "ErrorOccurred");
    TOLD_BY.put("tool_result", "PostToolUse");
    TOLD_BY.put("error", "PostToolUseFailure");
    TOLD_BY.put("permission_suggestions", "PermissionRequest");
    TOLD_BY.put("tool_name", "PreToolUse");
    TOLD_BY.put("last_assistant_message", "SubagentStop");
    TOLD_BY.put("agent_name", "SubagentStart");
    TOLD_BY.put("stop_reason", "Stop");
    TOLD_BY.put("trigger", "PreCompact");
    TOLD_BY.put("reason", "SessionEnd");
    TOLD_BY.put("source", "SessionStart");
  }

  /** Names that snake_case alone does not give. */
  private static final Map<String, String> RENAMED =
      Map.of("tool_args", "tool_input", "response", "last_assistant_message");

  /** Names of hooks that differ between the forms, by that in camelCase. */
  private static final Map<String, String> HOOKS =
      Map.of("userPromptSubmitted", "UserPromptSubmit", "agentStop", "Stop");

  private CopilotForms() {}

  /** The event in the first form, its fields in the order of their names. */
  static JsonObject plain(JsonObject json) {
    Map<String, Object> fields = new TreeMap<>();
    json.forEach(field -> fields.put(snake(field.getKey()), field.getValue()));
    fields.computeIfPresent("tool_result", (name, result) -> camel(result));
    fields.computeIfPresent(Dialect.COPILOT.turn(), (name, moment) -> moment(moment));
    fields.put(RawHook.NAME, hook(fields));
    JsonObject plain = new JsonObject();
    fields.forEach(plain::put);
    return plain;
  }

  private static String hook(Map<String, Object> fields) {
    if (fields.get(RawHook.NAME) instanceof String name && !name.isEmpty()) {
      String first = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      return HOOKS.getOrDefault(name, first);
    }
    return TOLD_BY.entrySet().stream()
        .filter(told -> fields.containsKey(told.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("Unknown");
  }

  /** The same moment looks the same, whether it came in milliseconds or in words. */
  private static String moment(Object value) {
    if (value instanceof Number millis) {
      return Instant.ofEpochMilli(millis.longValue()).toString();
    }
    try {
      return OffsetDateTime.parse(value.toString()).toInstant().toString();
    } catch (DateTimeParseException odd) {
      return Checks.name(Dialect.COPILOT.turn(), value);
    }
  }

  private static String snake(String name) {
    String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return RENAMED.getOrDefault(snake, snake);
  }

  private static Object camel(Object value) {
    if (!(value instanceof JsonObject result)) {
      return value;
    }
    JsonObject camel = new JsonObject();
    result.forEach(
        field ->
            camel.put(
                field
                    .getKey()
                    .replace("result_type", "resultType")
                    .replace("text_result_for_llm", "textResultForLlm"),
                field.getValue()));
    return camel;
  }
}
