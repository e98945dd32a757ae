package dev.hookline.emulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule that makes calls go wrong. All its conditions must hold; docs/emulator.md lists the
 * actions and their parameters.
 *
 * @param methods in lower case; empty for all
 * @param chat 0 for any, like the thread
 * @param contains what the JSON of the arguments contains; empty for anything
 * @param nth the first matching call that is concerned, from 1
 * @param count how many calls are concerned; 0 for all that follow
 * @param probability from 0 to 1, with the emulator's own dice
 * @param parameters the action's
 */
public record Fault(
    List<String> methods,
    long chat,
    int thread,
    String contains,
    int nth,
    int count,
    double probability,
    String action,
    JsonObject parameters) {

  private static final Set<String> CONDITIONS =
      Set.of("methods", "chat", "thread", "contains", "nth", "count", "probability", "action");

  public Fault {
    methods = methods.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (nth < 1) {
      throw new IllegalArgumentException("nth is " + nth + "; write 1 or more");
    }
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + "; write 0 or more");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability is " + probability + "; write a number from 0 to 1");
    }
  }

  /** A rule for the first call of these methods, whose action is still to be named. */
  public static Fault on(String... methods) {
    return new Fault(List.of(methods), 0, 0, "", 1, 1, 1.0, "", new JsonObject());
  }

  public Fault inChat(long id) {
    return new Fault(methods, id, thread, contains, nth, count, probability, action, parameters);
  }

  public Fault containing(String text) {
    return new Fault(methods, chat, thread, text, nth, count, probability, action, parameters);
  }

  /** Leaves the first ones alone. */
  public Fault fromThe(int first) {
    return new Fault(
        methods, chat, thread, contains, first, count, probability, action, parameters);
  }

  /** How many calls are concerned; 0 for all that follow. */
  public Fault times(int calls) {
    return new Fault(methods, chat, thread, contains, nth, calls, probability, action, parameters);
  }

  public Fault withProbability(double chance) {
    return new Fault(methods, chat, thread, contains, nth, count, chance, action, parameters);
  }

  public Fault doing(String what) {
    return doing(what, new JsonObject());
  }

  public Fault doing(String what, JsonObject how) {
    return new Fault(methods, chat, thread, contains, nth, count, probability, what, how.copy());
  }

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException when it makes no sense; the message says why
   */
  public static Fault fromJson(JsonObject json) {
    JsonObject parameters = json.copy();
    CONDITIONS.forEach(parameters::remove);
    try {
      return new Fault(
          json.getJsonArray("methods", new JsonArray()).stream().map(String::valueOf).toList(),
          json.getLong("chat", 0L),
          json.getInteger("thread", 0),
          json.getString("contains", ""),
          json.getInteger("nth", 1),
          json.getInteger("count", 1),
          json.getDouble("probability", 1.0),
          json.getString("action", ""),
          parameters);
    } catch (ClassCastException wrong) {
      throw new IllegalArgumentException(
          "a condition has the wrong type; conditions are " + new TreeSet<>(CONDITIONS), wrong);
    }
  }

  public JsonObject toJson() {
    return new JsonObject()
        .put("methods", new JsonArray(methods))
        .put("chat", chat == 0 ? null : chat)
        .put("thread", thread == 0 ? null : thread)
        .put("contains", contains)
        .put("nth", nth)
        .put("count", count)
        .put("probability", probability)
        .put("action", action)
        .mergeIn(parameters);
  }
}
