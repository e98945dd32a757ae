package dev.hookline.emulator.method;

import dev.hookline.emulator.act.Messages;
import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Cost;
import dev.hookline.emulator.call.Cost.Kind;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Note;
import dev.hookline.emulator.world.Rights;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Deleting, pinning, and reacting to messages. */
final class MessageMethods {

  private static final long DELETABLE_MILLIS = 48 * 3_600_000L;
  private static final String NO_PIN_RIGHT =
      "not enough rights to manage pinned messages in the chat";

  private final Stage stage;
  private final Lookup lookup;
  private final Messages messages;

  MessageMethods(Stage stage, Lookup lookup) {
    this.stage = stage;
    this.lookup = lookup;
    this.messages = new Messages(stage);
  }

  void addTo(MethodTable table) {
    table.add("deleteMessage", this::delete, "chat_id", "message_id");
    table.add("deleteMessages", this::deleteAll, "chat_id", "message_ids");
    table.add("pinChatMessage", this::pin, "chat_id", "message_id", "disable_notification");
    table.add("unpinChatMessage", this::unpin, "chat_id", "message_id");
    table.add("setMessageReaction", this::react, "chat_id", "message_id", "reaction", "is_big");
  }

  private Step delete(Call call) throws Refusal {
    Chat chat = lookup.chat(call);
    Message message = Lookup.message(call, chat, "message to delete not found");
    if (!deletable(call, chat, message)) {
      throw Refusal.bad("message can't be deleted");
    }
    return new Step.Act(
        Cost.of(Kind.ADMIN, chat.id()),
        () -> {
          messages.delete(chat, message);
          return Done.yes();
        });
  }

  private Step deleteAll(Call call) throws Refusal {
    Chat chat = lookup.chat(call);
    JsonArray ids = call.args().array("message_ids");
    if (ids.isEmpty() || ids.size() > 100) {
      throw Refusal.bad("message identifiers are not specified, or there are too many");
    }
    return new Step.Act(
        Cost.of(Kind.ADMIN, chat.id()),
        () -> {
          // What is not there, or not to be deleted, is passed over.
          for (Object id : ids) {
            int number = id instanceof Number given ? given.intValue() : 0;
            chat.message(number)
                .filter(message -> deletable(call, chat, message))
                .ifPresent(message -> messages.delete(chat, message));
          }
          return Done.yes();
        });
  }

  private boolean deletable(Call call, Chat chat, Message message) {
    boolean root = message.note() != null && message.note().kind().equals(Note.TOPIC_CREATED);
    if (root || stage.now() - message.sentAt() > DELETABLE_MILLIS) {
      return false;
    }
    return message.sender() == call.bot().id() || Lookup.may(call, chat, Rights.DELETE_MESSAGES);
  }

  private Step pin(Call call) throws Refusal {
    Chat chat = lookup.chat(call);
    Message message = Lookup.message(call, chat, "message to pin not found");
    Lookup.need(call, chat, Rights.PIN_MESSAGES, NO_PIN_RIGHT);
    if (message.note() != null) {
      throw Refusal.bad("message can't be pinned");
    }
    return new Step.Act(
        Cost.of(Kind.MESSAGE, chat.id()),
        () -> {
          if (!message.pinned()) {
            messages.pin(chat, message, call.bot().id());
          }
          return Done.with(true, List.of(chat.lastMessageId()));
        });
  }

  private Step unpin(Call call) throws Refusal {
    Chat chat = lookup.chat(call);
    Lookup.need(call, chat, Rights.PIN_MESSAGES, NO_PIN_RIGHT);
    Optional<Message> message =
        call.args().has("message_id")
            ? chat.message(call.args().number("message_id", 0))
            : chat.messages().descendingMap().values().stream()
                .filter(one -> one.pinned() && !one.deleted())
                .findFirst();
    Message found = message.orElseThrow(() -> Refusal.bad("message to unpin not found"));
    return new Step.Act(
        Cost.of(Kind.ADMIN, chat.id()),
        () -> {
          messages.unpin(chat, found);
          return Done.yes();
        });
  }

  private Step react(Call call) throws Refusal {
    JsonArray reactions = call.args().array("reaction");
    if (reactions.size() > 1) {
      throw Refusal.bad("REACTIONS_TOO_MANY");
    }
    String emoji = reactions.isEmpty() ? "" : emoji(reactions.getValue(0));
    Chat chat = lookup.chat(call);
    Message message = Lookup.message(call, chat, "message to react not found");
    return new Step.Act(
        Cost.of(Kind.ADMIN, chat.id()),
        () -> {
          messages.react(chat, message, call.bot().id(), emoji);
          return Done.yes();
        });
  }

  private static String emoji(Object reaction) throws Refusal {
    if (!(reaction instanceof JsonObject json)) {
      throw Refusal.bad("can't parse ReactionType: expected an Object");
    }
    if (!"emoji".equals(json.getValue("type"))) {
      throw Refusal.notEmulated("a reaction other than an emoji");
    }
    String emoji = String.valueOf(json.getValue("emoji"));
    if (!Reactions.ALLOWED.contains(emoji)) {
      throw Refusal.bad("REACTION_INVALID");
    }
    return emoji;
  }
}
