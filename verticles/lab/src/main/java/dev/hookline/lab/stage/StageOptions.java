package dev.hookline.lab.stage;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a stage is set up.
 *
 * @param directory where everything of this run is kept
 * @param nodes how many; several need PostgreSQL
 * @param postgres false: each node has a SQLite database of its own
 * @param settings settings of the nodes that differ from the lab's usual ones, by their keys
 */
public record StageOptions(
    Path directory, int nodes, boolean postgres, Map<String, Object> settings) {

  public StageOptions {
    settings = Map.copyOf(settings);
    if (nodes < 1 || (nodes > 1 && !postgres)) {
      throw new IllegalArgumentException(
          "several nodes share a PostgreSQL; one or more are needed");
    }
  }
}
