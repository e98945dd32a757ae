package dev.hookline.telegram;

import dev.hookline.config.Settings;
import dev.hookline.messages.Verbosity;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.bot.BotToken;
import dev.hookline.telegram.webhook.WebhookOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the Telegram room.
 *
 * @param token the bot's token
 * @param apiRoot where the Bot API is
 * @param chat the forum supergroup
 * @param people who may do what
 * @param budgetPerMinute how many calls the chat gets in 60 seconds
 * @param minGap the least time between two calls to the chat
 * @param callTimeout how long one call may take; Telegram itself holds calls for up to 8 seconds
 * @param pollTimeoutSeconds how long Telegram holds a poll that has nothing to tell
 * @param guard how old a claim may be when the topic is created
 * @param settle how long a lost answer is looked for
 * @param recheck how long after a trouble of the whole chat, such as missing rights, it is looked
 *     at again
 * @param standBy how often a node that stands by tries to take the chat
 * @param handOver for how long Telegram may be out of this node's reach before another one may try
 * @param verbosity how much to show of a session of which nobody said it
 * @param richMessages whether answers with headings, lists, tables and code become rich messages
 * @param received where files are put that people send to agents
 * @param webhook where Telegram posts updates; empty: they are asked for
 */
public record TelegramOptions(
    BotToken token,
    URI apiRoot,
    long chat,
    People people,
    int budgetPerMinute,
    Duration minGap,
    Duration callTimeout,
    int pollTimeoutSeconds,
    Duration guard,
    Duration settle,
    Duration recheck,
    Duration standBy,
    Duration handOver,
    Verbosity verbosity,
    boolean richMessages,
    Path received,
    Optional<WebhookOptions> webhook) {

  private static final String API_ROOT = "https://api.telegram.org";

  public TelegramOptions {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(apiRoot, "apiRoot");
    Objects.requireNonNull(verbosity, "verbosity");
    Objects.requireNonNull(received, "received");
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(people, "people");
  }

  /** Reads the settings; what is wrong with them is noted there. */
  public static TelegramOptions from(Settings settings, BotToken token) {
    return new TelegramOptions(
        token,
        apiRoot(settings),
        chat(settings),
        People.from(settings),
        settings.integer("telegram.budgetPerMinute", 18, 1, 1_000_000),
        settings.millis("telegram.minGapMillis", Duration.ofMillis(1_100)),
        positive(settings, "telegram.callTimeoutMillis", Duration.ofSeconds(30)),
        settings.integer("telegram.pollTimeoutSeconds", 10, 0, 50),
        positive(settings, "telegram.guardMillis", Duration.ofSeconds(5)),
        positive(settings, "telegram.settleMillis", Duration.ofSeconds(30)),
        positive(settings, "telegram.recheckMillis", Duration.ofSeconds(60)),
        positive(settings, "telegram.standByMillis", Duration.ofSeconds(1)),
        positive(settings, "telegram.handOverMillis", Duration.ofSeconds(5)),
        verbosity(settings),
        settings.flag("telegram.richMessages", false),
        settings.dataDir().resolve("received"),
        WebhookOptions.from(settings, token));
  }

  private static long chat(Settings settings) {
    long chat = settings.number("telegram.chatId", 0);
    if (chat >= 0) {
      settings.problem(
          "telegram.chatId",
          chat == 0 ? "" : String.valueOf(chat),
          "write the forum supergroup's id, a number that begins with -100");
    }
    return chat;
  }

  private static Verbosity verbosity(Settings settings) {
    String usual = Verbosity.NORMAL.word();
    String word = settings.choice("telegram.verbosity", usual, Verbosity.words());
    return Verbosity.ofWord(word).orElseThrow();
  }

  private static Duration positive(Settings settings, String key, Duration fallback) {
    Duration value = settings.millis(key, fallback);
    if (value.isZero()) {
      settings.problem(key, "0", "write milliseconds, 1 or more");
      return fallback;
    }
    return value;
  }

  private static URI apiRoot(Settings settings) {
    String text = settings.text("telegram.apiRoot", API_ROOT);
    try {
      URI root = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean web = "http".equals(root.getScheme()) || "https".equals(root.getScheme());
      if (web && root.getHost() != null && root.getQuery() == null && root.getUserInfo() == null) {
        return root;
      }
    } catch (IllegalArgumentException noAddress) {
      // said below, in our words
    }
    settings.problem("telegram.apiRoot", text, "write an address such as " + API_ROOT);
    return URI.create(API_ROOT);
  }
}
