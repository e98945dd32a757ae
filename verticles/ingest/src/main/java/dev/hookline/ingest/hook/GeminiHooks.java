package dev.hookline.ingest.hook;

import static dev.hookline.messages.EventType.AGENT_RESPONSE;
import static dev.hookline.messages.EventType.APPROVAL_REQUEST;
import static dev.hookline.messages.EventType.NOTIFICATION;
import static dev.hookline.messages.EventType.PRE_COMPACT;
import static dev.hookline.messages.EventType.TOOL_ERROR;
import static dev.hookline.messages.EventType.TOOL_RESULT;
import static dev.hookline.messages.EventType.TOOL_START;
import static dev.hookline.messages.EventType.TURN_COMPLETE;
import static dev.hookline.messages.EventType.USER_INPUT;

import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The hook events of the Gemini CLI. Each bears a time; its tool calls have no ids, and follow one
 * another. Thread-safe as far as {@code ids} is.
 */
final class GeminiHooks extends AgentHooks {

  GeminiHooks(long chat, Supplier<String> ids) {
    super(Dialect.GEMINI, chat, ids);
  }

  /** What ends a turn can be refused, and why is its next prompt. */
  @Override
  public Optional<Hearing> hears(JsonObject json) {
    return "AfterAgent".equals(json.getValue(RawHook.NAME))
        ? Optional.of(
            Hearing.atEnd(
                Boolean.TRUE.equals(json.getValue("stop_hook_active")),
                text -> new JsonObject().put("decision", "deny").put("reason", text)))
        : Optional.empty();
  }

  @Override
  List<Draft> drafts(RawHook hook) {
    List<Draft> drafts = told(hook);
    return hook.text(Dialect.GEMINI.turn()).isEmpty() ? drafts : namedByAll(hook, drafts);
  }

  private static List<Draft> told(RawHook hook) {
    return switch (hook.name()) {
      case "SessionStart" -> List.of(ClaudeHooks.sessionStart(hook));
      case "SessionEnd" -> List.of(ClaudeHooks.sessionEnd(hook));
      case "BeforeAgent" -> List.of(hook.event(USER_INPUT).content(hook.text("prompt")));
      case "AfterAgent" -> answer(hook);
      case "BeforeTool" -> List.of(tool(hook, TOOL_START).content(hook.text("tool_name")));
      case "AfterTool" -> List.of(toolEnd(hook));
      case "Notification" -> List.of(notification(hook));
      case "PreCompress" ->
          List.of(hook.event(PRE_COMPACT).with(MetadataKeys.TRIGGER, hook.value("trigger")));
      case "BeforeModel", "AfterModel", "BeforeToolSelection" -> List.of(kept(hook));
      default -> List.of(unknown(hook));
    };
  }

  private static List<Draft> answer(RawHook hook) {
    String answer = hook.text("prompt_response");
    Draft over = hook.event(TURN_COMPLETE);
    return answer.isBlank()
        ? List.of(over)
        : List.of(hook.event(AGENT_RESPONSE).content(answer), over);
  }

  private static Draft toolEnd(RawHook hook) {
    Object response = Cuts.of(hook.value("tool_response"));
    Object error = hook.object("tool_response").getValue("error");
    Draft end = tool(hook, error == null ? TOOL_RESULT : TOOL_ERROR);
    if (error == null) {
      return end.content(ToolText.of(response)).with(MetadataKeys.RESPONSE, response);
    }
    return end.content(
        error instanceof JsonObject told && told.getValue("message") instanceof String message
            ? message
            : error.toString());
  }

  /** Only the terminal can answer a request for permission; it is shown as a whole. */
  private static Draft notification(RawHook hook) {
    JsonObject details = hook.object("details");
    if (!hook.text("notification_type").equals("ToolPermission")) {
      return hook.event(NOTIFICATION)
          .content(hook.text("message"))
          .with(MetadataKeys.LEVEL, "info")
          .with("notificationType", hook.value("notification_type"));
    }
    return hook.event(APPROVAL_REQUEST)
        .content(hook.text("message"))
        .with(MetadataKeys.TOOL, details.getValue("type"))
        .with(MetadataKeys.INPUT, details.isEmpty() ? null : details);
  }

  private static Draft tool(RawHook hook, EventType type) {
    return hook.event(type)
        .with(MetadataKeys.TOOL, hook.value("tool_name"))
        .with(MetadataKeys.INPUT, Cuts.of(hook.value("tool_input")));
  }
}
