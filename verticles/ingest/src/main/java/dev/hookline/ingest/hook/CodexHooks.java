package dev.hookline.ingest.hook;

import static dev.hookline.messages.EventType.AGENT_RESPONSE;
import static dev.hookline.messages.EventType.NOTIFICATION;

import dev.hookline.messages.Decision;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The hook events of the Codex CLI, which tells most as Claude Code does, and what it gives to its
 * {@code notify} program. Its answers come at the end of a turn only. Thread-safe as far as {@code
 * ids} is.
 */
final class CodexHooks extends AgentHooks {

  private static final String TURN_OVER = "agent-turn-complete";

  /** Told by our own script, which puts what is written to Codex into Codex's queue. */
  private static final String NOT_QUEUED = "HooklineNotQueued";

  private static final String ANSWER = "last_assistant_message";

  private static final Set<String> AS_CLAUDE =
      Set.of(
          "SessionStart",
          "SessionEnd",
          "UserPromptSubmit",
          "PreToolUse",
          "PostToolUse",
          "PermissionRequest",
          "PreCompact",
          "PostCompact",
          "SubagentStart",
          "SubagentStop");

  private final ClaudeHooks claude;

  CodexHooks(long chat, Supplier<String> ids) {
    super(Dialect.CODEX, chat, ids);
    this.claude = new ClaudeHooks(chat, ids);
  }

  /** The program that is told of ended turns gets hyphens and other names. */
  @Override
  JsonObject plain(JsonObject json) {
    if (!(json.getValue("type") instanceof String type) || json.containsKey(RawHook.NAME)) {
      return json;
    }
    return json.copy()
        .put(RawHook.NAME, type)
        .put("session_id", json.getValue("thread-id"))
        .put("turn_id", json.getValue("turn-id"))
        .put(ANSWER, json.getValue("last-assistant-message"));
  }

  @Override
  public Optional<AgentAnswer> asks(JsonObject json) {
    return "PermissionRequest".equals(json.getValue(RawHook.NAME))
        ? Optional.of(CodexHooks::answer)
        : Optional.empty();
  }

  @Override
  public Optional<Hearing> hears(JsonObject json) {
    return claude.hears(json);
  }

  // Codex denies when there is anything more in an answer.
  private static JsonObject answer(Decision decision) {
    JsonObject answer =
        switch (decision.verdict()) {
          case ALLOW -> new JsonObject().put("behavior", "allow");
          case DENY -> new JsonObject().put("behavior", "deny").put("message", reason(decision));
          default -> null;
        };
    return answer == null
        ? null
        : new JsonObject()
            .put(
                "hookSpecificOutput",
                new JsonObject().put("hookEventName", "PermissionRequest").put("decision", answer));
  }

  private static String reason(Decision decision) {
    return decision.words().isEmpty() ? ClaudeAnswer.DENIED : decision.words();
  }

  @Override
  List<Draft> drafts(RawHook hook) {
    if (AS_CLAUDE.contains(hook.name())) {
      return claude.drafts(hook);
    }
    return switch (hook.name()) {
      case "Stop", TURN_OVER -> turnOver(hook);
      case "Interrupt" -> List.of(interrupted(hook), ClaudeHooks.turnComplete(hook));
      case NOT_QUEUED -> List.of(notQueued(hook));
      default -> List.of(unknown(hook));
    };
  }

  /** The hook and the program tell of the same answer: in a turn, the same text is one. */
  private static List<Draft> turnOver(RawHook hook) {
    String answer = hook.text(ANSWER);
    Draft told = hook.event(AGENT_RESPONSE).content(answer).id(hook.key("answer", answer));
    Draft over =
        ClaudeHooks.turnComplete(hook).with("prompts", Cuts.of(hook.value("input-messages")));
    return Stream.of(told, over).filter(draft -> draft != told || !answer.isBlank()).toList();
  }

  private static Draft notQueued(RawHook hook) {
    return hook.event(NOTIFICATION)
        .content(
            "Codex did not say that it took what was written to it; hook.log where it runs has"
                + " more. See whether it has it, and write it again if not.")
        .with(MetadataKeys.LEVEL, "error");
  }

  private static Draft interrupted(RawHook hook) {
    return hook.event(NOTIFICATION)
        .content("The user interrupted the agent")
        .with(MetadataKeys.LEVEL, "info")
        .id(hook.key("interrupt"));
  }
}
