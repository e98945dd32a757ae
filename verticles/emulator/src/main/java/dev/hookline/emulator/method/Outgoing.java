package dev.hookline.emulator.method;

import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.text.EntityReader;
import dev.hookline.emulator.text.FormattedText;
import dev.hookline.emulator.text.KeyboardReader;
import dev.hookline.emulator.world.Button;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Entity;
import dev.hookline.emulator.world.Member;
import dev.hookline.emulator.world.Rights;
import dev.hookline.emulator.world.Topic;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What is common to all that a bot sends: where to, in answer to what, with which buttons.
 *
 * @param thread 0 for no topic
 * @param replyTo 0 for nothing
 */
record Outgoing(Call call, Chat chat, int thread, int replyTo, List<List<Button>> keyboard) {

  /** The parameters that it reads. The last three change nothing that this double shows. */
  static final List<String> PARAMETERS =
      List.of(
          "chat_id",
          "message_thread_id",
          "reply_parameters",
          "reply_markup",
          "disable_notification",
          "protect_content",
          "allow_paid_broadcast");

  private static final int TEXT_LIMIT = 4096;
  private static final int CAPTION_LIMIT = 1024;

  /** Checks in the order of the real server: buttons, chat, topic, what is answered. */
  static Outgoing read(Call call, Lookup lookup) throws Refusal {
    List<List<Button>> keyboard = KeyboardReader.read(call.args().object("reply_markup"));
    Chat chat = lookup.chat(call);
    int thread = lookup.thread(call, chat);
    return new Outgoing(call, chat, thread, replyTo(call, chat), keyboard);
  }

  /** The entities under a name, not yet held against the text. */
  static List<Entity> entities(Call call, String name) throws Refusal {
    List<Entity> entities = EntityReader.read(call.args().array(name));
    if (EntityReader.cross(entities)) {
      call.violations().add(name + " cross each other; Telegram would split or drop some");
    }
    return entities;
  }

  static FormattedText text(String text, List<Entity> entities) throws Refusal {
    FormattedText clean = FormattedText.clean(text, entities);
    if (clean.text().isEmpty()) {
      throw Refusal.bad("text must be non-empty");
    }
    if (clean.codePoints() > TEXT_LIMIT) {
      throw Refusal.bad("message is too long");
    }
    return clean;
  }

  static FormattedText caption(String text, List<Entity> entities) throws Refusal {
    FormattedText clean = FormattedText.clean(text, entities);
    if (clean.codePoints() > CAPTION_LIMIT) {
      throw Refusal.bad("message caption is too long");
    }
    return clean;
  }

  /**
   * What Telegram's servers check at last.
   *
   * @param what for the refusal: {@code text messages}, {@code documents}
   */
  void checkByServer(String what) throws Refusal {
    Member me = chat.member(call.bot().id());
    Topic topic = chat.topic(thread == 0 ? Topic.GENERAL : thread).orElse(null);
    if (thread != 0 && (topic == null || topic.deleted())) {
      throw Refusal.bad("TOPIC_DELETED");
    }
    boolean barred =
        topic != null
            && chat.forum()
            && topic.closed()
            && topic.creator() != me.userId()
            && !me.may(Rights.MANAGE_TOPICS);
    if (barred) {
      throw Refusal.bad("TOPIC_CLOSED");
    }
    KeyboardReader.check(keyboard);
    if (!me.maySend()) {
      throw Refusal.bad("not enough rights to send " + what + " to the chat");
    }
  }

  private static int replyTo(Call call, Chat chat) throws Refusal {
    JsonObject reply = call.args().object("reply_parameters");
    if (reply.isEmpty()) {
      return 0;
    }
    if (!(reply.getValue("message_id") instanceof Number id)) {
      throw Refusal.bad(
          "can't parse reply parameters: Field \"message_id\" must be of type Number");
    }
    if (reply.containsKey("chat_id") && longOf(reply.getValue("chat_id")) != chat.id()) {
      throw Refusal.notEmulated("a reply to another chat");
    }
    if (chat.message(id.intValue()).isPresent()) {
      return id.intValue();
    }
    if (Boolean.TRUE.equals(reply.getValue("allow_sending_without_reply"))) {
      return 0;
    }
    throw Refusal.bad("message to be replied not found");
  }

  private static long longOf(Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
