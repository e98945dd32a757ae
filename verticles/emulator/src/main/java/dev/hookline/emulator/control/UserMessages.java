package dev.hookline.emulator.control;

import dev.hookline.emulator.act.Messages;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.method.Shelf;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.text.CommandMarks;
import dev.hookline.emulator.text.EntityReader;
import dev.hookline.emulator.text.FormattedText;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.wire.Wire;
import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Button;
import dev.hookline.emulator.world.Bytes;
import dev.hookline.emulator.world.Callback;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Content;
import dev.hookline.emulator.world.Media;
import dev.hookline.emulator.world.Message;
import dev.hookline.emulator.world.Rights;
import dev.hookline.emulator.world.StoredFile;
import dev.hookline.emulator.world.Topic;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What users do with messages. */
final class UserMessages {

  private final Stage stage;
  private final Places places;
  private final Messages messages;

  UserMessages(Stage stage, Places places) {
    this.stage = stage;
    this.places = places;
    this.messages = new Messages(stage);
  }

  Map<String, Object> send(Chat chat, Body body) {
    long user = places.actor(chat, body);
    int thread = thread(chat, body);
    if (!chat.member(user).maySend()) {
      throw Wrong.now("user " + user + " may not write in the chat");
    }
    refuseClosed(chat, thread, user);
    int replyTo = body.number("reply_to", 0);
    if (replyTo != 0 && chat.message(replyTo).isEmpty()) {
      throw Wrong.missing("there is no message " + replyTo + " to reply to");
    }
    return shown(chat, messages.post(chat, thread, user, content(body), replyTo));
  }

  Map<String, Object> edit(Chat chat, Body body) {
    Message message = places.message(chat, body);
    if (message.sender() != places.actor(chat, body) || message.note() != null) {
      throw Wrong.now("message " + message.id() + " is not the user's own");
    }
    FormattedText clean = clean(body, "text", "entities");
    messages.edit(chat, message, message.content().saying(clean.text(), clean.entities()));
    return shown(chat, message);
  }

  Map<String, Object> delete(Chat chat, Body body) {
    Message message = places.message(chat, body);
    long user = places.actor(chat, body);
    if (message.sender() != user && !chat.member(user).may(Rights.DELETE_MESSAGES)) {
      throw Wrong.now("user " + user + " may not delete message " + message.id());
    }
    messages.delete(chat, message);
    return Map.of();
  }

  Map<String, Object> react(Chat chat, Body body) {
    Message message = places.message(chat, body);
    messages.react(chat, message, places.actor(chat, body), body.text("emoji", ""));
    return Map.of();
  }

  /** Presses a button; brings the callback query's id. */
  String tap(Chat chat, Body body) {
    long user = places.actor(chat, body);
    Message message = places.message(chat, body);
    String data = data(message, body);
    Bot bot = places.bot(message.sender());
    String id = String.valueOf(stage.world().dice().next() >>> 1);
    Callback callback =
        new Callback(id, bot.id(), user, chat.id(), message.id(), data, stage.now(), null);
    stage.world().callbacks().put(id, callback);
    stage
        .events()
        .tell(
            "callback",
            Fields.with("chat_id", chat.id())
                .and("message_id", message.id())
                .and("callback_query_id", id)
                .and("user_id", user)
                .and("data", data)
                .map());
    Map<String, Object> query =
        Fields.with("id", id)
            .and("from", Wire.user(stage.world().people().get(user)))
            .and("message", messages.wire(chat, message))
            .and("chat_instance", String.valueOf(chat.id() * 31))
            .and("data", data)
            .map();
    stage.updates().toMember(bot.id(), user, "callback_query", query);
    return id;
  }

  private static String data(Message message, Body body) {
    List<List<Button>> rows = message.content().keyboard();
    if (body.has("data")) {
      String data = body.text("data");
      boolean there =
          rows.stream().flatMap(List::stream).anyMatch(one -> data.equals(one.callbackData()));
      if (!there) {
        throw Wrong.missing("message " + message.id() + " has no button with that data");
      }
      return data;
    }
    int row = body.number("row");
    int column = body.number("column");
    boolean there = row >= 0 && row < rows.size() && column >= 0 && column < rows.get(row).size();
    String data = there ? rows.get(row).get(column).callbackData() : null;
    if (data == null) {
      throw Wrong.missing("message " + message.id() + " has no button to press there");
    }
    return data;
  }

  private static int thread(Chat chat, Body body) {
    int thread = body.number("thread", 0);
    if (thread == 0 || thread == Topic.GENERAL || !chat.forum()) {
      return 0;
    }
    return chat.topic(thread)
        .filter(found -> !found.deleted())
        .map(Topic::threadId)
        .orElseThrow(() -> Wrong.missing("there is no topic " + thread + " in the chat"));
  }

  private static void refuseClosed(Chat chat, int thread, long user) {
    boolean closed =
        chat.topic(thread == 0 ? Topic.GENERAL : thread).filter(Topic::closed).isPresent();
    if (closed && !chat.member(user).may(Rights.MANAGE_TOPICS)) {
      throw Wrong.now("the topic is closed");
    }
  }

  private Content content(Body body) {
    for (String kind : List.of(Media.DOCUMENT, Media.PHOTO)) {
      if (body.has(kind)) {
        Body file = new Body(body.object(kind));
        String fallback = kind.equals(Media.PHOTO) ? "image/png" : "application/octet-stream";
        StoredFile kept =
            new Shelf(stage)
                .keep(
                    new StoredFile(
                        "",
                        "",
                        "",
                        file.text("file_name", "file"),
                        file.text("mime_type", fallback),
                        bytes(file)));
        FormattedText caption = clean(body, "caption", "caption_entities");
        return new Content(
            caption.text(),
            caption.entities(),
            new Media(kind, kept.id(), file.number("width", 0), file.number("height", 0)),
            List.of());
      }
    }
    FormattedText clean = clean(body, "text", "entities");
    if (clean.text().isEmpty()) {
      throw Wrong.request("text is empty; write what the user says");
    }
    return new Content(clean.text(), clean.entities(), null, List.of());
  }

  private static Bytes bytes(Body file) {
    try {
      return Bytes.of(Base64.getDecoder().decode(file.text("content_base64")));
    } catch (IllegalArgumentException wrong) {
      throw Wrong.request("content_base64 is not written in base64");
    }
  }

  private static FormattedText clean(Body body, String text, String entities) {
    try {
      return CommandMarks.in(
          FormattedText.clean(body.text(text, ""), EntityReader.read(body.array(entities))));
    } catch (Refusal refused) {
      throw Wrong.request(refused.getMessage());
    }
  }

  private Map<String, Object> shown(Chat chat, Message message) {
    return Map.of("message", messages.wire(chat, message));
  }
}
