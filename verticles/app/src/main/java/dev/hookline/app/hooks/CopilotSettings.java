package dev.hookline.app.hooks;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/**
 * Our hooks for the Copilot CLI: a file of their own among the user's, and in a project its local
 * settings, for the others who work there may not have the script. Hooks with a name in PascalCase
 * are told what they are called, and those that have only one in camelCase can be told by their
 * fields.
 */
final class CopilotSettings extends HookSettings {

  private static final String OWN = "hookline.json";

  @Override
  public String agent() {
    return "copilot";
  }

  @Override
  public String program() {
    return "copilot";
  }

  @Override
  public Path directory(Places places) {
    return places.directory("COPILOT_HOME", ".copilot");
  }

  @Override
  public Path file(Places places) {
    return directory(places).resolve("hooks").resolve(OWN);
  }

  @Override
  public Path projectFile(Path project) {
    return project.resolve(".github/copilot/settings.local.json");
  }

  /** Not {@code permissionRequest}: it fires for every tool, also where nobody is asked. */
  @Override
  List<String> events() {
    return List.of(
        "SessionStart",
        "SessionEnd",
        "UserPromptSubmit",
        "PreToolUse",
        "PostToolUse",
        "PostToolUseFailure",
        "Stop",
        "subagentStart",
        "SubagentStop",
        "ErrorOccurred",
        "PreCompact",
        "notification");
  }

  // A tool whose hook fails is not run: a script that is gone must not stop the agent.
  @Override
  JsonObject handler(String event, String command) {
    return new JsonObject()
        .put("type", "command")
        .put("bash", command + (event.equals("Stop") ? HEED : "") + " || true")
        .put("timeoutSec", TIMEOUT_SECONDS);
  }

  @Override
  boolean inGroups() {
    return false;
  }

  @Override
  String commandField() {
    return "bash";
  }

  @Override
  JsonObject beginning(Path file) {
    return file.endsWith(OWN) ? new JsonObject().put("version", 1) : new JsonObject();
  }
}
