package dev.hookline.emulator.fault;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An action's parameters, checked when the rule is made and not when it takes effect. */
final class Parameters {

  private final String action;
  private final JsonObject json;
  private final Set<String> unread;

  Parameters(String action, JsonObject json) {
    this.action = action;
    this.json = json;
    this.unread = new TreeSet<>(json.fieldNames());
  }

  int number(String name, int fallback) {
    unread.remove(name);
    Object value = json.getValue(name, fallback);
    if (value instanceof Number number && number.longValue() >= 0) {
      return number.intValue();
    }
    throw new IllegalArgumentException(name + " is " + value + "; write a number of 0 or more");
  }

  String text(String name, String fallback) {
    unread.remove(name);
    Object value = json.getValue(name, fallback);
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + " is " + value + "; write a text");
  }

  /** One of some words, the first of which is the default. */
  String word(String name, String... words) {
    String text = text(name, words[0]);
    if (!List.of(words).contains(text)) {
      throw new IllegalArgumentException(name + " is " + text + "; write one of " + List.of(words));
    }
    return text;
  }

  void refuseOthers() {
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException(action + " has no parameter " + unread);
    }
  }
}
