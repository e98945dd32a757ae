package dev.hookline.app.hooks;

import java.nio.file.Files;
import java.nio.file.Path;

/** What one agent reads to know which hooks to run. Stateless. */
public interface AgentSettings {

  /** The agent, as commands and paths name it. */
  String agent();

  /** The program that people start it with. */
  String program();

  /** The directory with the user's settings, whether there is one or not. */
  Path directory(Places places);

  /** The file for everything that the user does. */
  Path file(Places places);

  /** The file for what is done in one project, which is not for others who work in it. */
  Path projectFile(Path project);

  /**
   * The text of the file with our hooks, each once; the very same text when they are there.
   *
   * @param script the program that hooks run
   * @throws BadAgentSettingsException when the text is not what we understand
   */
  String install(SettingsFile file, String text, Path script);

  /**
   * The text without any of our hooks; empty when the file was there for them only.
   *
   * @throws BadAgentSettingsException when the text is not what we understand
   */
  String uninstall(SettingsFile file, String text);

  /** What a person has to do before the agent runs new hooks; empty when nothing. */
  default String afterwards() {
    return "";
  }

  /** Whether the agent is on this machine. */
  default boolean isHere(Places places) {
    return Files.isDirectory(directory(places)) || places.hasProgram(program());
  }
}
