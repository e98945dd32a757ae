package dev.hookline.telegram.render;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the command in what a tool is asked. */
final class Command {

  /** Where agents keep it. */
  static final List<String> KEYS = List.of("command", "cmd", "script");

  private static final Pattern SHELL = Pattern.compile("(.*/)?(ba|z|da)?sh-l?c");

  private Command() {}

  /** Whether a tool is asked to run one. */
  static boolean isIn(Facts input) {
    return KEYS.stream().anyMatch(input::has) && Change.files(input).isEmpty();
  }

  /** The command as it would be typed; some agents give it word by word, with the shell first. */
  static String text(Object command) {
    if (!(command instanceof JsonArray array)) {
      return Facts.shown(command);
    }
    List<String> words = array.stream().map(Facts::shown).toList();
    boolean isScript = words.size() == 3 && SHELL.matcher(words.get(0) + words.get(1)).matches();
    return isScript ? words.get(2) : String.join(" ", words);
  }
}
