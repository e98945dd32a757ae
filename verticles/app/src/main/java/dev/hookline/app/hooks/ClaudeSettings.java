package dev.hookline.app.hooks;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Our hooks in the settings of Claude Code: for each event a group of handlers without a matcher,
 * as its manual describes them.
 */
final class ClaudeSettings extends HookSettings {

  /** Those for whose answer Claude Code waits, while its terminal asks too. */
  private static final Set<String> ASKING = Set.of("PermissionRequest", "Elicitation");

  /** Where it can be told what somebody wrote to it, and waits for that. */
  private static final Set<String> LISTENING = Set.of("Stop");

  /** Where it can be told that as well, and does not wait. */
  private static final Set<String> HEEDING = Set.of("PostToolUse");

  private static final int ANSWER_SECONDS = 3_600;

  @Override
  public String agent() {
    return "claude";
  }

  @Override
  public String program() {
    return "claude";
  }

  @Override
  public Path directory(Places places) {
    return places.directory("CLAUDE_CONFIG_DIR", ".claude");
  }

  @Override
  public Path file(Places places) {
    return directory(places).resolve("settings.json");
  }

  @Override
  public Path projectFile(Path project) {
    return project.resolve(".claude/settings.local.json");
  }

  @Override
  List<String> events() {
    return List.of(
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
        "ElicitationResult",
        "Notification",
        "Stop",
        "StopFailure",
        "SubagentStart",
        "SubagentStop",
        "PreCompact",
        "PostCompact");
  }

  @Override
  JsonObject handler(String event, String command) {
    boolean waits = ASKING.contains(event) || LISTENING.contains(event);
    return new JsonObject()
        .put("type", "command")
        .put("command", command + way(event))
        .put("timeout", waits ? ANSWER_SECONDS : TIMEOUT_SECONDS);
  }

  private static String way(String event) {
    if (ASKING.contains(event)) {
      return " --wait";
    }
    if (LISTENING.contains(event)) {
      return " --listen";
    }
    return HEEDING.contains(event) ? HEED : "";
  }

  @Override
  boolean inGroups() {
    return true;
  }
}
