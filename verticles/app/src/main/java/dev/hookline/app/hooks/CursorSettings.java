package dev.hookline.app.hooks;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/** Our hooks in Cursor's {@code hooks.json}. */
final class CursorSettings extends HookSettings {

  @Override
  public String agent() {
    return "cursor";
  }

  @Override
  public String program() {
    return "cursor-agent";
  }

  @Override
  public Path directory(Places places) {
    return places.home().resolve(".cursor");
  }

  @Override
  public Path file(Places places) {
    return directory(places).resolve("hooks.json");
  }

  @Override
  public Path projectFile(Path project) {
    return project.resolve(".cursor/hooks.json");
  }

  @Override
  List<String> events() {
    return List.of(
        "sessionStart",
        "sessionEnd",
        "beforeSubmitPrompt",
        "preToolUse",
        "postToolUse",
        "postToolUseFailure",
        "subagentStart",
        "subagentStop",
        "afterAgentResponse",
        "preCompact",
        "stop");
  }

  @Override
  JsonObject handler(String event, String command) {
    return new JsonObject().put("command", command).put("timeout", TIMEOUT_SECONDS);
  }

  @Override
  boolean inGroups() {
    return false;
  }

  @Override
  JsonObject beginning(Path file) {
    return new JsonObject().put("version", 1);
  }
}
