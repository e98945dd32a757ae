package dev.hookline.app.hooks;

import io.vertx.core.json.Json;
import java.nio.file.Path;

/** A file among OpenCode's plugins that loads ours from where Hookline is. */
final class OpenCodePlugin implements AgentSettings {

  private static final String OURS = "// Written by hookline install-hooks; --undo deletes it.\n";
  private static final String MODULE = "hookline-opencode.mjs";

  @Override
  public String agent() {
    return "opencode";
  }

  @Override
  public String program() {
    return "opencode";
  }

  @Override
  public Path directory(Places places) {
    return places.directory("XDG_CONFIG_HOME", ".config").resolve("opencode");
  }

  @Override
  public Path file(Places places) {
    return directory(places).resolve("plugin/hookline.js");
  }

  @Override
  public Path projectFile(Path project) {
    return project.resolve(".opencode/plugin/hookline.js");
  }

  @Override
  public String install(SettingsFile file, String text, Path script) {
    refuseOthers(file, text);
    String module = Json.encode(script.resolveSibling(MODULE).toString());
    return OURS + "export { Hookline } from " + module + ";\n";
  }

  @Override
  public String uninstall(SettingsFile file, String text) {
    refuseOthers(file, text);
    return "";
  }

  @Override
  public String afterwards() {
    return "OpenCode loads it when it starts next.";
  }

  private static void refuseOthers(SettingsFile file, String text) {
    if (!text.isBlank() && !text.startsWith(OURS)) {
      throw new BadAgentSettingsException(
          file.path() + " was not written by this command. It was not touched; move it away first");
    }
  }
}
