package dev.hookline.app.hooks;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/**
 * Our hooks in the settings of Claude Code: for each event a group of handlers without a matcher,
 * as its manual describes them.
 */
final class ClaudeSettings extends HookSettings {

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
    return new JsonObject()
        .put("type", "command")
        .put("command", command)
        .put("timeout", TIMEOUT_SECONDS);
  }

  @Override
  boolean inGroups() {
    return true;
  }
}
