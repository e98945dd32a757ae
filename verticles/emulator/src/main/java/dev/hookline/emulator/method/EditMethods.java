package dev.hookline.emulator.method;

import dev.hookline.emulator.act.Messages;
import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Cost;
import dev.hookline.emulator.call.Cost.Kind;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.text.FormattedText;
import dev.hookline.emulator.text.KeyboardReader;
import dev.hookline.emulator.world.Button;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Content;
import dev.hookline.emulator.world.Entity;
import dev.hookline.emulator.world.Message;
import java.util.List;

/** Changing what was sent. New words without buttons take the old buttons away. */
final class EditMethods {

  private static final String NOT_MODIFIED =
      "message is not modified: specified new message content and reply markup are exactly the same"
          + " as a current content and reply markup of the message";

  private final Lookup lookup;
  private final Messages messages;

  EditMethods(Stage stage, Lookup lookup) {
    this.lookup = lookup;
    this.messages = new Messages(stage);
  }

  void addTo(MethodTable table) {
    table.add(
        "editMessageText",
        this::text,
        "chat_id",
        "message_id",
        "text",
        "entities",
        "link_preview_options",
        "reply_markup");
    table.add(
        "editMessageCaption",
        this::caption,
        "chat_id",
        "message_id",
        "caption",
        "caption_entities",
        "reply_markup");
    table.add("editMessageReplyMarkup", this::markup, "chat_id", "message_id", "reply_markup");
  }

  private Step text(Call call) throws Refusal {
    String text = call.args().text("text");
    if (text.isEmpty()) {
      throw Refusal.bad("message text is empty");
    }
    List<Entity> entities = Outgoing.entities(call, "entities");
    List<List<Button>> keyboard = keyboard(call);
    Chat chat = lookup.chat(call);
    Message message = own(call, chat);
    if (message.content().media() != null) {
      throw Refusal.bad("there is no text in the message to edit");
    }
    if (!message.content().rich().isEmpty()) {
      throw Refusal.notEmulated("new words for a rich message");
    }
    FormattedText clean = Outgoing.text(text, entities);
    return edit(chat, message, new Content(clean.text(), clean.entities(), null, keyboard));
  }

  private Step caption(Call call) throws Refusal {
    List<Entity> entities = Outgoing.entities(call, "caption_entities");
    List<List<Button>> keyboard = keyboard(call);
    Chat chat = lookup.chat(call);
    Message message = own(call, chat);
    if (message.content().media() == null) {
      throw Refusal.bad("there is no caption in the message to edit");
    }
    FormattedText clean = Outgoing.caption(call.args().text("caption"), entities);
    return edit(
        chat, message, message.content().saying(clean.text(), clean.entities()).with(keyboard));
  }

  private Step markup(Call call) throws Refusal {
    List<List<Button>> keyboard = keyboard(call);
    Chat chat = lookup.chat(call);
    Message message = own(call, chat);
    return edit(chat, message, message.content().with(keyboard));
  }

  private Step edit(Chat chat, Message message, Content next) {
    return new Step.Act(
        Cost.of(Kind.EDIT, chat.id()),
        () -> {
          if (message.deleted()) {
            throw Refusal.bad("message to edit not found");
          }
          KeyboardReader.check(next.keyboard());
          if (message.content().equals(next)) {
            throw Refusal.bad(NOT_MODIFIED);
          }
          messages.edit(chat, message, next);
          return Done.with(messages.wire(chat, message), List.of(message.id()));
        });
  }

  private static List<List<Button>> keyboard(Call call) throws Refusal {
    return KeyboardReader.read(call.args().object("reply_markup"));
  }

  private static Message own(Call call, Chat chat) throws Refusal {
    Message message = Lookup.message(call, chat, "message to edit not found");
    if (message.sender() != call.bot().id() || message.note() != null) {
      throw Refusal.bad("message can't be edited");
    }
    return message;
  }
}
