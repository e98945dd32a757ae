package dev.hookline.ingest.hook;

import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What Claude Code's hooks tell about tools. */
final class ClaudeTools {

  private ClaudeTools() {}

  static Draft start(RawHook hook) {
    return tool(hook, EventType.TOOL_START)
        .content(hook.text("tool_name"))
        .id(id("start", hook.value("tool_use_id")));
  }

  static Draft result(RawHook hook) {
    Object response = Cuts.of(hook.value("tool_response"));
    return tool(hook, EventType.TOOL_RESULT)
        .content(ToolText.of(response))
        .with(MetadataKeys.RESPONSE, response)
        .with(MetadataKeys.DURATION_MILLIS, hook.value("duration_ms"))
        .id(id("end", hook.value("tool_use_id")));
  }

  /** The tool failed, or was not let run; the field says why. */
  static Draft error(RawHook hook, String field) {
    return tool(hook, EventType.TOOL_ERROR)
        .content(hook.text(field))
        .with(MetadataKeys.DURATION_MILLIS, hook.value("duration_ms"))
        .with("interrupted", hook.value("is_interrupt"))
        .id(id("end", hook.value("tool_use_id")));
  }

  /**
   * The calls of a batch that is over. Each call has one end, so one whose end is known already is
   * a duplicate. What is left ended in a way that no other hook tells: it was denied, or asked for
   * a tool that does not exist, or for something impossible.
   */
  static List<Draft> batch(RawHook hook) {
    return hook.objects("tool_calls").stream()
        .filter(call -> call.getValue("tool_use_id") instanceof String)
        .map(call -> call(hook, call))
        .toList();
  }

  /**
   * A request for permission. It has no id of its own, and two that look the same are two: each is
   * one open question. Its input is kept whole: nobody may be asked to allow what is not shown.
   */
  static Draft permission(RawHook hook) {
    return tool(hook, EventType.APPROVAL_REQUEST)
        .content(hook.text("tool_name"))
        .with(MetadataKeys.INPUT, hook.value("tool_input"))
        .with("suggestions", hook.value("permission_suggestions"));
  }

  private static Draft call(RawHook hook, JsonObject call) {
    Object response = Cuts.of(call.getValue("tool_response"));
    return hook.event(EventType.TOOL_ERROR)
        .content(ToolText.of(response))
        .with(MetadataKeys.TOOL, call.getValue("tool_name"))
        .with(MetadataKeys.INPUT, Cuts.of(call.getValue("tool_input")))
        .with(MetadataKeys.TOOL_USE_ID, call.getValue("tool_use_id"))
        .with(MetadataKeys.RESPONSE, response)
        .id(id("end", call.getValue("tool_use_id")));
  }

  static Draft tool(RawHook hook, EventType type) {
    return hook.event(type)
        .with(MetadataKeys.TOOL, hook.value("tool_name"))
        .with(MetadataKeys.INPUT, Cuts.of(hook.value("tool_input")))
        .with(MetadataKeys.TOOL_USE_ID, hook.value("tool_use_id"));
  }

  static String id(String kind, Object toolUseId) {
    return toolUseId == null ? null : kind + ":" + toolUseId;
  }
}
