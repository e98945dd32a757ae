package dev.hookline.ingest.hook;

import static dev.hookline.messages.EventType.ERROR;
import static dev.hookline.messages.EventType.NOTIFICATION;
import static dev.hookline.messages.EventType.SUBAGENT_START;
import static dev.hookline.messages.EventType.SUBAGENT_STOP;
import static dev.hookline.messages.EventType.TOOL_ERROR;
import static dev.hookline.messages.EventType.TOOL_RESULT;
import static dev.hookline.messages.EventType.USER_INPUT;

import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The hook events of the Copilot CLI, in both of its forms ({@link CopilotForms}). Each bears a
 * time; its tool calls have no ids, and its answers are told by no hook. It also runs the hooks in
 * a repository's settings of Claude Code. Thread-safe as far as {@code ids} is.
 */
final class CopilotHooks extends AgentHooks {

  CopilotHooks(long chat, Supplier<String> ids) {
    super(Dialect.COPILOT, chat, ids);
  }

  @Override
  JsonObject plain(JsonObject json) {
    return CopilotForms.plain(json);
  }

  @Override
  public Optional<Hearing> hears(JsonObject json) {
    JsonObject plain = plain(json);
    return "Stop".equals(plain.getValue(RawHook.NAME))
        ? Optional.of(Hearing.atStop(plain))
        : Optional.empty();
  }

  @Override
  List<Draft> drafts(RawHook hook) {
    List<Draft> drafts = told(hook);
    return hook.text(Dialect.COPILOT.turn()).isEmpty() ? drafts : namedByAll(hook, drafts);
  }

  private static List<Draft> told(RawHook hook) {
    return switch (hook.name()) {
      case "SessionStart" -> List.of(ClaudeHooks.sessionStart(hook));
      case "SessionEnd" -> List.of(ClaudeHooks.sessionEnd(hook));
      case "UserPromptSubmit" -> List.of(hook.event(USER_INPUT).content(hook.text("prompt")));
      case "PreToolUse" -> List.of(ClaudeTools.start(hook));
      case "PostToolUse" -> List.of(result(hook));
      case "PostToolUseFailure" -> List.of(ClaudeTools.error(hook, "error"));
      case "PermissionRequest" -> List.of(ClaudeTools.permission(hook));
      case "Notification" -> List.of(notification(hook));
      case "Stop" -> List.of(ClaudeHooks.turnComplete(hook));
      case "SubagentStart" ->
          List.of(hook.event(SUBAGENT_START).content(hook.text("agent_description")));
      case "SubagentStop" ->
          List.of(hook.event(SUBAGENT_STOP).content(hook.text("last_assistant_message")));
      case "ErrorOccurred" -> List.of(error(hook));
      case "PreCompact" -> List.of(ClaudeHooks.compaction(hook));
      case "UserPromptTransformed" -> List.of(kept(hook)); // the prompt was told as it was written
      default -> List.of(unknown(hook));
    };
  }

  private static Draft result(RawHook hook) {
    JsonObject result = hook.object("tool_result");
    String kind = String.valueOf(result.getValue("resultType", "success"));
    Object response = Cuts.of(hook.value("tool_result"));
    return ClaudeTools.tool(hook, kind.equals("success") ? TOOL_RESULT : TOOL_ERROR)
        .content(ToolText.of(response))
        .with(MetadataKeys.RESPONSE, response);
  }

  private static Draft notification(RawHook hook) {
    String words = hook.text("message");
    return hook.event(NOTIFICATION)
        .content(words.isEmpty() ? hook.brief() : words)
        .with(MetadataKeys.LEVEL, "info")
        .with("title", hook.value("title"))
        .with("notificationType", hook.value("notification_type"));
  }

  private static Draft error(RawHook hook) {
    JsonObject error = hook.object("error");
    Object message = error.getValue("message", hook.value("error"));
    return hook.event(ERROR)
        .content(message == null ? "" : message.toString())
        .with(MetadataKeys.LEVEL, "error")
        .with("error", error.getValue("name"))
        .with("details", hook.value("error_context"));
  }
}
