package dev.hookline.ingest.hook;

import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;

/** What OpenCode tells about tools: one part of a message, whose state changes. */
final class OpenCodeTools {

  private OpenCodeTools() {}

  static Draft of(RawHook hook, JsonObject part) {
    JsonObject state = part.getValue("state") instanceof JsonObject told ? told : new JsonObject();
    return switch (String.valueOf(state.getValue("status"))) {
      case "running" ->
          tool(hook, part, state, EventType.TOOL_START, "start")
              .content(String.valueOf(part.getValue("tool", "")));
      case "completed" ->
          tool(hook, part, state, EventType.TOOL_RESULT, "end")
              .content(ToolText.of(Cuts.of(state.getValue("output"))))
              .with(MetadataKeys.RESPONSE, Cuts.of(state.getValue("output")));
      case "error" ->
          tool(hook, part, state, EventType.TOOL_ERROR, "end")
              .content(String.valueOf(state.getValue("error", "")));
      default -> AgentHooks.kept(hook); // it is yet to run
    };
  }

  private static Draft tool(
      RawHook hook, JsonObject part, JsonObject state, EventType type, String kind) {
    Object call = part.getValue("callID");
    Draft draft =
        hook.event(type)
            .with(MetadataKeys.TOOL, part.getValue("tool"))
            .with(MetadataKeys.INPUT, Cuts.of(state.getValue("input")))
            .with(MetadataKeys.TOOL_USE_ID, call == null ? null : call.toString())
            .id(call == null ? null : kind + ":" + call);
    if (state.getValue("time") instanceof JsonObject time
        && time.getValue("start") instanceof Number start
        && time.getValue("end") instanceof Number end) {
      draft.with(MetadataKeys.DURATION_MILLIS, end.longValue() - start.longValue());
    }
    return draft;
  }
}
