package dev.hookline.ingest.hook;

import static dev.hookline.messages.EventType.AGENT_RESPONSE;
import static dev.hookline.messages.EventType.APPROVAL_REQUEST;
import static dev.hookline.messages.EventType.ERROR;
import static dev.hookline.messages.EventType.NOTIFICATION;
import static dev.hookline.messages.EventType.PRE_COMPACT;
import static dev.hookline.messages.EventType.SESSION_END;
import static dev.hookline.messages.EventType.SESSION_START;
import static dev.hookline.messages.EventType.SUBAGENT_START;
import static dev.hookline.messages.EventType.SUBAGENT_STOP;
import static dev.hookline.messages.EventType.TURN_COMPLETE;
import static dev.hookline.messages.EventType.USER_INPUT;

import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The hook events of Claude Code in canonical form. They carry no id, no time and no number, so all
 * that recognises a repeated firing is derived from what they say, never from a whole body: two
 * requests for permission with equal bodies are two requests.
 *
 * <p>What has no place in a chat becomes {@code OTHER}. What a later version of Claude Code adds is
 * shown in few words; both are kept whole. Thread-safe as far as {@code ids} is.
 */
public final class ClaudeHooks extends AgentHooks {

  static final Duration AT_ONCE = Duration.ofSeconds(2); // a person may repeat it later
  static final Duration SHORT = Duration.ofSeconds(5);

  /** Those that have no place in a chat. */
  private static final Set<String> KEPT =
      Set.of(
          "Setup",
          "UserPromptExpansion",
          "PreModelSwitch",
          "PostModelSwitch",
          "TeammateIdle",
          "TaskCreated",
          "TaskCompleted",
          "ConfigChange",
          "WorktreeCreate",
          "WorktreeRemove",
          "InstructionsLoaded",
          "CwdChanged",
          "FileChanged",
          "DirectoryAdded");

  /**
   * @param chat the chat that shows new sessions
   * @param ids makes up ids that are unique everywhere
   */
  public ClaudeHooks(long chat, Supplier<String> ids) {
    super(Dialect.CLAUDE, chat, ids);
  }

  @Override
  public Optional<AgentAnswer> asks(JsonObject json) {
    return ClaudeAnswer.isWanted(json) ? Optional.of(new ClaudeAnswer(json)) : Optional.empty();
  }

  /** Its helpers are told nothing: what people write is for the one they talk to. */
  @Override
  public Optional<Hearing> hears(JsonObject json) {
    if (json.getValue("agent_id") != null) {
      return Optional.empty();
    }
    return switch (String.valueOf(json.getValue(RawHook.NAME))) {
      case "Stop" -> Optional.of(Hearing.atStop(json));
      case "PostToolUse" -> Optional.of(Hearing.besideTool(json));
      default -> Optional.empty();
    };
  }

  @Override
  List<Draft> drafts(RawHook hook) {
    return switch (hook.name()) {
      case "SessionStart" -> List.of(sessionStart(hook));
      case "SessionEnd" -> List.of(sessionEnd(hook));
      case "UserPromptSubmit" -> List.of(prompt(hook));
      case "MessageDisplay" -> List.of(answerPiece(hook));
      case "PreToolUse" -> List.of(ClaudeTools.start(hook));
      case "PostToolUse" -> List.of(ClaudeTools.result(hook));
      case "PostToolUseFailure" -> List.of(ClaudeTools.error(hook, "error"));
      case "PermissionDenied" -> List.of(ClaudeTools.error(hook, "reason"));
      case "PostToolBatch" -> orKept(ClaudeTools.batch(hook), hook);
      case "PermissionRequest" -> List.of(ClaudeTools.permission(hook));
      case "Elicitation" -> List.of(elicitation(hook));
      case "ElicitationResult" -> List.of(elicited(hook));
      case "Notification" -> List.of(notification(hook));
      case "Stop" -> stop(hook);
      case "StopFailure" -> List.of(failure(hook), turnComplete(hook));
      case "SubagentStart" -> List.of(subagentStart(hook));
      case "SubagentStop" -> List.of(subagentStop(hook));
      case "PreCompact" -> List.of(compaction(hook));
      case "PostCompact" -> List.of(compacted(hook));
      default -> List.of(KEPT.contains(hook.name()) ? kept(hook) : unknown(hook));
    };
  }

  /** Compaction starts the agent's memory anew, and not the session. */
  static Draft sessionStart(RawHook hook) {
    String source = hook.text("source");
    if (source.equals("compact")) {
      return kept(hook);
    }
    String words =
        switch (source) {
          case "resume" -> "Session resumed";
          case "clear" -> "New session after /clear";
          case "fork" -> "New session, forked from another";
          default -> "Session started";
        };
    return hook.event(SESSION_START)
        .content(words)
        .with(MetadataKeys.TRIGGER, source)
        .with("model", hook.value("model"))
        .repeat(hook.key("start", source, hook.text("transcript_path")), SHORT);
  }

  static Draft sessionEnd(RawHook hook) {
    return hook.event(SESSION_END)
        .content(hook.text("reason"))
        .with(MetadataKeys.TRIGGER, hook.value("reason"))
        .repeat(hook.key("end", hook.text("reason")), SHORT);
  }

