package dev.hookline.telegram.render;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the command in what a tool is asked. */
final class Command {

  /** Where agents keep it. */
  static final List<String> KEYS = List.of("command", "cmd", "script");

  private Command() {}

  /** The command as it would be typed; some agents give it word by word. */
  static String text(Object command) {
    return command instanceof JsonArray words
        ? words.stream().map(Facts::shown).collect(Collectors.joining(" "))
        : Facts.shown(command);
  }
}
