package dev.hookline.app;

import dev.hookline.config.Settings;
import dev.hookline.config.SettingsFile;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where a command finds the settings of the node. */
public final class ConfigFile {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "settings in YAML; without it, conf/hookline.yaml beside the launcher, and over it"
              + " ~/.config/hookline/hookline.yaml, which setup writes")
  private Path config;

  /**
   * The settings in the file, in the environment and in system properties.
   *
   * @throws dev.hookline.config.BadSettingsException when the file cannot be read
   */
  public Settings settings() {
    return new Settings(tree(), System.getenv(), SystemProperties.all());
  }

  /**
   * The same for who writes the file: one that is not there yet says nothing.
   *
   * @throws dev.hookline.config.BadSettingsException when the file cannot be read
   */
  public Settings settingsSoFar() {
    JsonObject tree = config == null || Files.exists(config) ? tree() : new JsonObject();
    return new Settings(tree, System.getenv(), SystemProperties.all());
  }

  /** The file that {@code setup} writes: the one that was named, or the user's own. */
  public Path written() {
    return config != null ? config : own();
  }

  private JsonObject tree() {
    if (config != null) {
      return SettingsFile.read(config);
    }
    Path usual = Path.of(System.getProperty("app.home", ".")).resolve("conf/hookline.yaml");
    JsonObject tree = new JsonObject();
    Stream.of(usual, own())
        .filter(Files::exists)
        .forEach(file -> tree.mergeIn(SettingsFile.read(file), true));
    return tree;
  }

  private static Path own() {
    String configured = System.getenv("XDG_CONFIG_HOME");
    Path directory =
        configured == null || configured.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(configured);
    return directory.resolve("hookline/hookline.yaml");
  }
}
