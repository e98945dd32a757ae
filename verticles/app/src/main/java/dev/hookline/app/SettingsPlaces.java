package dev.hookline.app;

import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import dev.hookline.config.SettingsFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files that hold a node's settings, each over the one before. Of a directory, its files whose
 * names end in {@code .yaml} or {@code .yml}, in the order of their names; Kubernetes mounts a
 * ConfigMap as one, of links that it exchanges. All calls block.
 *
 * @param places files and directories
 * @param needed whether all of them have to be there
 */
public record SettingsPlaces(List<Path> places, boolean needed) {

  public SettingsPlaces {
    places = List.copyOf(places);
  }

  /**
   * What the files say, unparsed: the name and the text of each, in their order.
   *
   * @throws BadSettingsException when one that is needed is not there or cannot be read
   */
  public JsonObject texts() {
    JsonObject texts = new JsonObject();
    places.stream()
        .filter(place -> needed || Files.exists(place))
        .flatMap(SettingsPlaces::files)
        .forEach(file -> texts.put(file.toString(), SettingsFile.text(file)));
    return texts;
  }

  /**
   * The settings in these texts, in the environment and in system properties.
   *
   * @throws BadSettingsException when a text is no YAML
   */
  public static Settings settings(JsonObject texts) {
    return new Settings(tree(texts), System.getenv(), SystemProperties.all());
  }

  /**
   * What these texts say, each over the one before.
   *
   * @throws BadSettingsException when a text is no YAML
   */
  public static JsonObject tree(JsonObject texts) {
    JsonObject tree = new JsonObject();
    for (Map.Entry<String, Object> text : texts) {
      tree.mergeIn(SettingsFile.parse(text.getKey(), (String) text.getValue()), true);
    }
    return tree;
  }

  private static Stream<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return Stream.of(place);
    }
    try (Stream<Path> all = Files.list(place)) {
      List<Path> found = all.filter(SettingsPlaces::isSettings).sorted().toList();
      if (found.isEmpty()) {
        throw new BadSettingsException(place + ": holds no file whose name ends in .yaml");
      }
      return found.stream();
    } catch (IOException unreadable) {
      throw new BadSettingsException(place + ": cannot be read (" + unreadable + ")");
    }
  }

  private static boolean isSettings(Path file) {
    String name = file.getFileName().toString();
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    return yaml && !name.startsWith(".") && Files.isRegularFile(file);
  }
}
