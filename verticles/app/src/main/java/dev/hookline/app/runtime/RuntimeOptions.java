package dev.hookline.app.runtime;

import dev.hookline.config.Settings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which verticles a node runs besides what it runs anyway, and which of those it does not run.
 *
 * @param plugins the directory with jars of other verticles
 * @param verticles the entries of the list {@code verticles}, in its order
 */
public record RuntimeOptions(Path plugins, List<VerticleOptions> verticles) {

  /** The rooms whose number of instances a list may change. */
  static final List<String> ROOMS = List.of("telegram", "session", "ingest", "console", "bus");

  static final List<String> SINGLE_ROOMS = List.of("telegram", "console", "bus");

  private static final String KEY = "verticles";

  public RuntimeOptions {
    Objects.requireNonNull(plugins, "plugins");
    verticles = List.copyOf(verticles);
  }

  /** Reads {@code verticles} and {@code pluginDir}; what is wrong with them is noted there. */
  public static RuntimeOptions from(Settings settings) {
    Path plugins = settings.path("pluginDir", Path.of("${dataDir}/plugins"));
    RuntimeOptions options =
        new RuntimeOptions(plugins, settings.groups(KEY, VerticleOptions::from));
    options.check(settings);
    return options;
  }

  /**
   * How many instances of a room to run.
   *
   * @param usual when the list does not name it
   */
  public int instances(String room, int usual) {
    return verticles.stream()
        .filter(entry -> entry.name().equals(room))
        .findFirst()
        .map(VerticleOptions::instances)
        .orElse(usual);
  }

  /** The verticles that are not the program's. */
  public List<VerticleOptions> others() {
    return verticles.stream().filter(entry -> !entry.isRoom() && entry.instances() > 0).toList();
  }

  private void check(Settings settings) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < verticles.size(); i++) {
      VerticleOptions entry = verticles.get(i);
      String where = KEY + "[" + i + "].";
      if (!names.add(entry.name())) {
        settings.problem(where + "name", entry.name(), "write a name that no other entry has");
      }
      if (entry.namesJar()) {
        PluginJar.problem(plugins, entry)
            .ifPresent(fix -> settings.problem(where + "jar", entry.jar(), fix));
      }
    }
    if (instances("telegram", 1) > 0 && instances("session", 1) == 0) {
      settings.problem(
          KEY,
          "session × 0",
          "run session where telegram runs, as it makes the topics; or neither");
    }
  }
}
