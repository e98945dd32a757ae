package dev.hookline.config;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Settings whole; // of which these are a part; null when they are all
  private final String place; // where in the whole these are
  private final Catalogue catalogue = new Catalogue();
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
    whole = null;
    place = "";
  }

  private Settings(Settings whole, String place, JsonObject tree) {
    this.layers = new Layers(tree, Map.of(), Map.of());
    this.home = whole.home;
    this.whole = whole;
    this.place = place;
  }

  /** Where Hookline keeps what it must not lose. */
  public Path dataDir() {
    return whole != null
        ? whole.dataDir()
        : read(DATA_DIR, DATA_DIR_FALLBACK, Kind.PATH, value -> Path.of(atHome(value)));
  }

  /** A text. */
  public String text(String key, String fallback) {
    return read(key, fallback, Kind.TEXT, this::inDataDir);
  }

  /** A text that must not be shown to anybody. */
  public Optional<String> secret(String key) {
    catalogue.note(key, "", Kind.TEXT);
    return layers.find(key).map(found -> found.value().strip());
  }

  /** A whole number between the two bounds, both included. */
  public int integer(String key, int fallback, int min, int max) {
    return read(
        key,
        String.valueOf(fallback),
        Kind.integer(min, max),
        value -> Math.toIntExact(within(Long.parseLong(value.strip()), min, max)));
  }

  /** A whole number of any size, such as a Telegram id. */
  public long number(String key, long fallback) {
    return read(key, String.valueOf(fallback), Kind.NUMBER, value -> Long.parseLong(value.strip()));
  }

  /** A span of time, written in whole milliseconds. */
  public Duration millis(String key, Duration fallback) {
    return read(
        key,
        String.valueOf(fallback.toMillis()),
        Kind.MILLIS,
        value -> Duration.ofMillis(within(Long.parseLong(value.strip()), 0, Long.MAX_VALUE)));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean fallback) {
    return read(key, String.valueOf(fallback), Kind.FLAG, Settings::parseFlag);
  }

  /** One of a few words. */
  public String choice(String key, String fallback, List<String> words) {
    return read(key, fallback, Kind.choice(words), value -> words.get(indexOf(value, words)));
  }

  /** A path of a file or directory. */
  public Path path(String key, Path fallback) {
    return read(key, fallback.toString(), Kind.PATH, this::parsePath);
  }

  /** A path of a file or directory that need not be given. */
  public Optional<Path> path(String key) {
    return read(
        key,
        "",
        Kind.PATH,
        value -> Optional.of(value).filter(v -> !v.isEmpty()).map(this::parsePath));
  }

  /** A list of whole numbers; from the environment, separated by commas. */
  public List<Long> numbers(String key) {
    return read(key, "", Kind.NUMBERS, Settings::parseNumbers);
  }

  /** A list of texts; from the environment, one a line. */
  public List<String> texts(String key) {
    catalogue.note(key, "", Kind.TEXTS);
    return layers.list(key).stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  /**
   * A list of groups of settings, which only a file can give.
   *
   * @param reader reads one group; called once more than there are groups, on an empty one, to know
   *     what may stand in it
   */
  public <T> List<T> groups(String key, Function<Settings, T> reader) {
    Settings none = new Settings(new JsonObject());
    T unused = reader.apply(none);
    catalogue.note(key, "", Kind.groups(none.catalogue.schema(Map.of())));
    List<T> groups = new ArrayList<>();
    List<?> elements = layers.elements(key);
    for (int i = 0; i < elements.size(); i++) {
      String where = key + "[" + i + "]";
      if (elements.get(i) instanceof JsonObject tree) {
        Settings group = new Settings(this, where + ".", tree);
        groups.add(reader.apply(group));
        group.noteStrangers();
      } else {
        problem(where, String.valueOf(elements.get(i)), "write names and values");
      }
    }
    if (elements.isEmpty() && layers.find(key).isPresent()) {
      problem(key, "…", "write " + Kind.groups(new JsonObject()).expected() + ", in the file");
    }
    return groups;
  }

  /** Names and values that are somebody else's; what looks like a number or a truth is one. */
  public JsonObject object(String key) {
    catalogue.note(key, "", Kind.OBJECT);
    if (layers.find(key).isPresent()) {
      problem(key, "…", "write " + Kind.OBJECT.expected());
    }
    return layers.object(key);
  }

  /** Notes a problem that only the caller can see. */
  public void problem(String key, String value, String fix) {
    String label = layers.find(key).map(Layers.Found::label).orElse(key);
    if (whole == null) {
      problems.add(new Problem(label, value, fix));
    } else {
      whole.problem(place + label, value, fix);
    }
  }

  /** Every key that was asked for, with what it is when nothing is set, as it would be written. */
  public Map<String, String> fallbacks() {
    return catalogue.fallbacks();
  }

  /**
   * What may be set, as a JSON Schema of what was asked for.
   *
   * @param descriptions for people, by key
   */
  public JsonObject schema(Map<String, String> descriptions) {
    return catalogue.schema(descriptions);
  }

  /**
   * Ends reading.
   *
   * @throws BadSettingsException when there was any problem, or a key that nobody asked for
   */
  public void conclude() {
    noteStrangers();
    if (!problems.isEmpty()) {
      throw new BadSettingsException(List.copyOf(problems));
    }
  }

  private void noteStrangers() {
    layers
        .strangers(catalogue.keys(), catalogue.open())
        .forEach(
            name -> problem(name, "…", "there is no such setting; remove it or correct its name"));
  }

  private <T> T read(String key, String fallback, Kind kind, Function<String, T> parser) {
    catalogue.note(key, fallback, kind);
    Optional<Layers.Found> found = layers.find(key);
    if (found.isPresent()) {
      try {
        return parser.apply(found.get().value());
      } catch (IllegalArgumentException | ArithmeticException wrong) {
        problem(key, found.get().value(), "write " + kind.expected());
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
