package dev.hookline.ingest.hook;

import static dev.hookline.messages.EventType.AGENT_RESPONSE;
import static dev.hookline.messages.EventType.TOOL_ERROR;
import static dev.hookline.messages.EventType.TOOL_RESULT;
import static dev.hookline.messages.EventType.TOOL_START;
import static dev.hookline.messages.EventType.USER_INPUT;

import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;

/** The events of OpenCode's next kind of sessions, {@code session.next.…}. */
final class OpenCodeNext {

  static final String PREFIX = "session.next.";

  private OpenCodeNext() {}

  /** What one becomes; what is neither said nor done is stored only. */
  static Draft of(RawHook hook) {
    return switch (hook.name().substring(PREFIX.length())) {
      case "prompted" -> hook.event(USER_INPUT).content(words(hook, "text", "prompt"));
      case "text.ended" -> hook.event(AGENT_RESPONSE).content(hook.text("text"));
      case "tool.called" -> tool(hook, TOOL_START, "start").content(words(hook, "tool", "name"));
      case "tool.success" -> result(hook);
      case "tool.failed" -> tool(hook, TOOL_ERROR, "end").content(words(hook, "error", "message"));
      default -> AgentHooks.kept(hook);
    };
  }

  private static Draft result(RawHook hook) {
    Object said = hook.value("output") == null ? hook.value("content") : hook.value("output");
    Object response = Cuts.of(said);
    return tool(hook, TOOL_RESULT, "end")
        .content(ToolText.of(response))
        .with(MetadataKeys.RESPONSE, response);
  }

  private static Draft tool(RawHook hook, EventType type, String kind) {
    String call = hook.text("callID");
    String name = words(hook, "tool", "name");
    return hook.event(type)
        .with(MetadataKeys.TOOL, name.isEmpty() ? null : name)
        .with(MetadataKeys.INPUT, Cuts.of(hook.value("input")))
        .with(MetadataKeys.TOOL_USE_ID, call.isEmpty() ? null : call)
        .id(call.isEmpty() ? null : kind + ":" + call);
  }

  /** The first of the fields that says something; of an object, its own words. */
  private static String words(RawHook hook, String... fields) {
    return Stream.of(fields)
        .map(hook::value)
        .map(value -> value instanceof JsonObject object ? inner(object) : value)
        .filter(value -> value != null && !value.toString().isEmpty())
        .map(Object::toString)
        .findFirst()
        .orElse("");
  }

  private static Object inner(JsonObject object) {
    Object text = object.getValue("text");
    return text == null ? object.getValue("message") : text;
  }
}
