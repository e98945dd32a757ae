package dev.hookline.app;

import dev.hookline.config.Settings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a command finds the settings of the node. */
public final class ConfigFile {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "settings in YAML, a file or a directory of such; without it, conf/hookline.yaml beside"
              + " the launcher, and over it ~/.config/hookline/hookline.yaml, which setup writes")
  private Path config;

  /**
   * The settings in the file, in the environment and in system properties.
   *
   * @throws dev.hookline.config.BadSettingsException when the file cannot be read
   */
  public Settings settings() {
    return SettingsPlaces.settings(places().texts());
  }

  /**
   * The same for who writes the file: one that is not there yet says nothing.
   *
   * @throws dev.hookline.config.BadSettingsException when the file cannot be read
   */
  public Settings settingsSoFar() {
    return SettingsPlaces.settings(new SettingsPlaces(places().places(), false).texts());
  }

  /** The file that {@code setup} writes: the one that was named, or the user's own. */
  public Path written() {
    return config != null ? config : own();
  }

  /** Where the settings are. */
  SettingsPlaces places() {
    if (config != null) {
      return new SettingsPlaces(List.of(config), true);
    }
    Path usual = Path.of(System.getProperty("app.home", ".")).resolve("conf/hookline.yaml");
    return new SettingsPlaces(List.of(usual, own()), false);
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
