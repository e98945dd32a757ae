package dev.hookline.emulator.wire;

import dev.hookline.emulator.world.Button;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Content;
import dev.hookline.emulator.world.Media;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Note;
import dev.hookline.emulator.world.Person;
import dev.hookline.emulator.world.StoredFile;
import dev.hookline.emulator.world.Topic;
import dev.hookline.emulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Bot API's Message, as every bot sees it. */
public final class WireMessage {

  private final World world;
  private final Chat chat;

  public WireMessage(World world, Chat chat) {
    this.world = world;
    this.chat = chat;
  }

  /** The message with the one that it answers. */
  public Map<String, Object> of(Message message) {
    Fields fields = head(message);
    answered(message)
        .ifPresent(other -> fields.and("reply_to_message", body(head(other), other).map()));
    return body(fields, message).map();
  }

  private Fields head(Message message) {
    boolean inTopic = message.thread() != 0;
    Person sender = world.people().get(message.sender());
    return Fields.with("message_id", message.id())
        .when(inTopic, "message_thread_id", message.thread())
        .and("from", Wire.user(sender))
        .and("chat", Wire.chat(chat))
        .and("date", message.sentAt() / 1000)
        .when(inTopic, "is_topic_message", true);
  }

  // In a topic, what answers nothing else answers the topic's root message.
  private Optional<Message> answered(Message message) {
    if (message.replyTo() != 0) {
      return chat.message(message.replyTo());
    }
    return chat.topic(message.thread())
        .map(Topic::rootId)
        .filter(root -> root != 0 && root != message.id())
        .map(root -> chat.messages().get(root));
  }

  private Fields body(Fields fields, Message message) {
    fields
        .when(message.editedAt() != 0, "edit_date", message.editedAt() / 1000)
        .when(!message.album().isEmpty(), "media_group_id", message.album());
    return message.note() == null ? content(fields, message.content()) : note(fields, message);
  }

  private Fields content(Fields fields, Content content) {
    Media media = content.media();
    boolean hasText = !content.text().isEmpty();
    boolean marked = !content.entities().isEmpty();
    if (media != null) {
      fields.and(media.kind(), media(media));
    }
    return fields
        .when(!content.rich().isEmpty(), "rich_message", Map.of("blocks", content.rich()))
        .when(hasText, media == null ? "text" : "caption", content.text())
        .when(
            marked,
            media == null ? "entities" : "caption_entities",
            Wire.entities(content.entities()))
        .when(!content.keyboard().isEmpty(), "reply_markup", markup(content.keyboard()));
  }

  private Object media(Media media) {
    StoredFile file = world.files().get(media.fileId());
    Fields fields = Fields.with("file_id", file.id()).and("file_unique_id", file.uniqueId());
    if (media.kind().equals(Media.PHOTO)) {
      return List.of(
          fields
              .and("width", media.width())
              .and("height", media.height())
              .and("file_size", file.content().size())
              .map());
    }
    return fields
        .and("file_name", file.name())
        .and("mime_type", file.mimeType())
        .and("file_size", file.content().size())
        .map();
  }

  /** An InlineKeyboardMarkup. */
  public static Map<String, Object> markup(List<List<Button>> keyboard) {
    return Map.of(
        "inline_keyboard",
        keyboard.stream()
            .map(
                row ->
                    row.stream()
                        .map(button -> Fields.with("text", button.text()).all(button.more()).map())
                        .toList())
            .toList());
  }

  private Fields note(Fields fields, Message message) {
    Note note = message.note();
    return fields.and(
        note.kind(),
        switch (note.kind()) {
          case Note.PINNED -> pinned(note);
          case "new_chat_members" -> List.of(Wire.user(person(note)));
          case "left_chat_member" -> Wire.user(person(note));
          case "migrate_to_chat_id", "migrate_from_chat_id" -> note.body().get("chat_id");
          case "group_chat_created", "supergroup_chat_created" -> true;
          default -> note.body();
        });
  }

  private Map<String, Object> pinned(Note note) {
    Message other = chat.messages().get((Integer) note.body().get("message_id"));
    return body(head(other), other).map();
  }

  private Person person(Note note) {
    return world.people().get((Long) note.body().get("user_id"));
  }
}
