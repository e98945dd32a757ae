package dev.hookline.app.hooks;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Our hooks in the Codex CLI's {@code hooks.json}, which holds nothing else. */
final class CodexSettings extends HookSettings {

  private static final Set<String> SHORT = Set.of("SessionEnd", "Interrupt");
  private static final String QUEUE = " --queue"; // it returns at once all the same
  private static final int SHORT_SECONDS = 3; // Codex waits no longer for those

  @Override
  public String agent() {
    return "codex";
  }

  @Override
  public String program() {
    return "codex";
  }

  @Override
  public Path directory(Places places) {
    return places.directory("CODEX_HOME", ".codex");
  }

  @Override
  public Path file(Places places) {
    return directory(places).resolve("hooks.json");
  }

  @Override
  public Path projectFile(Path project) {
    return project.resolve(".codex/hooks.json");
  }

  @Override
  List<String> events() {
    return List.of(
        "SessionStart",
        "SessionEnd",
        "UserPromptSubmit",
        "PreToolUse",
        "PermissionRequest",
        "PostToolUse",
        "PreCompact",
        "PostCompact",
        "SubagentStart",
        "SubagentStop",
        "Stop",
        "Interrupt");
  }

  @Override
  JsonObject handler(String event, String command) {
    return new JsonObject()
        .put("type", "command")
        .put("command", event.equals("Stop") ? command + QUEUE : command)
        .put("timeout", SHORT.contains(event) ? SHORT_SECONDS : TIMEOUT_SECONDS);
  }

  @Override
  boolean inGroups() {
    return true;
  }

  @Override
  public String afterwards() {
    return "Codex runs new hooks when you have looked at them: type /hooks in Codex.";
  }
}
