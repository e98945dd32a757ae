package dev.hookline.app.hooks;

import dev.hookline.app.CannotStartException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program that hooks run. */
public final class HookScript {

  private HookScript() {}

  /**
   * Where it is.
   *
   * @throws CannotStartException when it cannot be run
   */
  public static Path path() {
    Path script = expected();
    if (!Files.isExecutable(script)) {
      throw new CannotStartException("there is no program " + script + " for agents to run");
    }
    return script;
  }

  /** Where it should be. */
  public static Path expected() {
    return Path.of(System.getProperty("app.home", "."), "clients", "hookline-hook")
        .toAbsolutePath()
        .normalize();
  }
}
