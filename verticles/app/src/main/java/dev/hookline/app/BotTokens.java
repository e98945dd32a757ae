package dev.hookline.app;

import dev.hookline.config.Settings;
import dev.hookline.telegram.bot.BotToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the bot's token from {@code telegram.token} or the file {@code telegram.tokenFile}. */
final class BotTokens {

  private static final String VALUE = "telegram.token";
  private static final String FILE = "telegram.tokenFile";
  private static final String SHAPE =
      "write it as @BotFather gave it, digits, a colon, then letters";

  /** Stands for a token that is missing or wrong, so that reading can go on to the next problem. */
  private static final BotToken NONE = new BotToken("1:none");

  private BotTokens() {}

  /** The token; what is wrong with it is noted in the settings, without showing it. */
  static BotToken from(Settings settings) {
    Optional<String> value = settings.secret(VALUE);
    Optional<Path> file = settings.path(FILE);
    if (value.isPresent() && file.isPresent()) {
      settings.problem(FILE, file.get().toString(), "remove it, or " + VALUE + ": one is enough");
      return NONE;
    }
    if (value.isPresent()) {
      return parse(settings, VALUE, "…", value.get());
    }
    if (file.isPresent()) {
      return read(settings, file.get());
    }
    settings.problem(
        VALUE,
        "",
        "write the bot's token, or its file's path in " + FILE + "; @BotFather gives one");
    return NONE;
  }

  private static BotToken read(Settings settings, Path file) {
    try {
      return parse(settings, FILE, file.toString(), Files.readString(file).strip());
    } catch (IOException unreadable) {
      settings.problem(FILE, file.toString(), "name a file that can be read (" + unreadable + ")");
      return NONE;
    }
  }

  private static BotToken parse(Settings settings, String key, String shown, String text) {
    try {
      return new BotToken(text);
    } catch (IllegalArgumentException wrong) {
      settings.problem(key, shown, SHAPE);
      return NONE;
    }
  }
}
