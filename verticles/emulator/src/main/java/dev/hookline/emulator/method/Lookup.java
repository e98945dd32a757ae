package dev.hookline.emulator.method;

import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Member;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Topic;
import java.util.Map;

/** Finds what a call is about, or refuses in Telegram's words. */
final class Lookup {

  private final Stage stage;

  Lookup(Stage stage) {
    this.stage = stage;
  }

  /** The chat that a call names, if the bot may look into it. */
  Chat chat(Call call) throws Refusal {
    String name = call.args().text("chat_id").trim();
    if (name.isEmpty()) {
      throw Refusal.bad("chat_id is empty");
    }
    Chat chat = stage.world().chats().get(call.args().longNumber("chat_id", 0));
    if (chat == null || unknownTo(chat, call.bot())) {
      throw Refusal.bad("chat not found");
    }
    if (chat.migratedTo() != 0) {
      throw new Refusal(
          400,
          "Bad Request: group chat was upgraded to a supergroup chat",
          Map.of("migrate_to_chat_id", chat.migratedTo()));
    }
    String kind = chat.type() == Chat.Type.GROUP ? "group" : "supergroup";
    switch (chat.member(call.bot().id()).status()) {
      case KICKED -> throw Refusal.forbidden("bot was kicked from the " + kind + " chat");
      case LEFT -> throw Refusal.forbidden("bot is not a member of the " + kind + " chat");
      default -> {} // in
    }
    return chat;
  }

  /** The same, with topics. */
  Chat forum(Call call) throws Refusal {
    Chat chat = chat(call);
    if (!chat.forum()) {
      throw Refusal.bad("the chat is not a forum");
    }
    return chat;
  }

  /** The topic that a message is to go to: 0 for none. Believes for a while what it has seen. */
  int thread(Call call, Chat chat) throws Refusal {
    int thread = call.args().number("message_thread_id", 0);
    if (thread == 0 || !chat.forum()) {
      return 0;
    }
    Bot bot = call.bot();
    if (bot.topics().believesLiving(chat.id(), thread, stage.now())) {
      return thread;
    }
    boolean living =
        thread != Topic.GENERAL
            && !bot.topics().believesGone(chat.id(), thread)
            && chat.topic(thread).filter(Topic::alive).isPresent();
    if (!living) {
      bot.topics().gone(chat.id(), thread);
      throw Refusal.bad("message thread not found");
    }
    remember(bot, chat, thread);
    return thread;
  }

  /** The bot's server has seen that the topic is there. */
  void remember(Bot bot, Chat chat, int thread) {
    if (!bot.topics().believesGone(chat.id(), thread)) {
      long until = stage.now() + stage.knobs().topicCacheSeconds() * 1000L;
      bot.topics().living(chat.id(), thread, until);
    }
  }

  /** The thread id that a call about a topic names. */
  static int topicId(Call call) throws Refusal {
    int thread = call.args().number("message_thread_id", 0);
    if (thread <= 0) {
      throw Refusal.bad("invalid forum topic identifier specified");
    }
    return thread;
  }

  /** The topic with an id, as Telegram's servers see it. */
  static Topic topic(Chat chat, int thread) throws Refusal {
    return chat.topic(thread)
        .filter(Topic::alive)
        .orElseThrow(() -> Refusal.bad("TOPIC_ID_INVALID"));
  }

  /** Refuses what needs a right that the bot lacks. */
  static void need(Call call, Chat chat, String right, String refusal) throws Refusal {
    if (!may(call, chat, right)) {
      throw Refusal.bad(refusal);
    }
  }

  static boolean may(Call call, Chat chat, String right) {
    return chat.type() == Chat.Type.PRIVATE || chat.member(call.bot().id()).may(right);
  }

  /** A message that is still there. */
  static Message message(Call call, Chat chat, String refusal) throws Refusal {
    int id = call.args().number("message_id", 0);
    return chat.message(id).orElseThrow(() -> Refusal.bad(refusal));
  }

  // A chat that the bot was never in is one that it has never heard of.
  private static boolean unknownTo(Chat chat, Bot bot) {
    return !chat.members().containsKey(bot.id())
        || (chat.type() == Chat.Type.PRIVATE
            && chat.member(bot.id()).status() == Member.Status.LEFT);
  }
}
