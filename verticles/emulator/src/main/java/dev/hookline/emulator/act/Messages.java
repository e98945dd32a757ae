package dev.hookline.emulator.act;

import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.wire.Wire;
import dev.hookline.emulator.wire.WireMessage;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Content;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Note;
import java.util.List;
import java.util.Map;

/** What happens to messages. */
public final class Messages {

  private final Stage stage;

  public Messages(Stage stage) {
    this.stage = stage;
  }

  /**
   * Somebody writes. A bot is not told of its own message.
   *
   * @param thread 0 outside topics and in General
   * @param replyTo 0 for none
   */
  public Message post(Chat chat, int thread, long sender, Content content, int replyTo) {
    return post(chat, thread, sender, content, replyTo, "");
  }

  /** The same as part of an album. */
  public Message post(
      Chat chat, int thread, long sender, Content content, int replyTo, String album) {
    Message message = stage.world().newMessage(chat, thread, sender, stage.now(), replyTo, null);
    chat.add(message.saying(content, album));
    tell("message", chat, message);
    if (!isBot(sender)) {
      stage.updates().publish(chat, sender, "message", wire(chat, message));
    }
    return message;
  }

  /** A service message, of which its author is told too when it is a bot. */
  public Message note(Chat chat, int thread, long actor, Note note) {
    Message message = stage.world().newMessage(chat, thread, actor, stage.now(), 0, note);
    chat.add(message);
    tell("message", chat, message);
    return message;
  }

  /** Tells the bots of a service message. */
  public void announce(Chat chat, Message note) {
    stage.updates().publish(chat, note.sender(), "message", wire(chat, note));
  }

  public void edit(Chat chat, Message message, Content content) {
    message.edit(content, stage.now());
    tell("edit", chat, message);
    if (!isBot(message.sender())) {
      stage.updates().publish(chat, message.sender(), "edited_message", wire(chat, message));
    }
  }

  /** Nobody is told of it, as on Telegram. */
  public void delete(Chat chat, Message message) {
    message.delete();
    tell("delete", chat, message);
  }

  public void pin(Chat chat, Message message, long actor) {
    message.pin(true);
    tell("pin", chat, message);
    Note note = new Note(Note.PINNED, Map.of("message_id", message.id()));
    announce(chat, note(chat, message.thread(), actor, note));
  }

  public void unpin(Chat chat, Message message) {
    message.pin(false);
    tell("pin", chat, message);
  }

  /**
   * Puts a reaction to a message, or takes it back.
   *
   * @param emoji empty takes it back
   */
  public void react(Chat chat, Message message, long user, String emoji) {
    String before = message.reactions().getOrDefault(user, "");
    if (emoji.isEmpty()) {
      message.reactions().remove(user);
    } else {
      message.reactions().put(user, emoji);
    }
    tell("reaction", chat, message);
    if (!isBot(user) && !before.equals(emoji)) {
      stage
          .updates()
          .publish(
              chat,
              user,
              "message_reaction",
              Fields.with("chat", Wire.chat(chat))
                  .and("message_id", message.id())
                  .and("user", Wire.user(stage.world().people().get(user)))
                  .and("date", stage.now() / 1000)
                  .and("old_reaction", reaction(before))
                  .and("new_reaction", reaction(emoji))
                  .map());
    }
  }

  /** The message as every bot sees it. */
  public Map<String, Object> wire(Chat chat, Message message) {
    return new WireMessage(stage.world(), chat).of(message);
  }

  private static List<Map<String, Object>> reaction(String emoji) {
    return emoji.isEmpty()
        ? List.of()
        : List.of(Fields.with("type", "emoji").and("emoji", emoji).map());
  }

  private boolean isBot(long user) {
    return stage.world().bots().containsKey(user);
  }

  private void tell(String kind, Chat chat, Message message) {
    stage
        .events()
        .tell(
            kind,
            Fields.with("chat_id", chat.id())
                .and("thread_id", Sight.thread(chat, message))
                .and("entry", Sight.entry(stage.world(), chat, message))
                .map());
  }
}
