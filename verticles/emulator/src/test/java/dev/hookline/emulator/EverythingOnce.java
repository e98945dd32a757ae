package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static dev.hookline.emulator.Running.in;
import static dev.hookline.emulator.Running.to;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** Calls every method at least once with success, and lets users do all that bots hear of. */
final class EverythingOnce {

  private final Running running;

  EverythingOnce(Running running) {
    this.running = running;
  }

  void happen() {
    hear("message", "edited_message", "callback_query", "message_reaction", "chat_member");
    bot();
    chat();
    topics();
    general();
    messages();
    users();
    files();
    hear();
    webhook();
  }

  private void hear(String... kinds) {
    running.ok(
        "getUpdates", new JsonObject().put("allowed_updates", new JsonArray(List.of(kinds))));
  }

  private void bot() {
    running.ok("getMe", new JsonObject());
    JsonObject command = new JsonObject().put("command", "start").put("description", "begins");
    running.ok("setMyCommands", new JsonObject().put("commands", new JsonArray().add(command)));
    running.ok("getMyCommands", new JsonObject());
    running.ok("deleteMyCommands", new JsonObject());
    running.ok("getForumTopicIconStickers", new JsonObject());
  }

  private void chat() {
    running.ok("getChat", in(CHAT));
    running.ok("getChatMember", in(CHAT).put("user_id", 1000001));
    running.ok("getChatMember", in(CHAT).put("user_id", 7001));
    running.ok("getChatAdministrators", in(CHAT));
    running.ok("getChatMemberCount", in(CHAT));
    running.ok("sendChatAction", in(CHAT).put("action", "typing"));
    for (String status : List.of("restricted", "left", "kicked", "member")) {
      JsonObject change = new JsonObject().put("member", 7002).put("status", status);
      await(running.control().act("members", CHAT, change));
      running.ok("getChatMember", in(CHAT).put("user_id", 7002));
    }
    JsonObject demoted = new JsonObject().put("member", 1000001).put("status", "administrator");
    await(running.control().act("members", CHAT, demoted));
  }

  private void topics() {
    int thread = running.topic("topic");
    running.ok(
        "editForumTopic",
        to(thread).put("name", "renamed").put("icon_custom_emoji_id", "5300000000000000001"));
    running.ok("closeForumTopic", to(thread));
    running.ok("reopenForumTopic", to(thread));
    running.ok("unpinAllForumTopicMessages", to(thread));
    running.ok("deleteForumTopic", to(thread));
  }

  private void general() {
    running.ok("editGeneralForumTopic", in(CHAT).put("name", "Everything"));
    running.ok("closeGeneralForumTopic", in(CHAT));
    running.ok("reopenGeneralForumTopic", in(CHAT));
    running.ok("hideGeneralForumTopic", in(CHAT));
    running.ok("unhideGeneralForumTopic", in(CHAT));
    running.ok("reopenGeneralForumTopic", in(CHAT));
    running.ok("unpinAllGeneralForumTopicMessages", in(CHAT));
  }

  private void messages() {
    int thread = running.topic("messages");
    JsonObject button = new JsonObject().put("text", "Allow").put("callback_data", "allow");
    JsonObject keyboard =
        new JsonObject().put("inline_keyboard", new JsonArray().add(new JsonArray().add(button)));
    JsonObject bold = new JsonObject().put("type", "bold").put("offset", 0).put("length", 4);
    int message =
        running
            .ok(
                "sendMessage",
                to(thread)
                    .put("text", "bold words")
                    .put("entities", new JsonArray().add(bold))
                    .put("link_preview_options", new JsonObject().put("is_disabled", true))
                    .put("reply_markup", keyboard))
            .getJsonObject("result")
            .getInteger("message_id");
    JsonObject it = in(CHAT).put("message_id", message);
    JsonObject tapped = await(running.control().tap(CHAT, message, "allow", Duration.ZERO));
    running.ok(
        "answerCallbackQuery",
        new JsonObject()
            .put("callback_query_id", tapped.getString("callback_query_id"))
            .put("text", "Allowed"));
    running.ok("sendRichMessage", to(thread).put("rich_message", RichMessages.ofEveryBlock()));
    running.ok("editMessageReplyMarkup", it.copy());
    running.ok("editMessageText", it.copy().put("text", "other words"));
    JsonObject thumb = new JsonObject().put("type", "emoji").put("emoji", "👍");
    running.ok("setMessageReaction", it.copy().put("reaction", new JsonArray().add(thumb)));
    running.ok("pinChatMessage", it.copy());
    running.ok("unpinChatMessage", it.copy());
    running.ok("deleteMessage", it.copy());
    int other = running.message(thread, "soon gone");
    running.ok(
        "deleteMessages", in(CHAT).put("message_ids", new JsonArray().add(other).add(99_999)));
  }

  private void users() {
    int message = await(running.control().send(CHAT, 0, "a user's")).getInteger("message_id");
    JsonObject it = new JsonObject().put("message_id", message);
    await(running.control().act("edit", CHAT, it.copy().put("text", "edited")));
    await(running.control().act("react", CHAT, it.copy().put("emoji", "🔥")));
    await(
        running
            .control()
            .act("topic/create", CHAT, new JsonObject().put("name", "a user's topic")));
  }

  private void files() {
    JsonObject text = new JsonObject().put("file_name", "a.txt").put("content_base64", "YWJj");
    String file =
        sent(new JsonObject().put("document", text)).getJsonObject("document").getString("file_id");
    JsonObject picture =
        new JsonObject()
            .put("file_name", "a.png")
            .put("content_base64", Pixel.PNG)
            .put("width", 1)
            .put("height", 1);
    String photo =
        sent(new JsonObject().put("photo", picture))
            .getJsonArray("photo")
            .getJsonObject(0)
            .getString("file_id");
    running.ok("getFile", new JsonObject().put("file_id", file));
    int message =
        running
            .ok("sendDocument", in(CHAT).put("document", file).put("caption", "one"))
            .getJsonObject("result")
            .getInteger("message_id");
    running.ok("editMessageCaption", in(CHAT).put("message_id", message).put("caption", "another"));
    running.ok("sendPhoto", in(CHAT).put("photo", photo));
    JsonObject piece = new JsonObject().put("type", "document").put("media", file);
    running.ok(
        "sendMediaGroup", in(CHAT).put("media", new JsonArray().add(piece).add(piece.copy())));
  }

  private JsonObject sent(JsonObject body) {
    return await(running.control().act("send", CHAT, body)).getJsonObject("message");
  }

  private void webhook() {
    running.ok("setWebhook", new JsonObject().put("url", "https://example.org/hook"));
    running.ok("getWebhookInfo", new JsonObject());
    running.ok("deleteWebhook", new JsonObject().put("drop_pending_updates", true));
  }
}
