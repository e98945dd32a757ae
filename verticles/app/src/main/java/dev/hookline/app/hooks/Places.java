package dev.hookline.app.hooks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where things are for the user who asks.
 *
 * @param home the user's home
 * @param environment the process's environment, in which agents let their directories be named
 */
public record Places(Path home, Map<String, String> environment) {

  public Places {
    environment = Map.copyOf(environment);
  }

  /** Those of this process. */
  public static Places ofThisProcess() {
    return new Places(Path.of(System.getProperty("user.home")), System.getenv());
  }

  /** The directory that a variable names, or else one in the user's home. */
  public Path directory(String variable, String otherwise) {
    String named = environment.getOrDefault(variable, "");
    return named.isEmpty() ? home.resolve(otherwise) : Path.of(named).toAbsolutePath();
  }

  /** Where the hook script keeps what it sends. */
  public Path hookData() {
    return directory("HOOKLINE_DATA_DIR", ".local/share/hookline");
  }

  /** Whether a program of this name can be run. */
  public boolean hasProgram(String name) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
  }
}
