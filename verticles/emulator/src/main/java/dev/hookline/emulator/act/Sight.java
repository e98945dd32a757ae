package dev.hookline.emulator.act;

import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.wire.Wire;
import dev.hookline.emulator.wire.WireMessage;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Topic;
import dev.hookline.emulator.world.World;
import java.util.List;
import java.util.Map;

/** How those who watch are shown messages, topics and chats: more than a bot sees. */
public final class Sight {

  private Sight() {}

  /** A message with its past. */
  public static Map<String, Object> entry(World world, Chat chat, Message message) {
    return Fields.with("thread_id", thread(chat, message))
        .and("message", new WireMessage(world, chat).of(message))
        .and("deleted", message.deleted())
        .and("pinned", message.pinned())
        .and(
            "reactions",
            message.reactions().entrySet().stream()
                .map(one -> Fields.with("user_id", one.getKey()).and("emoji", one.getValue()).map())
                .toList())
        .and("edits", message.looks().stream().map(Sight::look).toList())
        .map();
  }

  /** Where a message is shown: General is 1, and what is in no topic is 0. */
  static int thread(Chat chat, Message message) {
    return message.thread() == 0 && chat.topic(Topic.GENERAL).isPresent()
        ? Topic.GENERAL
        : message.thread();
  }

  public static Map<String, Object> topic(Chat chat, Topic topic) {
    List<Message> there =
        topic.messageIds().stream()
            .map(chat.messages()::get)
            .filter(message -> !message.deleted())
            .toList();
    Message last = there.isEmpty() ? null : there.get(there.size() - 1);
    String emoji = topic.iconEmoji();
    return Fields.with("thread_id", topic.threadId())
        .and("name", topic.name())
        .and("icon_color", topic.iconColor())
        .and("icon_custom_emoji_id", emoji.isEmpty() ? null : emoji)
        .and("creator_id", topic.creator())
        .and("general", topic.general())
        .and("closed", topic.closed())
        .and("hidden", topic.hidden())
        .and("deleted", topic.deleted())
        .and("archived", topic.archived())
        .and("messages", there.size())
        .and("last_message_id", last == null ? null : last.id())
        .and("last_message_at", last == null ? null : last.sentAt())
        .and("pinned", there.stream().filter(Message::pinned).map(Message::id).toList())
        .map();
  }

  /** A chat with its members and without its topics. */
  public static Map<String, Object> chat(World world, Chat chat) {
    return Fields.with("chat", Wire.chat(chat))
        .and("last_message_id", chat.lastMessageId())
        .and("migrated_to", chat.migratedTo() == 0 ? null : chat.migratedTo())
        .and(
            "members",
            chat.members().values().stream()
                .map(member -> Wire.member(member, world.people().get(member.userId())))
                .toList())
        .map();
  }

  private static Map<String, Object> look(Message.Look look) {
    return Fields.with("at", look.at())
        .and("text", look.content().text())
        .and("entities", Wire.entities(look.content().entities()))
        .and(
            "reply_markup",
            look.content().keyboard().isEmpty()
                ? null
                : WireMessage.markup(look.content().keyboard()))
        .map();
  }
}
