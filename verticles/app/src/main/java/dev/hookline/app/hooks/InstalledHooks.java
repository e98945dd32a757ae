package dev.hookline.app.hooks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * How our hooks stand in the settings of one agent that is on this machine.
 *
 * @param settings the agent's
 * @param places where things are for the user
 */
public record InstalledHooks(AgentSettings settings, Places places) {

  /** How they stand. */
  public enum State {
    COMPLETE,
    /** There are some, and not those that this version writes. */
    OUTDATED,
    NONE,
    /** The settings are not what we understand. */
    UNREADABLE
  }

  /** Those of every agent that is here. */
  public static List<InstalledHooks> here(Places places) {
    return KnownAgents.ALL.stream()
        .filter(one -> one.isHere(places))
        .map(one -> new InstalledHooks(one, places))
        .toList();
  }

  /** The agent's name in commands. */
  public String agent() {
    return settings.agent();
  }

  /** The file that they are in, or would be. */
  public Path file() {
    return settings.file(places);
  }

  /** Looks. */
  public State state() {
    SettingsFile file = new SettingsFile(file());
    try {
      String text = file.text();
      if (settings.uninstall(file, text).equals(text)) {
        return State.NONE;
      }
      return settings.install(file, text, HookScript.expected()).equals(text)
          ? State.COMPLETE
          : State.OUTDATED;
    } catch (BadAgentSettingsException | IOException unknown) {
      return State.UNREADABLE;
    }
  }

  /** Puts them in, and says so. */
  public String install() throws IOException {
    install(new PrintWriter(Writer.nullWriter()));
    return "the hooks were written to " + file();
  }

  /**
   * Puts them in, and shows what changes.
   *
   * @return whether the settings were understood; what is wrong with them is said
   */
  public boolean install(PrintWriter out) throws IOException {
    try {
      new HookInstallation(false, false).change(settings, new SettingsFile(file()), out);
      return true;
    } catch (BadAgentSettingsException wrong) {
      out.println(wrong.getMessage());
      return false;
    }
  }
}
