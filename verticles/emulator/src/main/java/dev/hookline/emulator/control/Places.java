package dev.hookline.emulator.control;

import dev.hookline.emulator.act.Members;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Topic;

/** Finds what a request of the control port is about. */
final class Places {

  private final Stage stage;

  Places(Stage stage) {
    this.stage = stage;
  }

  Chat chat(long id) {
    Chat chat = stage.world().chats().get(id);
    if (chat == null) {
      throw Wrong.missing("there is no chat with the id " + id);
    }
    return chat;
  }

  /** Who acts: somebody who is named and in the chat, or its first human member. */
  long actor(Chat chat, Body body) {
    if (!body.has("user")) {
      return new Members(stage).owner(chat);
    }
    long user = body.longNumber("user");
    person(user);
    if (stage.world().bots().containsKey(user)) {
      throw Wrong.request("user " + user + " is a bot; bots act by the Bot API");
    }
    if (!chat.member(user).present()) {
      throw Wrong.now("user " + user + " is not in the chat");
    }
    return user;
  }

  void person(long user) {
    if (!stage.world().people().containsKey(user)) {
      throw Wrong.missing("there is nobody with the id " + user);
    }
  }

  Message message(Chat chat, Body body) {
    int id = body.number("message_id");
    return chat.message(id)
        .orElseThrow(() -> Wrong.missing("there is no message " + id + " in the chat"));
  }

  Topic topic(Chat chat, Body body) {
    int thread = body.number("thread");
    return chat.topic(thread)
        .filter(found -> !found.deleted())
        .orElseThrow(() -> Wrong.missing("there is no topic " + thread + " in the chat"));
  }

  Bot bot(long id) {
    Bot bot = stage.world().bots().get(id);
    if (bot == null) {
      throw Wrong.missing("there is no bot with the id " + id);
    }
    return bot;
  }
}
