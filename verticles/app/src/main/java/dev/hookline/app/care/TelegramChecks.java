package dev.hookline.app.care;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Whether Telegram lets the bot do what it has to, in the group that it was told of. */
final class TelegramChecks {

  private static final String BOT = "bot";
  private static final String WEBHOOK = "updates";
  private static final String GROUP = "group";
  private static final String RIGHTS = "rights";

  private final BotApi api;
  private final long bot;
  private final long chat;
  private final boolean wantsWebhook;

  /**
   * @param bot the bot's user id
   * @param chat the group that is set
   * @param wantsWebhook whether Telegram is to post updates to the node
   */
  TelegramChecks(BotApi api, long bot, long chat, boolean wantsWebhook) {
    this.api = api;
    this.bot = bot;
    this.chat = chat;
    this.wantsWebhook = wantsWebhook;
  }

  /** Looks at everything; what cannot be seen because of something else is left out. */
  List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(bot());
    if (!findings.get(0).isWrong()) {
      findings.add(webhook());
      findings.add(group());
      if (!findings.get(2).isWrong()) {
        findings.add(rights());
      }
    }
    return findings;
  }

  /** Whether the token is one. */
  Finding bot() {
    try {
      JsonObject me = api.object("getMe", new JsonObject());
      return Finding.good(BOT, "@" + me.getString("username"));
    } catch (TelegramSaysNoException no) {
      return no.tokenIsWrong()
          ? Finding.wrong(
              BOT,
              "Telegram does not know the token",
              "get it from @BotFather (/mybots, API Token) and run ./hookline setup")
          : asked(BOT, no);
    }
  }

  private Finding webhook() {
    try {
      String url = api.object("getWebhookInfo", new JsonObject()).getString("url", "");
      if (wantsWebhook) {
        return url.isEmpty()
            ? Finding.odd(
                WEBHOOK, "are not posted to anybody yet", "start the node: it asks for that")
            : Finding.good(WEBHOOK, "posted to " + host(url));
      }
      if (url.isEmpty()) {
        return Finding.good(WEBHOOK, "asked for by the node");
      }
      return Finding.wrong(
              WEBHOOK,
              "Telegram posts them to " + host(url) + ", so the node is not told of any",
              "if that is nobody's any more, ./hookline doctor --fix; else use another bot")
          .with(
              () -> {
                api.object("deleteWebhook", new JsonObject());
                return "the webhook was deleted";
              });
    } catch (TelegramSaysNoException no) {
      return asked(WEBHOOK, no);
    }
  }

  /** Whether the group is one with topics. */
  Finding group() {
    try {
      JsonObject found = api.object("getChat", new JsonObject().put("chat_id", chat));
      String title = "\"" + found.getString("title", "") + "\"";
      return Boolean.TRUE.equals(found.getBoolean("is_forum"))
          ? Finding.good(GROUP, title + " has topics")
          : Finding.wrong(
              GROUP, title + " has no topics", "switch Topics on in the group's settings");
    } catch (TelegramSaysNoException no) {
      if (no.migratedTo() != 0) {
        return Finding.wrong(GROUP, "it has a new id", "set telegram.chatId to " + no.migratedTo());
      }
      return no.isUnreachable()
          ? asked(GROUP, no)
          : Finding.wrong(
              GROUP,
              "Telegram says: " + no.getMessage(),
              "add the bot to the group, and check telegram.chatId, which is " + chat);
    }
  }

  /** Whether the bot may do there what it has to. */
  Finding rights() {
    try {
      JsonObject member =
          api.object("getChatMember", new JsonObject().put("chat_id", chat).put("user_id", bot));
      String status = member.getString("status", "");
      boolean owns = status.equals("creator");
      if (!owns && !status.equals("administrator")) {
        return Finding.wrong(
            RIGHTS, "the bot is no administrator", "make it one that may manage topics");
      }
      if (!owns && !Boolean.TRUE.equals(member.getBoolean("can_manage_topics"))) {
        return Finding.wrong(
            RIGHTS, "the bot may not manage topics", "allow it in the group's administrators");
      }
      return owns || Boolean.TRUE.equals(member.getBoolean("can_delete_messages"))
          ? Finding.good(RIGHTS, "the bot may manage topics and delete messages")
          : Finding.odd(
              RIGHTS,
              "the bot may not delete messages",
              "allow it, so that it can remove a topic that was created twice");
    } catch (TelegramSaysNoException no) {
      return asked(RIGHTS, no);
    }
  }

  private static Finding asked(String check, TelegramSaysNoException no) {
    return Finding.wrong(
        check,
        no.isUnreachable() ? no.getMessage() : "Telegram says: " + no.getMessage(),
        "check the network and telegram.apiRoot, and try again");
  }

  // The path of such an address may be somebody's secret.
  private static String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "an address" : host;
    } catch (IllegalArgumentException strange) {
      return "an address";
    }
  }
}
