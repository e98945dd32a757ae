package dev.hookline.app;

import dev.hookline.config.Settings;
import dev.hookline.config.SettingsFile;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command finds the settings of the node. */
public final class ConfigFile {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings in YAML; without it, conf/hookline.yaml beside the launcher")
  private Path config;

  /**
   * The settings in the file, in the environment and in system properties.
   *
   * @throws dev.hookline.config.BadSettingsException when the file cannot be read
   */
  public Settings settings() {
    return new Settings(tree(), System.getenv(), SystemProperties.all());
  }

  private JsonObject tree() {
    if (config != null) {
      return SettingsFile.read(config);
    }
    Path usual = Path.of(System.getProperty("app.home", ".")).resolve("conf/hookline.yaml");
    return Files.exists(usual) ? SettingsFile.read(usual) : new JsonObject();
  }
}
