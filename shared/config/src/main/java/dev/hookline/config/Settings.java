package dev.hookline.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Typed access to settings that gathers every problem instead of stopping at the first.
 *
 * <p>A getter that finds a wrong value notes a {@link Problem} and returns the fallback, so that
 * reading goes on; {@link #conclude} then throws once, with all of them. A key that was set and
 * never asked for is a problem too: a typing error must not be ignored. Not thread-safe; used at
 * start.
 */
public final class Settings {

  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param tree settings as nested objects; {@code {"ingest": {"port": 1}}} is {@code ingest.port}
   */
  public Settings(JsonObject tree) {
    flatten("", tree);
  }

  /** A text, as it stands. */
  public String text(String key, String fallback) {
    return read(key, fallback, "a text", String::valueOf);
  }

  /** A whole number between the two bounds, both included. */
  public int integer(String key, int fallback, int min, int max) {
    int value = read(key, fallback, "a whole number", found -> Integer.parseInt(found.trim()));
    if (value < min || value > max) {
      problem(key, String.valueOf(value), "write a number from " + min + " to " + max);
      return fallback;
    }
    return value;
  }

  /** A whole number of any size, such as a Telegram id. */
  public long number(String key, long fallback) {
    return read(key, fallback, "a whole number", found -> Long.parseLong(found.trim()));
  }

  /** A span of time, written in whole milliseconds. */
  public Duration millis(String key, Duration fallback) {
    long value =
        read(key, fallback.toMillis(), "milliseconds", found -> Long.parseLong(found.trim()));
    if (value < 0) {
      problem(key, String.valueOf(value), "write milliseconds, 0 or more");
      return fallback;
    }
    return Duration.ofMillis(value);
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean fallback) {
    return read(key, fallback, "true or false", Settings::parseFlag);
  }

  /** A path of a file or directory. */
  public Path path(String key, Path fallback) {
    return read(key, fallback, "a path", Path::of);
  }

  /** A list of whole numbers; from the environment, separated by commas. */
  public List<Long> numbers(String key) {
    return read(key, List.of(), "a list of whole numbers", Settings::parseNumbers);
  }

  /** Notes a problem that only the caller can see. */
  public void problem(String key, String value, String fix) {
    problems.add(new Problem(key, value, fix));
  }

  /**
   * Ends reading.
   *
   * @throws BadSettingsException when there was any problem, or a key that nobody asked for
   */
  public void conclude() {
    values.keySet().stream()
        .filter(key -> !asked.contains(key))
        .forEach(
            key -> problem(key, "…", "there is no such setting; remove it or correct its name"));
    if (!problems.isEmpty()) {
      throw new BadSettingsException(problems);
    }
  }

  private <T> T read(String key, T fallback, String expected, Function<String, T> parser) {
    asked.add(key);
    Object found = values.get(key);
    if (found == null) {
      return fallback;
    }
    try {
      return parser.apply(found.toString());
    } catch (RuntimeException wrong) {
      problem(key, found.toString(), "write " + expected);
      return fallback;
    }
  }

  private void flatten(String prefix, JsonObject tree) {
    for (Map.Entry<String, Object> entry : tree) {
      String key = prefix + entry.getKey();
      if (entry.getValue() instanceof JsonObject nested) {
        flatten(key + ".", nested);
      } else if (entry.getValue() instanceof JsonArray list) {
        values.put(key, String.join(",", list.stream().map(String::valueOf).toList()));
      } else if (entry.getValue() != null) {
        values.put(key, entry.getValue());
      }
    }
  }

  private static boolean parseFlag(String found) {
    return switch (found.trim()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(found);
    };
  }

  private static List<Long> parseNumbers(String found) {
    return found.isBlank()
        ? List.of()
        : List.of(found.split(",", -1)).stream().map(part -> Long.parseLong(part.trim())).toList();
  }
}
