package dev.hookline.emulator.method;

import dev.hookline.emulator.act.Messages;
import dev.hookline.emulator.act.Topics;
import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Cost;
import dev.hookline.emulator.call.Cost.Kind;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.text.TopicNames;
import dev.hookline.emulator.wire.Wire;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Rights;
import dev.hookline.emulator.world.Topic;
import java.util.List;

/** Creating, changing and deleting forum topics. */
final class TopicMethods {

  private static final List<Integer> COLORS =
      List.of(7322096, 16766590, 13338331, 9367192, 16749490, 16478047);
  private static final int FEW_MESSAGES = 11;

  private final Stage stage;
  private final Lookup lookup;
  private final Topics topics;
  private final Messages messages;

  TopicMethods(Stage stage, Lookup lookup) {
    this.stage = stage;
    this.lookup = lookup;
    this.topics = new Topics(stage);
    this.messages = new Messages(stage);
  }

  void addTo(MethodTable table) {
    table.add(
        "createForumTopic", this::create, "chat_id", "name", "icon_color", "icon_custom_emoji_id");
    table.add(
        "editForumTopic",
        this::edit,
        "chat_id",
        "message_thread_id",
        "name",
        "icon_custom_emoji_id");
    table.add("closeForumTopic", call -> toggle(call, true), "chat_id", "message_thread_id");
    table.add("reopenForumTopic", call -> toggle(call, false), "chat_id", "message_thread_id");
    table.add("deleteForumTopic", this::delete, "chat_id", "message_thread_id");
    table.add("unpinAllForumTopicMessages", this::unpinAll, "chat_id", "message_thread_id");
  }

  private Step create(Call call) throws Refusal {
    Chat chat = lookup.forum(call);
    Lookup.need(call, chat, Rights.MANAGE_TOPICS, "not enough rights to create a topic");
    String name = TopicNames.clean(call.args().text("name"));
    int color = call.args().number("icon_color", 0);
    if (color < 0 || color > 0xFFFFFF) {
      throw Refusal.bad("invalid icon color specified");
    }
    String emoji = call.args().text("icon_custom_emoji_id");
    return new Step.Act(
        Cost.of(Kind.MESSAGE, chat.id()),
        () -> {
          // Telegram gives one of its colours to those who do not choose.
          int shade = color == 0 ? COLORS.get(stage.world().dice().below(COLORS.size())) : color;
          Topic topic = topics.create(chat, call.bot().id(), name, shade, emoji);
          lookup.remember(call.bot(), chat, topic.threadId());
          return Done.with(Wire.forumTopic(topic), List.of(topic.rootId()));
        });
  }

  private Step edit(Call call) throws Refusal {
    Chat chat = lookup.forum(call);
    int thread = Lookup.topicId(call);
    needHandOn(call, chat, thread, "not enough rights to edit the topic");
    String given = call.args().text("name");
    String name = given.isEmpty() ? null : TopicNames.clean(given);
    boolean hasEmoji = call.args().has("icon_custom_emoji_id");
    String emoji = hasEmoji ? call.args().text("icon_custom_emoji_id") : null;
    if (name == null && emoji == null) {
      return Step.free(Done::yes);
    }
    return changing(chat, () -> rename(call, chat, thread, name, emoji));
  }

  private Done rename(Call call, Chat chat, int thread, String name, String emoji) throws Refusal {
    Topic topic = Lookup.topic(chat, thread);
    boolean sameName = name == null || name.equals(topic.name());
    boolean sameEmoji = emoji == null || emoji.equals(topic.iconEmoji());
    if (sameName && sameEmoji) {
      throw Refusal.bad("TOPIC_NOT_MODIFIED");
    }
    topics.rename(chat, topic, call.bot().id(), sameName ? null : name, sameEmoji ? null : emoji);
    return made(chat);
  }

  private Step toggle(Call call, boolean close) throws Refusal {
    Chat chat = lookup.chat(call);
    if (chat.type() == Chat.Type.PRIVATE) {
      throw Refusal.bad("the chat is not a supergroup forum");
    }
    lookup.forum(call);
    int thread = Lookup.topicId(call);
    needHandOn(call, chat, thread, "not enough rights to close or open the topic");
    return changing(
        chat,
        () -> {
          Topic topic = Lookup.topic(chat, thread);
          if (topic.closed() == close) {
            throw Refusal.bad("TOPIC_NOT_MODIFIED");
          }
          if (close) {
            topics.close(chat, topic, call.bot().id());
          } else {
            topics.reopen(chat, topic, call.bot().id());
          }
          return made(chat);
        });
  }

  private Step delete(Call call) throws Refusal {
    Chat chat = lookup.forum(call);
    int thread = Lookup.topicId(call);
    if (!Lookup.may(call, chat, Rights.DELETE_MESSAGES) && !isOwnAndSmall(call, chat, thread)) {
      throw Refusal.bad("not enough rights to delete the topic");
    }
    return new Step.Act(
        Cost.of(Kind.ADMIN, chat.id()),
        () -> {
          Topic topic = Lookup.topic(chat, thread);
          if (topic.general()) {
            throw Refusal.bad("TOPIC_ID_INVALID");
          }
          topics.delete(chat, topic);
          return Done.yes();
        });
  }

  private Step unpinAll(Call call) throws Refusal {
    Chat chat = lookup.forum(call);
    int thread = Lookup.topicId(call);
    Lookup.need(
        call, chat, Rights.PIN_MESSAGES, "not enough rights to manage pinned messages in the chat");
    return new Step.Act(
        Cost.of(Kind.ADMIN, chat.id()),
        () -> {
          for (int id : Lookup.topic(chat, thread).messageIds()) {
            chat.message(id).filter(Message::pinned).ifPresent(one -> messages.unpin(chat, one));
          }
          return Done.yes();
        });
  }

  private static Step changing(Chat chat, Step.Effect effect) {
    return new Step.Act(Cost.of(Kind.MESSAGE, chat.id()), effect);
  }

  private static Done made(Chat chat) {
    return Done.with(true, List.of(chat.lastMessageId()));
  }

  private static void needHandOn(Call call, Chat chat, int thread, String refusal) throws Refusal {
    boolean own = chat.topic(thread).filter(topic -> isOwn(call, topic)).isPresent();
    if (!own) {
      Lookup.need(call, chat, Rights.MANAGE_TOPICS, refusal);
    }
  }

  private static boolean isOwnAndSmall(Call call, Chat chat, int thread) {
    return chat.topic(thread)
        .filter(topic -> isOwn(call, topic) && topic.messageIds().size() <= FEW_MESSAGES)
        .filter(
            topic ->
                topic.messageIds().stream()
                    .allMatch(id -> chat.messages().get(id).sender() == call.bot().id()))
        .isPresent();
  }

  private static boolean isOwn(Call call, Topic topic) {
    return topic.creator() == call.bot().id();
  }
}
