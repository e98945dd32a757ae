package dev.hookline.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a setting's value comes from: the file, overridden by the environment, overridden by system
 * properties. A blank value counts as not set. Immutable.
 */
final class Layers {

  private static final String VARIABLE_PREFIX = "HOOKLINE_";
  private static final String PROPERTY_PREFIX = "hookline.";
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private final JsonObject tree;
  private final Map<String, String> file = new LinkedHashMap<>();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final Map<String, String> environment;
  private final Map<String, String> properties;

  Layers(JsonObject tree, Map<String, String> environment, Map<String, String> properties) {
    this.tree = tree;
    flatten("", tree);
    this.environment = startingWith(VARIABLE_PREFIX, environment);
    this.properties = startingWith(PROPERTY_PREFIX, properties);
  }

  /** The value that counts, unless none is set. */
  Optional<Found> find(String key) {
    String property = PROPERTY_PREFIX + key;
    String variable = variable(key);
    return found(properties, property, key + " (-D" + property + ")")
        .or(() -> found(environment, variable, key + " (" + variable + ")"))
        .or(() -> found(file, key, key));
  }

  /** The elements of a list; where it is set as one text, its lines. None when it is not set. */
  List<String> list(String key) {
    Optional<Found> found = find(key);
    boolean fromFile = found.isPresent() && found.get().label().equals(key);
    return fromFile && lists.containsKey(key)
        ? lists.get(key)
        : found.stream().flatMap(text -> text.value().lines()).toList();
  }

  /** The elements of a list in the file, as they are written there. */
  List<?> elements(String key) {
    return tree.getValue(key) instanceof JsonArray list
        ? IntStream.range(0, list.size()).mapToObj(list::getValue).toList()
        : List.of();
  }

  /** A group in the file, as it is written there, but for what looks like a number or a truth. */
  JsonObject object(String key) {
    return tree.getValue(key) instanceof JsonObject group
        ? PlainValues.typed(group)
        : new JsonObject();
  }

  /**
   * What is set and belongs to none of the keys.
   *
   * @param open keys under which anything may stand
   */
  List<String> strangers(Set<String> keys, Set<String> open) {
    Set<String> variables = keys.stream().map(Layers::variable).collect(Collectors.toSet());
    return Stream.of(
            file.keySet().stream()
                .filter(key -> !keys.contains(key))
                .filter(key -> open.stream().noneMatch(group -> key.startsWith(group + "."))),
            environment.keySet().stream().filter(name -> !variables.contains(name)),
            properties.keySet().stream()
                .filter(name -> !keys.contains(name.substring(PROPERTY_PREFIX.length()))))
        .flatMap(names -> names)
        .toList();
  }

  /** {@code telegram.apiRoot} is {@code HOOKLINE_TELEGRAM_API_ROOT}. */
  static String variable(String key) {
    String words = HUMP.matcher(key).replaceAll("_").replace('.', '_');
    return VARIABLE_PREFIX + words.toUpperCase(Locale.ROOT);
  }

  private static Optional<Found> found(Map<String, String> layer, String name, String label) {
    return Optional.ofNullable(layer.get(name))
        .filter(value -> !value.isBlank())
        .map(value -> new Found(value, label));
  }

  private static Map<String, String> startingWith(String prefix, Map<String, String> all) {
    Map<String, String> ours = new TreeMap<>(all);
    ours.keySet().removeIf(name -> !name.startsWith(prefix));
    return ours;
  }

  private void flatten(String prefix, JsonObject tree) {
    for (Map.Entry<String, Object> entry : tree) {
      String key = prefix + entry.getKey();
      if (entry.getValue() instanceof JsonObject nested) {
        flatten(key + ".", nested);
      } else if (entry.getValue() instanceof JsonArray list) {
        lists.put(key, list.stream().map(String::valueOf).toList());
        file.put(key, String.join(",", lists.get(key)));
      } else {
        file.put(key, entry.getValue() == null ? "" : entry.getValue().toString());
      }
    }
  }

  /**
   * A value and where it is from.
   *
   * @param label the key, with the variable or property when it does not come from the file
   */
  record Found(String value, String label) {}
}
