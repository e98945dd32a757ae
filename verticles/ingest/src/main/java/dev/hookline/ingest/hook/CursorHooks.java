package dev.hookline.ingest.hook;

import static dev.hookline.messages.EventType.AGENT_RESPONSE;
import static dev.hookline.messages.EventType.ERROR;
import static dev.hookline.messages.EventType.PRE_COMPACT;
import static dev.hookline.messages.EventType.SESSION_END;
import static dev.hookline.messages.EventType.SESSION_START;
import static dev.hookline.messages.EventType.SUBAGENT_START;
import static dev.hookline.messages.EventType.SUBAGENT_STOP;
import static dev.hookline.messages.EventType.TOOL_ERROR;
import static dev.hookline.messages.EventType.TOOL_RESULT;
import static dev.hookline.messages.EventType.TURN_COMPLETE;
import static dev.hookline.messages.EventType.USER_INPUT;

import dev.hookline.ingest.read.RefusedException;
import dev.hookline.ingest.read.StrictJson;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The hook events of Cursor. It runs Claude Code's hooks beside its own, so the same event may come
 * twice, under two names of the hook: what it says within its generation tells. Thread-safe as far
 * as {@code ids} is.
 */
final class CursorHooks extends AgentHooks {

  CursorHooks(long chat, Supplier<String> ids) {
    super(Dialect.CURSOR, chat, ids);
  }

  @Override
  JsonObject plain(JsonObject json) {
    JsonObject plain = json.copy();
    if (!json.containsKey("conversation_id")) {
      plain.put("conversation_id", json.getValue("session_id"));
    }
    if (!json.containsKey("cwd") && json.getValue("workspace_roots") instanceof JsonArray roots) {
      plain.put("cwd", roots.isEmpty() ? null : roots.getValue(0));
    }
    if (json.getValue("tool_use_id") instanceof String id) {
      plain.put("tool_use_id", id.isBlank() ? null : id.replaceAll("\\p{Cntrl}", "_"));
    }
    if (json.getValue(RawHook.NAME) instanceof String name) {
      plain.put(RawHook.NAME, own(name));
    }
    return plain;
  }

  /** Its own name for a hook that has Claude Code's. */
  private static String own(String name) {
    return name.isEmpty() || name.equals("UserPromptSubmit")
        ? name.replace("UserPromptSubmit", "beforeSubmitPrompt")
        : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * A follow-up is sent as if the user had; it sends as many as {@code loop_limit} says. Who has
   * stopped it wants no more of it. As one of Claude Code's hooks it may not understand the answer.
   */
  @Override
  public Optional<Hearing> hears(JsonObject json) {
    boolean isDone =
        "stop".equals(json.getValue(RawHook.NAME)) && "completed".equals(json.getValue("status"));
    boolean goesOn = json.getValue("loop_count") instanceof Number loops && loops.intValue() > 0;
    return isDone
        ? Optional.of(Hearing.atEnd(goesOn, text -> new JsonObject().put("followup_message", text)))
        : Optional.empty();
  }

  @Override
  List<Draft> drafts(RawHook hook) {
    return switch (hook.name()) {
      case "sessionStart" -> List.of(start(hook));
      case "sessionEnd" -> List.of(end(hook));
      case "beforeSubmitPrompt" ->
          List.of(
              hook.event(USER_INPUT)
                  .content(hook.text("prompt"))
                  .id(hook.key("prompt", hook.text("prompt"))));
      case "preToolUse" -> List.of(ClaudeTools.start(hook));
      case "postToolUse" -> List.of(result(hook));
      case "postToolUseFailure" -> List.of(failure(hook));
      case "afterAgentResponse" -> List.of(answer(hook));
      case "subagentStart" -> List.of(helper(hook, hook.event(SUBAGENT_START), "task"));
      case "subagentStop" -> List.of(helper(hook, hook.event(SUBAGENT_STOP), "summary"));
      case "preCompact" ->
          List.of(
              hook.event(PRE_COMPACT)
                  .with(MetadataKeys.TRIGGER, hook.value("trigger"))
                  .id(hook.wholeKey()));
      case "stop" -> stop(hook);
      // What a tool does is told by the hooks of tools; thoughts are the agent's own.
      case "beforeShellExecution",
          "afterShellExecution",
          "beforeMCPExecution",
          "afterMCPExecution",
          "beforeReadFile",
          "afterFileEdit",
          "beforeTabFileRead",
          "afterTabFileEdit",
          "afterAgentThought",
          "workspaceOpen" ->
          List.of(kept(hook));
      default -> List.of(unknown(hook));
    };
  }

  private static Draft start(RawHook hook) {
    return hook.event(SESSION_START)
        .content("Session started")
        .with("model", hook.value("model"))
        .id(hook.key("start"));
  }

  private static Draft end(RawHook hook) {
    return hook.event(SESSION_END)
        .content(hook.text("reason"))
        .with(MetadataKeys.TRIGGER, hook.value("reason"))
        .with(MetadataKeys.DURATION_MILLIS, hook.value("duration_ms"))
        .id(hook.key("end", hook.text("reason"), hook.text("duration_ms")));
  }

  /** Only Cursor's own hooks tell of answers; two alike are two. */
  private static Draft answer(RawHook hook) {
    String text = hook.text("text");
    return hook.event(AGENT_RESPONSE)
        .content(text)
        .repeat(hook.key("answer", text), ClaudeHooks.AT_ONCE);
  }

  private static Draft result(RawHook hook) {
    Object response = Cuts.of(parsed(hook.value("tool_output")));
    return ClaudeTools.tool(hook, TOOL_RESULT)
        .content(ToolText.of(response))
        .with(MetadataKeys.RESPONSE, response)
        .with(MetadataKeys.DURATION_MILLIS, hook.value("duration"))
        .id(ClaudeTools.id("end", hook.value("tool_use_id")));
  }

  private static Draft failure(RawHook hook) {
    return ClaudeTools.tool(hook, TOOL_ERROR)
        .content(hook.text("error_message"))
        .with("failure", hook.value("failure_type"))
        .with("interrupted", hook.value("is_interrupt"))
        .with(MetadataKeys.DURATION_MILLIS, hook.value("duration"))
        .id(ClaudeTools.id("end", hook.value("tool_use_id")));
  }

  private static Draft helper(RawHook hook, Draft draft, String content) {
    return draft
        .content(hook.text(content))
        .with(MetadataKeys.AGENT_ID, hook.value("subagent_id"))
        .with(MetadataKeys.AGENT_TYPE, hook.value("subagent_type"))
        .with("status", hook.value("status"))
        .id(hook.wholeKey());
  }

  private static List<Draft> stop(RawHook hook) {
    String status = hook.text("status");
    String loop = hook.text("loop_count");
    Draft over =
        hook.event(TURN_COMPLETE).with("status", status).id(hook.key("stop", status, loop));
    if (!status.equals("error")) {
      return List.of(over);
    }
    String words = hook.text("error_message");
    Draft error =
        hook.event(ERROR)
            .content(words.isEmpty() ? "The agent stopped because of an error" : words)
            .with(MetadataKeys.LEVEL, "error")
            .id(hook.key("error", loop));
    return List.of(error, over);
  }

  /** What a tool said comes as JSON in a string. */
  private static Object parsed(Object output) {
    if (output instanceof String text) {
      try {
        return StrictJson.parse(text);
      } catch (RefusedException words) {
        return text;
      }
    }
    return output;
  }
}
