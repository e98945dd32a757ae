package dev.hookline.app.hooks;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/** Our hooks in Cursor's {@code hooks.json}. */
final class CursorSettings extends HookSettings {

  /** More follow-ups in a row than a node gives. */
  private static final int LOOPS = 8;

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
    boolean isLast = event.equals("stop");
    JsonObject handler =
        new JsonObject()
            .put("command", isLast ? command + HEED : command)
            .put("timeout", TIMEOUT_SECONDS);
    return isLast ? handler.put("loop_limit", LOOPS) : handler;
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
