package dev.hookline.app.hooks;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;

/** Our hooks in the settings of the Gemini CLI, which counts in milliseconds. */
final class GeminiSettings extends HookSettings {

  private static final int TIMEOUT_MILLIS = 1_000 * TIMEOUT_SECONDS;

  @Override
  public String agent() {
    return "gemini";
  }

  @Override
  public String program() {
    return "gemini";
  }

  @Override
  public Path directory(Places places) {
    return places.home().resolve(".gemini");
  }

  @Override
  public Path file(Places places) {
    return directory(places).resolve("settings.json");
  }

  @Override
  public Path projectFile(Path project) {
    return project.resolve(".gemini/settings.json");
  }

  @Override
  List<String> events() {
    return List.of(
        "SessionStart",
        "SessionEnd",
        "BeforeAgent",
        "AfterAgent",
        "BeforeTool",
        "AfterTool",
        "Notification",
        "PreCompress");
  }

  @Override
  JsonObject handler(String event, String command) {
    return new JsonObject()
        .put("type", "command")
        .put("name", "hookline")
        .put("command", event.equals("AfterAgent") ? command + HEED : command)
        .put("timeout", TIMEOUT_MILLIS);
  }

  @Override
  boolean inGroups() {
    return true;
  }
}