  /** Only what a person wrote: the agent's own wake-ups come through the same hook. */
  static Draft prompt(RawHook hook) {
    String prompt = hook.text("prompt");
    String source = hook.text("source");
    boolean person = source.isEmpty() || source.equals("user") || source.equals("sdk");
    boolean injected =
        prompt.startsWith("<task-notification>") || prompt.startsWith("<channel source=");
    if (!person || injected) {
      return kept(hook);
    }
    return hook.event(USER_INPUT).content(prompt).repeat(hook.key("prompt", prompt), AT_ONCE);
  }

  private static Draft answerPiece(RawHook hook) {
    if (!(hook.value("message_id") instanceof String message)
        || !(hook.value("index") instanceof Integer index)) {
      return hook.event(AGENT_RESPONSE).content(hook.text("delta"));
    }
    boolean nothing = index == 0 && hook.flag("final") && hook.text("delta").isBlank();
    if (nothing) {
      return kept(hook);
    }
    return hook.event(AGENT_RESPONSE)
        .content(hook.text("delta"))
        .with(MetadataKeys.MESSAGE_ID, message)
        .with(MetadataKeys.PIECE, index)
        .with(MetadataKeys.FINAL, hook.flag("final"))
        .id("msg:" + message + ":" + index);
  }

  private static Draft elicitation(RawHook hook) {
    return hook.event(APPROVAL_REQUEST)
        .content(hook.text("message"))
        .with(MetadataKeys.TOOL, hook.value("mcp_server_name"))
        .with("requestedSchema", Cuts.of(hook.value("requested_schema")))
        .with("url", hook.value("url"));
  }

  /** It was answered, wherever that was: a question about it that is open is over. */
  private static Draft elicited(RawHook hook) {
    return kept(hook).with(MetadataKeys.TOOL, hook.value("mcp_server_name"));
  }

  /** That a permission is wanted was told before, by the request itself. */
  private static Draft notification(RawHook hook) {
    String type = hook.text("notification_type");
    if (type.equals("permission_prompt")) {
      return kept(hook);
    }
    return hook.event(NOTIFICATION)
        .content(hook.text("message"))
        .with(MetadataKeys.LEVEL, "info")
        .with("title", hook.value("title"))
        .with("notificationType", type)
        .repeat(hook.key("notification", type, hook.text("message")), SHORT);
  }

  private static List<Draft> stop(RawHook hook) {
    String answer = hook.text("last_assistant_message");
    Draft fallback =
        hook.event(AGENT_RESPONSE)
            .content(answer)
            .with(MetadataKeys.FALLBACK, true)
            .repeat(hook.key("answer", hook.flag("stop_hook_active"), answer), AT_ONCE);
    return answer.isBlank() ? List.of(turnComplete(hook)) : List.of(fallback, turnComplete(hook));
  }

  static Draft turnComplete(RawHook hook) {
    return hook.event(TURN_COMPLETE)
        .with(MetadataKeys.BACKGROUND_TASKS, hook.objects("background_tasks").size())
        .repeat(
            hook.key("stop", hook.flag("stop_hook_active"), hook.text("last_assistant_message")),
            AT_ONCE);
  }

  private static Draft failure(RawHook hook) {
    String words =
        Stream.of("last_assistant_message", "error_details", "error")
            .map(hook::text)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("The agent stopped because of an error");
    return hook.event(ERROR)
        .content(words)
        .with(MetadataKeys.LEVEL, "error")
        .with("error", hook.value("error"))
        .with("details", hook.value("error_details"))
        .repeat(hook.key("failure", words), AT_ONCE);
  }

  static Draft subagentStart(RawHook hook) {
    return hook.event(SUBAGENT_START).id(hook.key("subagent-start", hook.text("agent_id")));
  }

  /** One without a type never started: it is how Claude Code summarises before a compaction. */
  static Draft subagentStop(RawHook hook) {
    if (hook.text("agent_type").isEmpty()) {
      return kept(hook);
    }
    String result = hook.text("last_assistant_message");
    return hook.event(SUBAGENT_STOP)
        .content(result)
        .id(
            hook.key(
                "subagent-stop", hook.text("agent_id"), hook.flag("stop_hook_active"), result));
  }

  static Draft compaction(RawHook hook) {
    return hook.event(PRE_COMPACT)
        .content(hook.text("custom_instructions"))
        .with(MetadataKeys.TRIGGER, hook.value("trigger"))
        .with("customInstructions", hook.value("custom_instructions"))
        .repeat(hook.key("compact", hook.text("trigger")), SHORT);
  }

  static Draft compacted(RawHook hook) {
    return hook.event(NOTIFICATION)
        .content("The conversation was compacted")
        .with(MetadataKeys.LEVEL, "info")
        .with(MetadataKeys.TRIGGER, hook.value("trigger"))
        .with("summary", hook.value("compact_summary"))
        .repeat(hook.key("compacted", hook.text("trigger")), SHORT);
  }

  private static List<Draft> orKept(List<Draft> drafts, RawHook hook) {
    return drafts.isEmpty() ? List.of(kept(hook)) : drafts;
  }
}
