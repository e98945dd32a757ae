package dev.hookline.telegram.command;

import static dev.hookline.testkit.Waits.result;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Errand;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.NewReply;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.AskedQuestion;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.BotToken;
import dev.hookline.telegram.bot.VertxTelegramClient;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes commands of people, on a real store with one session; Telegram is nowhere. */
final class CommandDesk implements AutoCloseable {

  static final SessionKey SESSION = new SessionKey("s");

  /** The session's topic. */
  static final long THREAD = 10;

  /** Outside of all topics. */
  static final long GENERAL = 0;

  private static final long CHAT = -1001;
  private static final long BOT = 1_000_001;

  private final Store store;
  private final VertxTelegramClient client;
  private final Commands commands;
  private final ChatLease lease;
  private long written = 100;

  CommandDesk(Vertx vertx, Path directory, People people) {
    Addresses.registerCodecs(vertx);
    store = result(FreshStore.in(vertx, directory));
    BotToken token = new BotToken(BOT + ":TEST-TOKEN-OF-A-BOT-THAT-IS-NOWHERE");
    client =
        new VertxTelegramClient(vertx, URI.create("http://127.0.0.1:1"), token, 1_000, () -> null);
    commands =
        new Commands(
            store, vertx.eventBus(), new BotGateway(client, token), people, CHAT, System::nanoTime);
    AskedQuestion.in(store, CHAT, SESSION.value(), THREAD, 41, 600);
    lease = result(store.chats().take(CHAT, "node", Duration.ofHours(1), now())).orElseThrow();
  }

  Store store() {
    return store;
  }

  SessionTopic topic() {
    return result(store.topics().of(SESSION)).orElseThrow();
  }

  /** Somebody writes a command; brings what is to be done in the chat because of it. */
  Optional<Errand> writes(long user, long thread, String words) {
    return writes(user, thread, words, 0);
  }

  /** The same as a reply to a message. */
  Optional<Errand> writes(long user, long thread, String words, long repliesTo) {
    int name = words.split(" ", 2)[0].length();
    JsonObject mark =
        new JsonObject().put("type", "bot_command").put("offset", 0).put("length", name);
    JsonObject message =
        new JsonObject()
            .put("message_id", ++written)
            .put("chat", new JsonObject().put("id", CHAT))
            .put("from", new JsonObject().put("id", user).put("is_bot", false))
            .put("text", words)
            .put("entities", new JsonArray().add(mark));
    if (thread != GENERAL) {
      message.put("message_thread_id", thread).put("is_topic_message", true);
    }
    if (repliesTo != 0) {
      message.put("reply_to_message", new JsonObject().put("message_id", repliesTo));
    }
    if (!result(commands.wrote(BOT, written, message))) {
      throw new AssertionError("not taken for a command: " + words);
    }
    Optional<Errand> errand = result(store.errands().claim(lease, now()));
    errand.ifPresent(one -> result(store.errands().done(lease, one, 0, now())));
    return errand;
  }

  /** A text waits for the session's agent; brings the message that says it. */
  long waits(String text) {
    long message = ++written;
    IncomingUpdate update = new IncomingUpdate(message, CHAT, message, THREAD, "{}");
    result(store.updates().store(BOT, List.of(update), now()));
    result(
        store
            .replies()
            .take(new NewReply(BOT, message, CHAT, THREAD, message, 5, "Ann", text, ""), now()));
    return message;
  }

  private Instant now() {
    return store.clock().instant();
  }

  @Override
  public void close() {
    result(client.close());
    result(store.close());
  }
}
