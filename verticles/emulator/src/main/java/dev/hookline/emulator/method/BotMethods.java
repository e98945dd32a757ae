package dev.hookline.emulator.method;

import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.wire.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Who the bot is, and its commands. */
final class BotMethods {

  private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");
  private static final int MOST_COMMANDS = 100;
  private static final int LONGEST_DESCRIPTION = 256;

  private final Stage stage;

  BotMethods(Stage stage) {
    this.stage = stage;
  }

  void addTo(MethodTable table) {
    table.add("getMe", this::me);
    table.add("getMyCommands", this::commands, "scope", "language_code");
    table.add("setMyCommands", this::setCommands, "commands", "scope", "language_code");
    table.add("deleteMyCommands", this::deleteCommands, "scope", "language_code");
  }

  private Step me(Call call) {
    boolean topicsInPrivate =
        stage.world().chats().values().stream()
            .anyMatch(chat -> chat.id() > 0 && chat.forum() && isIn(call, chat.id()));
    return Step.free(
        () ->
            Done.with(
                Fields.with("id", call.bot().id())
                    .all(Wire.user(call.bot().person()))
                    .and("can_join_groups", true)
                    .and("can_read_all_group_messages", true)
                    .and("supports_inline_queries", false)
                    .and("can_connect_to_business", false)
                    .and("has_main_web_app", false)
                    .and("has_topics_enabled", topicsInPrivate)
                    .and("allows_users_to_create_topics", topicsInPrivate)
                    .map()));
  }

  private boolean isIn(Call call, long chat) {
    return stage.world().chats().get(chat).member(call.bot().id()).present();
  }

  private Step commands(Call call) throws Refusal {
    String key = key(call);
    return Step.free(() -> Done.with(call.bot().commands().getOrDefault(key, List.of())));
  }

  private Step setCommands(Call call) throws Refusal {
    String key = key(call);
    JsonArray given = call.args().array("commands");
    if (given.size() > MOST_COMMANDS) {
      throw Refusal.bad("BOT_COMMANDS_TOO_MUCH");
    }
    List<Map<String, Object>> commands = new ArrayList<>();
    for (Object one : given) {
      commands.add(command(one));
    }
    return Step.free(
        () -> {
          call.bot().commands().put(key, List.copyOf(commands));
          return Done.yes();
        });
  }

  private Step deleteCommands(Call call) throws Refusal {
    String key = key(call);
    return Step.free(
        () -> {
          call.bot().commands().remove(key);
          return Done.yes();
        });
  }

  private static Map<String, Object> command(Object value) throws Refusal {
    if (!(value instanceof JsonObject json)
        || !(json.getValue("command") instanceof String given)
        || !(json.getValue("description") instanceof String description)) {
      throw Refusal.bad("can't parse BotCommand: it needs a command and a description");
    }
    String name = given.startsWith("/") ? given.substring(1) : given;
    if (!COMMAND.matcher(name).matches()) {
      throw Refusal.bad("BOT_COMMAND_INVALID");
    }
    if (description.isBlank() || description.length() > LONGEST_DESCRIPTION) {
      throw Refusal.bad("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    return Fields.with("command", name).and("description", description).map();
  }

  private static String key(Call call) throws Refusal {
    JsonObject scope = call.args().object("scope");
    return new JsonObject(new java.util.TreeMap<>(scope.getMap())).encode()
        + call.args().text("language_code");
  }
}
