package dev.hookline.emulator.act;

import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.wire.Wire;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Note;
import dev.hookline.emulator.world.Topic;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happens to topics. All but a deletion leave a service message, of which bots are told. */
public final class Topics {

  private final Stage stage;
  private final Messages messages;

  public Topics(Stage stage) {
    this.stage = stage;
    this.messages = new Messages(stage);
  }

  /** Creates a topic; its root message comes first. */
  public Topic create(Chat chat, long actor, String name, int iconColor, String iconEmoji) {
    Map<String, Object> looks = Wire.looks(new Topic(0, 0, actor, name, iconColor, iconEmoji));
    Message root = messages.note(chat, 0, actor, new Note(Note.TOPIC_CREATED, looks));
    Topic topic = new Topic(root.thread(), root.id(), actor, name, iconColor, iconEmoji);
    topic.messageIds().add(root.id());
    chat.add(topic);
    tell(chat, topic, "created");
    messages.announce(chat, root);
    return topic;
  }

  /**
   * Changes a topic's looks.
   *
   * @param name null leaves it as it is, like the emoji
   */
  public void rename(Chat chat, Topic topic, long actor, String name, String iconEmoji) {
    topic.rename(
        name == null ? topic.name() : name, iconEmoji == null ? topic.iconEmoji() : iconEmoji);
    Map<String, Object> changes = new LinkedHashMap<>();
    if (name != null) {
      changes.put("name", name);
    }
    if (iconEmoji != null) {
      changes.put("icon_custom_emoji_id", iconEmoji);
    }
    say(chat, topic, actor, "forum_topic_edited", changes);
    tell(chat, topic, "renamed");
  }

  public void close(Chat chat, Topic topic, long actor) {
    topic.close(true);
    say(chat, topic, actor, "forum_topic_closed", Map.of());
    tell(chat, topic, "closed");
  }

  public void reopen(Chat chat, Topic topic, long actor) {
    topic.close(false);
    say(chat, topic, actor, "forum_topic_reopened", Map.of());
    tell(chat, topic, "reopened");
  }

  /** Hides General, or shows it again. */
  public void hide(Chat chat, Topic topic, long actor, boolean yes) {
    topic.hide(yes);
    String kind = yes ? "general_forum_topic_hidden" : "general_forum_topic_unhidden";
    say(chat, topic, actor, kind, Map.of());
    tell(chat, topic, yes ? "hidden" : "unhidden");
  }

  /** Deletes a topic with all its messages. Nobody is told of it, as on Telegram. */
  public void delete(Chat chat, Topic topic) {
    topic.delete();
    topic.messageIds().forEach(id -> chat.messages().get(id).delete());
    tell(chat, topic, "deleted");
  }

  /** Puts a topic's root message out of the bots' reach. */
  public void archive(Chat chat, Topic topic) {
    topic.archive();
    tell(chat, topic, "archived");
  }

  private void say(Chat chat, Topic topic, long actor, String kind, Map<String, Object> body) {
    int thread = topic.general() ? 0 : topic.threadId();
    messages.announce(chat, messages.note(chat, thread, actor, new Note(kind, body)));
  }

  private void tell(Chat chat, Topic topic, String change) {
    stage
        .events()
        .tell(
            "topic",
            Fields.with("chat_id", chat.id())
                .and("change", change)
                .and("topic", Sight.topic(chat, topic))
                .map());
  }
}
