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
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Rights;
import dev.hookline.emulator.world.Topic;

/** A forum's General topic, which can be hidden and not deleted. */
final class GeneralTopicMethods {

  /** Changes General. */
  @FunctionalInterface
  private interface Change {
    void make(Chat chat, Topic general, long bot) throws Refusal;
  }

  private final Lookup lookup;
  private final Topics topics;
  private final Messages messages;

  GeneralTopicMethods(Stage stage, Lookup lookup) {
    this.lookup = lookup;
    this.topics = new Topics(stage);
    this.messages = new Messages(stage);
  }

  void addTo(MethodTable table) {
    table.add("editGeneralForumTopic", this::rename, "chat_id", "name");
    table.add("closeGeneralForumTopic", call -> change(call, this::close), "chat_id");
    table.add("reopenGeneralForumTopic", call -> change(call, this::reopen), "chat_id");
    table.add("hideGeneralForumTopic", call -> change(call, this::hide), "chat_id");
    table.add("unhideGeneralForumTopic", call -> change(call, this::unhide), "chat_id");
    table.add("unpinAllGeneralForumTopicMessages", this::unpinAll, "chat_id");
  }

  private Step rename(Call call) throws Refusal {
    String name = TopicNames.clean(call.args().text("name"));
    return change(
        call,
        (chat, general, bot) -> {
          refuseIf(name.equals(general.name()));
          topics.rename(chat, general, bot, name, null);
        });
  }

  private void close(Chat chat, Topic general, long bot) throws Refusal {
    refuseIf(general.closed());
    topics.close(chat, general, bot);
  }

  private void reopen(Chat chat, Topic general, long bot) throws Refusal {
    refuseIf(!general.closed() && !general.hidden());
    if (general.hidden()) {
      topics.hide(chat, general, bot, false);
    }
    if (general.closed()) {
      topics.reopen(chat, general, bot);
    }
  }

  private void hide(Chat chat, Topic general, long bot) throws Refusal {
    refuseIf(general.hidden());
    if (!general.closed()) {
      topics.close(chat, general, bot);
    }
    topics.hide(chat, general, bot, true);
  }

  private void unhide(Chat chat, Topic general, long bot) throws Refusal {
    refuseIf(!general.hidden());
    topics.hide(chat, general, bot, false);
  }

  private Step change(Call call, Change change) throws Refusal {
    Chat chat = lookup.forum(call);
    Lookup.need(call, chat, Rights.MANAGE_TOPICS, "not enough rights to edit the topic");
    return new Step.Act(
        Cost.of(Kind.MESSAGE, chat.id()),
        () -> {
          change.make(chat, Lookup.topic(chat, Topic.GENERAL), call.bot().id());
          return Done.yes();
        });
  }

  private Step unpinAll(Call call) throws Refusal {
    Chat chat = lookup.forum(call);
    Lookup.need(
        call, chat, Rights.PIN_MESSAGES, "not enough rights to manage pinned messages in the chat");
    return new Step.Act(
        Cost.of(Kind.ADMIN, chat.id()),
        () -> {
          for (int id : Lookup.topic(chat, Topic.GENERAL).messageIds()) {
            chat.message(id).filter(Message::pinned).ifPresent(one -> messages.unpin(chat, one));
          }
          return Done.yes();
        });
  }

  private static void refuseIf(boolean alreadySo) throws Refusal {
    if (alreadySo) {
      throw Refusal.bad("TOPIC_NOT_MODIFIED");
    }
  }
}
