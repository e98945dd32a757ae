package dev.hookline.app.e2e;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A person with a phone: sees messages with their buttons, presses them, and replies. */
final class Phone {

  /** Who may answer, in these tests. */
  static final long ANN = 7001;

  /** Who may not. */
  static final long STRANGER = 7002;

  private static final int ANSWER_MILLIS = 10_000;

  private final Chat chat;
  private final long user;

  Phone(Chat chat, long user) {
    this.chat = chat;
    this.user = user;
  }

  /** The message that says this and has buttons, as soon as there is one. */
  JsonObject seesButtonsBelow(String words) {
    chat.awaits("buttons below " + words, () -> !buttons(chat.saying(words)).isEmpty());
    return chat.saying(words);
  }

  /** The message says this by now, and has no buttons any more. */
  void seesWithoutButtons(String words) {
    chat.awaits(
        "without buttons: " + words,
        () -> chat.saying(words) != null && buttons(chat.saying(words)).isEmpty());
  }

  /** Presses the button with this on it, and gives what the bot tells. */
  String presses(JsonObject message, String label) {
    return presses(message, label, ANSWER_MILLIS);
  }

  /** Presses it, and does not wait for what the bot tells. */
  void taps(JsonObject message, String label) {
    presses(message, label, 0);
  }

  /** The bot has told somebody this who pressed a button. */
  void seesTold(String words) {
    chat.awaits(
        "told: " + words,
        () ->
            chat.calls("answerCallbackQuery").stream()
                .anyMatch(call -> call.args().getString("text", "").contains(words)));
  }

  private String presses(JsonObject message, String label, int patience) {
    JsonArray rows = buttons(message);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.getJsonArray(row).size(); column++) {
        if (rows.getJsonArray(row).getJsonObject(column).getString("text").contains(label)) {
          return pressed(message, row, column, patience);
        }
      }
    }
    throw new AssertionError("no button " + label + " in " + rows.encode());
  }

  /** Replies to a message. */
  void replies(JsonObject message, String words) {
    chat.person(
        "send",
        new JsonObject()
            .put("user", user)
            .put("thread", message.getLong("message_thread_id"))
            .put("text", words)
            .put("reply_to", message.getLong("message_id")));
  }

  /** Writes something in a topic, and gives the message. */
  long writes(long thread, String words) {
    return chat.person(
            "send", new JsonObject().put("user", user).put("thread", thread).put("text", words))
        .getJsonObject("message")
        .getLong("message_id");
  }

  /** The bot's reaction to a message by now is this one; empty for none. */
  void seesReaction(long message, String emoji) {
    chat.awaits(
        "reaction " + emoji + " to " + message, () -> chat.reactions(message).endsWith(emoji));
  }

  private String pressed(JsonObject message, int row, int column, int patience) {
    JsonObject answer =
        chat.person(
                "tap",
                new JsonObject()
                    .put("user", user)
                    .put("message_id", message.getLong("message_id"))
                    .put("row", row)
                    .put("column", column)
                    .put("wait_millis", patience))
            .getJsonObject("answer");
    return answer == null ? "" : answer.getString("text", "");
  }

  static boolean hasButtons(JsonObject message) {
    return !buttons(message).isEmpty();
  }

  static JsonArray buttons(JsonObject message) {
    return message == null
        ? new JsonArray()
        : message
            .getJsonObject("reply_markup", new JsonObject())
            .getJsonArray("inline_keyboard", new JsonArray());
  }
}
