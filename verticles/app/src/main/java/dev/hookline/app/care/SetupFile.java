package dev.hookline.app.care;

import dev.hookline.config.SettingsFile;
import dev.hookline.telegram.bot.BotToken;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;

/**
 * The settings that {@code setup} writes. The rest of the file stays, without its comments; what it
 * was before is kept beside it.
 *
 * @param path where it is, whether there is one or not
 */
record SetupFile(Path path) {

  private static final String HEAD =
      "# Written by ./hookline setup. conf/hookline.yaml in Hookline's directory explains every setting.\n";

  /** What it says now. */
  JsonObject tree() {
    return Files.exists(path) ? SettingsFile.read(path) : new JsonObject();
  }

  /** Keeps the bot's token in a file of its own, and no longer where it was. */
  void setToken(BotToken token) throws IOException {
    PrivateFile.write(tokenFile(), token.value() + "\n");
    JsonObject tree = tree();
    telegram(tree).put("tokenFile", tokenFile().toString()).remove("token");
    write(tree);
  }

  /** Sets one setting of the group {@code telegram}, and writes the file. */
  void set(String name, Object value) throws IOException {
    JsonObject tree = tree();
    telegram(tree).put(name, value);
    write(tree);
  }

  private static JsonObject telegram(JsonObject tree) {
    if (!(tree.getValue("telegram") instanceof JsonObject)) {
      tree.put("telegram", new JsonObject());
    }
    return tree.getJsonObject("telegram");
  }

  private void write(JsonObject tree) throws IOException {
    if (Files.exists(path) && !Files.readString(path).startsWith(HEAD)) {
      Files.copy(
          path,
          path.resolveSibling(path.getFileName() + ".before-setup"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    PrivateFile.write(path, HEAD + yaml("", tree));
  }

  /** Where the bot's token is kept. */
  Path tokenFile() {
    return path.toAbsolutePath().resolveSibling("bot-token");
  }

  /** Each text is written as JSON writes it, which YAML reads. */
  private static String yaml(String indent, JsonObject tree) {
    return tree.stream()
        .map(
            field ->
                field.getValue() instanceof JsonObject group
                    ? indent + field.getKey() + ":\n" + yaml(indent + "  ", group)
                    : indent + field.getKey() + ": " + scalar(field.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String scalar(Object value) {
    return value instanceof JsonArray list ? list.encode() : Json.encode(value);
  }
}
