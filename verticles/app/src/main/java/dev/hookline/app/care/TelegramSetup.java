package dev.hookline.app.care;

import dev.hookline.config.Settings;
import dev.hookline.telegram.bot.BotToken;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps of {@code setup} that are about Telegram: the bot, the group, the rights. */
final class TelegramSetup {

  private static final String API_ROOT = "https://api.telegram.org";

  private final Terminal terminal;
  private final SetupFile file;
  private final Supplier<Settings> settings;

  private BotToken token;
  private String botName = "";

  /**
   * @param settings reads what is set so far
   */
  TelegramSetup(Terminal terminal, SetupFile file, Supplier<Settings> settings) {
    this.terminal = terminal;
    this.file = file;
    this.settings = settings;
  }

  /** The bot's token: asked for until Telegram knows it, and kept in a file of its own. */
  void bot() throws IOException {
    Optional<BotToken> known = known();
    if (known.isPresent() && isTelegrams(known.get())) {
      terminal.say("1. Bot: there already, " + botName + ".");
      return;
    }
    terminal.say(
        "1. Bot: write /newbot to @BotFather in Telegram; it gives you a token (/mybots shows that of a"
            + " bot that you have).");
    while (true) {
      String typed = terminal.askSecretly("   The token (it is not shown): ");
      try {
        if (isTelegrams(new BotToken(typed))) {
          break;
        }
      } catch (IllegalArgumentException noToken) {
        terminal.say(
            "   That is no token: it is digits, a colon, then letters. Again, or q to leave.");
      }
    }
    file.setToken(token);
    terminal.say("   " + botName + "; its token is in " + file.tokenFile() + ", for you alone.");
  }

  /** The group: found by a message that somebody writes there. */
  void group() throws IOException {
    long chat = chat();
    if (chat != 0 && !checks(chat).group().isWrong()) {
      terminal.say("2. Group: there already, " + checks(chat).group().words() + ".");
      return;
    }
    terminal.say(
        "2. Group: create one, switch Topics on in its settings, add "
            + botName
            + ", and make it an administrator\n   that may manage topics and delete messages. Then write"
            + " /start"
            + botName
            + " in it.");
    while (true) {
      String answer =
          terminal.ask("   Enter when you have (or the group's id, if you know it; q to leave): ");
      Optional<Long> found =
          answer.matches("-[0-9]{1,18}") ? Optional.of(Long.parseLong(answer)) : heard();
      if (found.isPresent()) {
        Finding group = checks(found.get()).group();
        terminal.say("   " + group.line());
        if (!group.isWrong()) {
          file.set("chatId", found.get());
          return;
        }
      }
    }
  }

  /** Who may answer: nobody but those who are named. */
  void people() throws IOException {
    List<Long> allowed = settings.get().numbers("telegram.allowedUsers");
    if (!allowed.isEmpty()) {
      terminal.say("3. Who may answer agents: there already, " + allowed + ".");
      return;
    }
    JsonArray chosen = new JsonArray();
    terminal.say("3. Who may answer agents? Nobody, until you name somebody.");
    for (Map.Entry<Long, String> person : writers().entrySet()) {
      if (terminal.agrees("   May " + person.getValue() + " (" + person.getKey() + ")?")) {
        chosen.add(person.getKey());
      }
    }
    if (chosen.isEmpty()) {
      terminal.say("   Nobody yet: telegram.allowedUsers in " + file.path() + " names them.");
    } else {
      file.set("allowedUsers", chosen);
    }
  }

  /** What the bot may do in the group: looked at until it is enough, or somebody has enough. */
  void rights() {
    Finding rights = checks(chat()).rights();
    while (rights.isWrong()) {
      terminal.say("4. Rights: " + rights.line());
      if (terminal.ask("   Enter to look again, s to go on without: ").equals("s")) {
        return;
      }
      rights = checks(chat()).rights();
    }
    terminal.say("4. Rights: " + rights.words() + ".");
  }

  private long chat() {
    return settings.get().number("telegram.chatId", 0);
  }

  private Optional<BotToken> known() {
    Settings now = settings.get();
    try {
      Optional<Path> path = now.path("telegram.tokenFile");
      Optional<String> text = now.secret("telegram.token").filter(value -> !value.isEmpty());
      if (text.isEmpty() && path.isPresent() && Files.exists(path.get())) {
        text = Optional.of(Files.readString(path.get()).strip());
      }
      return text.map(BotToken::new);
    } catch (IOException | IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private boolean isTelegrams(BotToken candidate) {
    token = candidate;
    Finding bot = checks(0).bot();
    if (bot.isWrong()) {
      terminal.say("   " + bot.line());
      return false;
    }
    botName = bot.words();
    return true;
  }

  private TelegramChecks checks(long chat) {
    return new TelegramChecks(api(), token.botId(), chat, false);
  }

  private BotApi api() {
    return new BotApi(URI.create(settings.get().text("telegram.apiRoot", API_ROOT)), token);
  }

  /** The group that somebody wrote in, if it is the one. */
  private Optional<Long> heard() {
    Map<Long, String> groups = new LinkedHashMap<>();
    for (JsonObject update : updates()) {
      JsonObject chat = chatOf(update);
      if (chat.getString("type", "").endsWith("group")) {
        groups.put(chat.getLong("id"), chat.getString("title", ""));
      }
    }
    if (groups.isEmpty()) {
      terminal.say(
          "   Nothing was heard from a group yet. Is the bot in it, and was it called by name?");
    }
    return groups.entrySet().stream()
        .filter(
            group ->
                terminal.agrees("   Is it \"" + group.getValue() + "\" (" + group.getKey() + ")?"))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Who wrote in the group, as far as the bot was told. */
  private Map<Long, String> writers() {
    Map<Long, String> people = new LinkedHashMap<>();
    for (JsonObject update : updates()) {
      JsonObject from = object(object(update, "message"), "from");
      boolean here = chatOf(update).getLong("id", 0L) == chat();
      if (here && from.getLong("id") != null && !Boolean.TRUE.equals(from.getBoolean("is_bot"))) {
        people.put(from.getLong("id"), from.getString("first_name", ""));
      }
    }
    return people;
  }

  /** What waits for the node: it is only looked at, and stays for the node to read. */
  private List<JsonObject> updates() {
    try {
      return api().list("getUpdates", new JsonObject().put("limit", 100).put("timeout", 0)).stream()
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast)
          .toList();
    } catch (TelegramSaysNoException no) {
      terminal.say(
          "   Telegram says: "
              + no.getMessage()
              + ". Does a node read the updates? Stop it meanwhile.");
      return List.of();
    }
  }

  private static JsonObject chatOf(JsonObject update) {
    JsonObject message = object(update, "message");
    return object(message.isEmpty() ? object(update, "my_chat_member") : message, "chat");
  }

  private static JsonObject object(JsonObject json, String field) {
    return json.getValue(field) instanceof JsonObject object ? object : new JsonObject();
  }
}
