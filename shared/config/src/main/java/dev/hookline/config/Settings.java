package dev.hookline.config;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Typed access to settings that gathers every problem instead of stopping at the first.
 *
 * <p>A getter that finds a wrong value notes a {@link Problem} and returns the fallback, so that
 * reading goes on; {@link #conclude} then throws once, with all of them. A key that was set and
 * never asked for is a problem too: a typing error must not be ignored.
 *
 * <p>Texts and paths may name the data directory as <code>${dataDir}</code>, and a path may begin
 * with {@code ~}; fallbacks as well. Not thread-safe; used at start.
 */
public final class Settings {

  private static final String DATA_DIR = "dataDir";
  private static final String DATA_DIR_FALLBACK = "~/.local/share/hookline";
  private static final String DATA_DIR_NAME = "${" + DATA_DIR + "}";

  private final Layers layers;
  private final String home;
  private final Map<String, String> fallbacks = new TreeMap<>();
  private final Set<Problem> problems = new LinkedHashSet<>();

  /**
   * @param tree settings as nested objects; {@code {"ingest": {"port": 1}}} is {@code ingest.port}
   */
  public Settings(JsonObject tree) {
    this(tree, Map.of(), Map.of());
  }

  /**
   * @param tree what the file says
   * @param environment every environment variable; {@code HOOKLINE_INGEST_PORT} is {@code
   *     ingest.port}
   * @param properties every system property; {@code hookline.ingest.port} is {@code ingest.port},
   *     and {@code user.home} is what {@code ~} stands for
   */
  public Settings(
      JsonObject tree, Map<String, String> environment, Map<String, String> properties) {
    layers = new Layers(tree, environment, properties);
    home = properties.get("user.home");
  }

  /** Where Hookline keeps what it must not lose. */
  public Path dataDir() {
    return read(DATA_DIR, DATA_DIR_FALLBACK, "a path", value -> Path.of(atHome(value)));
  }

  /** A text. */
  public String text(String key, String fallback) {
    return read(
        key,
        fallback,
        "a text, in which only " + DATA_DIR_NAME + " stands for something",
        this::inDataDir);
  }

  /** A text that must not be shown to anybody. */
  public Optional<String> secret(String key) {
    fallbacks.put(key, "");
    return layers.find(key).map(found -> found.value().strip());
  }

  /** A whole number between the two bounds, both included. */
  public int integer(String key, int fallback, int min, int max) {
    return read(
        key,
        String.valueOf(fallback),
        "a whole number from " + min + " to " + max,
        value -> Math.toIntExact(within(Long.parseLong(value.strip()), min, max)));
  }

  /** A whole number of any size, such as a Telegram id. */
  public long number(String key, long fallback) {
    return read(
        key, String.valueOf(fallback), "a whole number", value -> Long.parseLong(value.strip()));
  }

  /** A span of time, written in whole milliseconds. */
  public Duration millis(String key, Duration fallback) {
    return read(
        key,
        String.valueOf(fallback.toMillis()),
        "milliseconds, 0 or more",
        value -> Duration.ofMillis(within(Long.parseLong(value.strip()), 0, Long.MAX_VALUE)));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean fallback) {
    return read(key, String.valueOf(fallback), "true or false", Settings::parseFlag);
  }

  /** One of a few words. */
  public String choice(String key, String fallback, List<String> words) {
    return read(
        key, fallback, String.join(" or ", words), value -> words.get(indexOf(value, words)));
  }

  /** A path of a file or directory. */
  public Path path(String key, Path fallback) {
    return read(key, fallback.toString(), "a path", this::parsePath);
  }

  /** A path of a file or directory that need not be given. */
  public Optional<Path> path(String key) {
    return read(
        key,
        "",
        "a path",
        value -> Optional.of(value).filter(v -> !v.isEmpty()).map(this::parsePath));
  }

  /** A list of whole numbers; from the environment, separated by commas. */
  public List<Long> numbers(String key) {
    return read(key, "", "a list of whole numbers", Settings::parseNumbers);
  }

  /** A list of texts; from the environment, one a line. */
  public List<String> texts(String key) {
    fallbacks.put(key, "");
    return layers.list(key).stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  /** Notes a problem that only the caller can see. */
  public void problem(String key, String value, String fix) {
    String label = layers.find(key).map(Layers.Found::label).orElse(key);
    problems.add(new Problem(label, value, fix));
  }

  /** Every key that was asked for, with what it is when nothing is set, as it would be written. */
  public Map<String, String> fallbacks() {
    return Map.copyOf(fallbacks);
  }

  /**
   * Ends reading.
   *
   * @throws BadSettingsException when there was any problem, or a key that nobody asked for
   */
  public void conclude() {
    layers
        .strangers(fallbacks.keySet())
        .forEach(
            name -> problem(name, "…", "there is no such setting; remove it or correct its name"));
    if (!problems.isEmpty()) {
      throw new BadSettingsException(List.copyOf(problems));
    }
  }

  private <T> T read(String key, String fallback, String expected, Function<String, T> parser) {
    String other = fallbacks.put(key, fallback);
    if (other != null && !other.equals(fallback)) {
      throw new IllegalStateException(key + " has two defaults: " + other + " and " + fallback);
    }
    Optional<Layers.Found> found = layers.find(key);
    if (found.isPresent()) {
      try {
        return parser.apply(found.get().value());
      } catch (IllegalArgumentException | ArithmeticException wrong) {
        problem(key, found.get().value(), "write " + expected);
      }
    }
    return parser.apply(fallback);
  }

  private Path parsePath(String value) {
    return Path.of(atHome(inDataDir(value)));
  }

  private String inDataDir(String value) {
    String expanded =
        value.contains(DATA_DIR_NAME) ? value.replace(DATA_DIR_NAME, dataDir().toString()) : value;
    if (expanded.contains("${")) {
      throw new IllegalArgumentException(value);
    }
    return expanded;
  }

  private String atHome(String path) {
    boolean inHome = path.equals("~") || path.startsWith("~/");
    return inHome && home != null ? home + path.substring(1) : path;
  }

  private static long within(long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(String.valueOf(value));
    }
    return value;
  }

  private static boolean parseFlag(String value) {
    return indexOf(value, List.of("false", "true")) == 1;
  }

  private static int indexOf(String value, List<String> words) {
    int index = words.indexOf(value.strip());
    if (index < 0) {
      throw new IllegalArgumentException(value);
    }
    return index;
  }

  private static List<Long> parseNumbers(String value) {
    return value.isBlank()
        ? List.of()
        : List.of(value.split(",", -1)).stream().map(part -> Long.parseLong(part.strip())).toList();
  }
}
