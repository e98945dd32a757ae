package dev.hookline.telegram.command;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/**
 * A command as a message holds it, as its first word.
 *
 * @param name the command, in lower case
 * @param bot which bot it is for, in lower case; empty when it is not said
 * @param arguments what stands behind it
 * @param whole all of it
 */
record Written(String name, String bot, String arguments, String whole) {

  /** The command with which a message begins, as Telegram marked it; empty when with none. */
  static Optional<Written> in(JsonObject message) {
    if (!(message.getValue("text") instanceof String text)
        || !(message.getValue("entities") instanceof JsonArray marks)) {
      return Optional.empty();
    }
    int length = markedAtTheBeginning(marks);
    if (length < 2 || length > text.length() || text.charAt(0) != '/') {
      return Optional.empty();
    }
    String[] words = text.substring(1, length).toLowerCase(Locale.ROOT).split("@", 2);
    String bot = words.length > 1 ? words[1] : "";
    return Optional.of(new Written(words[0], bot, text.substring(length).strip(), text));
  }

  private static int markedAtTheBeginning(JsonArray marks) {
    for (Object one : marks) {
      if (one instanceof JsonObject mark
          && "bot_command".equals(mark.getValue("type"))
          && mark.getValue("offset") instanceof Integer offset
          && offset == 0
          && mark.getValue("length") instanceof Integer length) {
        return length;
      }
    }
    return 0;
  }
}
