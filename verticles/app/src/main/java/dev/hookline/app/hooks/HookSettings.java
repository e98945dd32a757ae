package dev.hookline.app.hooks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Settings in JSON that list, below {@code hooks}, what to run for each event: handlers, or groups
 * of handlers. What is not ours is left as it is and where it is.
 */
abstract class HookSettings implements AgentSettings {

  static final String HOOKS = "hooks";
  static final int TIMEOUT_SECONDS = 10;

  /** The hook asks whether somebody wrote to the agent, and does not wait for it. */
  static final String HEED = " --heed";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-]+");

  private final Pattern ours =
      Pattern.compile("(.*/)?hookline-hook'? " + agent() + "( --[a-z]+)*( \\|\\| true)?");

  /** The events that a chat shows, or that complete what it shows. */
  abstract List<String> events();

  /**
   * What to run for an event.
   *
   * @param command the script and the agent's name, for a shell
   */
  abstract JsonObject handler(String event, String command);

  /** Whether handlers stand in groups, each below {@code hooks} of its own. */
  abstract boolean inGroups();

  /** The handler's field that holds the command. */
  String commandField() {
    return "command";
  }

  /** What else must stand in the file. */
  JsonObject beginning(Path file) {
    return new JsonObject();
  }

  @Override
  public final String install(SettingsFile file, String text, Path script) {
    JsonObject settings = file.parse(text);
    JsonObject wanted = file.understand(() -> install(begun(file, settings), script));
    return wanted.equals(settings) ? text : PrettyJson.of(wanted);
  }

  @Override
  public final String uninstall(SettingsFile file, String text) {
    JsonObject settings = file.parse(text);
    JsonObject wanted = file.understand(() -> uninstall(settings));
    if (wanted.equals(settings)) {
      return text;
    }
    return wanted.equals(beginning(file.path())) ? "" : PrettyJson.of(wanted);
  }

  final JsonObject install(JsonObject settings, Path script) {
    String command = quoted(script.toString()) + " " + agent();
    JsonObject with =
        removed(settings, (event, one) -> isOurs(one) && !one.equals(handler(event, command)));
    if (!with.containsKey(HOOKS)) {
      with.put(HOOKS, new JsonObject());
    }
    events().forEach(event -> add(with.getJsonObject(HOOKS), event, handler(event, command)));
    return with;
  }

  final JsonObject uninstall(JsonObject settings) {
    return removed(settings, (event, one) -> isOurs(one));
  }

  private JsonObject begun(SettingsFile file, JsonObject settings) {
    JsonObject begun = settings.copy();
    beginning(file.path())
        .forEach(field -> begun.getMap().putIfAbsent(field.getKey(), field.getValue()));
    return begun;
  }

  private void add(JsonObject hooks, String event, JsonObject handler) {
    if (!hooks.containsKey(event)) {
      hooks.put(event, new JsonArray());
    }
    JsonArray entries = hooks.getJsonArray(event);
    boolean there =
        entries.stream().flatMap(e -> handlers(event, e).stream()).anyMatch(handler::equals);
    if (!there) {
      entries.add(inGroups() ? new JsonObject().put(HOOKS, new JsonArray().add(handler)) : handler);
    }
  }

  private JsonObject removed(JsonObject settings, BiPredicate<String, JsonObject> unwanted) {
    JsonObject without = settings.copy();
    if (!without.containsKey(HOOKS)) {
      return without;
    }
    JsonObject hooks = object(HOOKS, without.getValue(HOOKS));
    boolean removed = false;
    for (String event : List.copyOf(hooks.fieldNames())) {
      removed |= removeFrom(hooks, event, unwanted);
    }
    if (removed && hooks.isEmpty()) {
      without.remove(HOOKS);
    }
    return without;
  }

  private boolean removeFrom(
      JsonObject hooks, String event, BiPredicate<String, JsonObject> unwanted) {
    JsonArray entries = array("hooks." + event, hooks.getValue(event));
    boolean removed = false;
    for (int i = entries.size() - 1; i >= 0; i--) {
      JsonArray handlers = handlers(event, entries.getValue(i));
      boolean some = handlers.stream().anyMatch(one -> isUnwanted(event, one, unwanted));
      if (some && inGroups()) {
        remove(handlers, event, unwanted);
      }
      if (some && (!inGroups() || handlers.isEmpty())) {
        entries.remove(i);
      }
      removed |= some;
    }
    if (removed && entries.isEmpty()) {
      hooks.remove(event);
    }
    return removed;
  }

  private static void remove(
      JsonArray handlers, String event, BiPredicate<String, JsonObject> unwanted) {
    for (int i = handlers.size() - 1; i >= 0; i--) {
      if (isUnwanted(event, handlers.getValue(i), unwanted)) {
        handlers.remove(i);
      }
    }
  }

  private static boolean isUnwanted(
      String event, Object one, BiPredicate<String, JsonObject> unwanted) {
    return one instanceof JsonObject handler && unwanted.test(event, handler);
  }

  private boolean isOurs(JsonObject handler) {
    return handler.getValue(commandField()) instanceof String command
        && ours.matcher(command).matches();
  }

  /** The handlers in an entry: those of a group, or the entry itself. */
  private JsonArray handlers(String event, Object entry) {
    String path = "hooks." + event + "[]";
    JsonObject object = object(path, entry);
    return inGroups()
        ? array(path + ".hooks", object.getValue(HOOKS))
        : new JsonArray().add(object);
  }

  private static JsonObject object(String path, Object value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new BadAgentSettingsException(path + " is no object");
  }

  private static JsonArray array(String path, Object value) {
    if (value instanceof JsonArray array) {
      return array;
    }
    throw new BadAgentSettingsException(path + " is no list");
  }

  // For a shell: the agent runs the command by one.
  private static String quoted(String path) {
    return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
