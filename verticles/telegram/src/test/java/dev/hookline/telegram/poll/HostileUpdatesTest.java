package dev.hookline.telegram.poll;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.Approval.State;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Errand;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.AskedQuestion;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import dev.hookline.telegram.ask.Presses;
import dev.hookline.telegram.ask.ShowAllPresses;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.BotToken;
import dev.hookline.telegram.bot.VertxTelegramClient;
import dev.hookline.telegram.command.Commands;
import dev.hookline.telegram.reply.Texts;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Updates as somebody would make them up who wants to allow what he may not: none has an effect.
 */
class HostileUpdatesTest {

  private static final long SEED = Long.getLong("test.seed", 20_261_128L);
  private static final int UPDATES = 10_000;
  private static final int AT_ONCE = 250;
  private static final long CHAT = -1001;
  private static final long BOT = 1_000_001;
  private static final long ANN = 7001;
  private static final long READER = 7003;

  @TempDir Path directory;

  private final Random random = new Random(SEED);
  private Vertx vertx;
  private Store store;
  private VertxTelegramClient client;
  private UpdateHandler handler;
  private AskedQuestion open;
  private AskedQuestion other;
  private AskedQuestion expired;

  @BeforeEach
  void ask() {
    vertx = Vertx.vertx();
    Addresses.registerCodecs(vertx);
    store = result(FreshStore.in(vertx, directory));
    BotToken token = new BotToken("1000001:TEST-TOKEN-OF-A-BOT-THAT-IS-NOWHERE");
    client =
        new VertxTelegramClient(vertx, URI.create("http://127.0.0.1:1"), token, 1_000, () -> null);
    People people =
        new People(
            Map.of(ANN, EnumSet.of(Right.APPROVE, Right.REPLY), READER, EnumSet.of(Right.READ)));
    Presses presses = new Presses(store.approvals(), people, vertx.eventBus(), store.clock(), CHAT);
    ShowAllPresses showAll = new ShowAllPresses(store, people, vertx.eventBus(), CHAT);
    Texts texts = new Texts(store, people, vertx.eventBus(), CHAT);
    BotGateway gateway = new BotGateway(client, token);
    Commands commands =
        new Commands(store, vertx.eventBus(), gateway, people, CHAT, System::nanoTime);
    PressDesk desk = new PressDesk(presses, showAll, commands, texts, gateway);
    handler = new UpdateHandler(store.topics(), vertx.eventBus(), desk, store.clock());
    open = AskedQuestion.in(store, CHAT, "open", 10, 41, 600);
    other = AskedQuestion.in(store, CHAT, "other", 11, 42, 600);
    expired = AskedQuestion.in(store, CHAT, "expired", 12, 43, -1);
  }

  @AfterEach
  void close() {
    result(client.close());
    result(store.close());
    result(vertx.close());
  }

  @Test
  void ten_thousand_hostile_updates_have_no_effect() {
    for (int from = 0; from < UPDATES; from += AT_ONCE) {
      List<Future<?>> handled = new ArrayList<>();
      for (int i = from; i < from + AT_ONCE; i++) {
        handled.add(handle(i, hostile()));
      }
      result(Future.all(handled));
    }

    assertThat(List.of(open.state(), other.state(), expired.state()))
        .as("seed %d", SEED)
        .containsOnly(State.OPEN);
  }

  @Test
  void ten_thousand_hostile_commands_have_no_effect() {
    for (int from = 0; from < UPDATES; from += AT_ONCE) {
      List<Future<?>> handled = new ArrayList<>();
      for (int i = from; i < from + AT_ONCE; i++) {
        handled.add(handle(i, hostileCommand(i)));
      }
      result(Future.all(handled));
    }

    assertThat(verbosity()).as("seed %d", SEED).isEmpty();
    assertThat(claimErrand()).as("seed %d", SEED).isEmpty();
  }

  @Test
  void the_very_same_command_from_the_right_person_has_one() {
    result(handle(1, command(500, "/quiet", "/quiet")));

    assertThat(verbosity()).contains(Verbosity.QUIET);
    assertThat(claimErrand()).isPresent();
  }

  @Test
  void a_command_that_is_played_again_has_none() {
    result(handle(1, command(500, "/quiet", "/quiet")));
    result(handle(2, command(501, "/usual", "/usual")));

    for (int i = 3; i < 200; i++) {
      result(handle(i, command(500, "/quiet", "/quiet")));
    }

    assertThat(verbosity()).isEmpty();
  }

  @Test
  void the_very_same_update_from_the_right_person_has_one() {
    result(handle(1, press(open, "allow")));

    assertThat(open.state()).isEqualTo(State.ANSWERED);
  }

  @Test
  void an_update_that_is_played_again_has_none() {
    result(handle(1, press(open, "allow")));
    String answer = open.answer();

    for (int i = 2; i < 200; i++) {
      result(handle(i, random.nextBoolean() ? press(open, "deny") : reply(open, "no")));
    }

    assertThat(open.answer()).isEqualTo(answer);
  }

  private Future<Void> handle(long id, JsonObject update) {
    return handler.handle(
        BOT, new IncomingUpdate(id, CHAT, 0, 0, update.put("update_id", id).encode()));
  }

  private JsonObject hostile() {
    boolean pressed = random.nextBoolean();
    JsonObject update =
        pressed ? press(open, random.nextBoolean() ? "allow" : "deny") : reply(open, "because");
    List<BiConsumer<JsonObject, JsonObject>> tricks = new ArrayList<>(SENDERS);
    tricks.addAll(PLACES);
    tricks.addAll(pressed ? List.of(this::otherButton, this::late) : HANDS);
    JsonObject body = update.getJsonObject(pressed ? "callback_query" : "message");
    JsonObject message = pressed ? body.getJsonObject("message") : body;
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      tricks.get(random.nextInt(tricks.size())).accept(body, message);
    }
    if (!pressed && random.nextInt(10) == 0) { // what was edited is told under another name
      return new JsonObject().put("edited_message", reply(open, "yes").getValue("message"));
    }
    return update;
  }

  private JsonObject hostileCommand(int number) {
    if (random.nextInt(10) == 0) {
      Object message = command(1_000 + number, "/quiet", "/quiet").getValue("message");
      List<String> kinds = List.of("edited_message", "channel_post", "business_message");
      return new JsonObject().put(kinds.get(random.nextInt(kinds.size())), message);
    }
    JsonObject update = command(1_000 + number, "/quiet", "/quiet");
    JsonObject message = update.getJsonObject("message");
    List<BiConsumer<JsonObject, JsonObject>> tricks = new ArrayList<>(SENDERS);
    tricks.addAll(COMMANDS);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      tricks.get(random.nextInt(tricks.size())).accept(message, message);
    }
    return update;
  }

  private static final List<BiConsumer<JsonObject, JsonObject>> COMMANDS =
      List.of(
          (body, message) -> message.put("chat", new JsonObject().put("id", CHAT - 1)),
          (body, message) -> message.put("chat", new JsonObject().put("id", ANN)),
          (body, message) -> message.remove("chat"),
          (body, message) -> message.put("forward_origin", new JsonObject().put("type", "user")),
          (body, message) -> message.put("sender_chat", new JsonObject().put("id", CHAT)),
          (body, message) -> message.put("is_automatic_forward", true),
          (body, message) -> message.put("via_bot", person(5)),
          (body, message) -> message.put("edit_date", 1),
          (body, message) -> message.remove("is_topic_message"),
          (body, message) -> message.remove("message_id"),
          (body, message) -> message.put("message_id", "500"),
          (body, message) -> message.remove("entities"),
          (body, message) -> message.put("entities", "bot_command"),
          (body, message) -> mark(message).put("type", "bold"),
          (body, message) -> mark(message).put("offset", 1),
          (body, message) -> mark(message).put("length", 60),
          (body, message) -> mark(message).put("length", -1),
          (body, message) -> message.put("text", "quiet/"),
          (body, message) -> message.put("text", new JsonObject()),
          (body, message) -> message.put("text", "/" + "q".repeat(5_000)));

  private static JsonObject mark(JsonObject message) {
    return message.getValue("entities") instanceof JsonArray marks
        ? marks.getJsonObject(0)
        : new JsonObject();
  }

  private Optional<Verbosity> verbosity() {
    return result(store.hushed().verbosity(new SessionKey("open")));
  }

  private Optional<Errand> claimErrand() {
    Instant now = store.clock().instant();
    ChatLease lease =
        result(store.chats().take(CHAT, "node", Duration.ofHours(1), now)).orElseThrow();
    return result(store.errands().claim(lease, now));
  }

  private JsonObject command(long id, String marked, String text) {
    JsonObject mark =
        new JsonObject().put("type", "bot_command").put("offset", 0).put("length", marked.length());
    JsonObject message =
        message(open.thread())
            .put("message_id", id)
            .put("from", person(ANN))
            .put("is_topic_message", true)
            .put("text", text)
            .put("entities", new JsonArray().add(mark));
    return new JsonObject().put("message", message);
  }

  private static final List<BiConsumer<JsonObject, JsonObject>> SENDERS =
      List.of(
          (body, message) -> body.put("from", person(7002)),
          (body, message) -> body.put("from", person(READER)),
          (body, message) -> body.put("from", person(1_087_968_824)),
          (body, message) -> body.put("from", person(777_000)),
          (body, message) -> body.put("from", person(ANN).put("is_bot", true)),
          (body, message) -> body.put("from", person(-ANN)),
          (body, message) -> body.put("from", person(ANN).put("id", "7001")),
          (body, message) -> body.put("from", person(7002).put("username", "ann")),
          (body, message) -> body.remove("from"));

  private static final List<BiConsumer<JsonObject, JsonObject>> PLACES =
      List.of(
          (body, message) -> message.put("chat", new JsonObject().put("id", CHAT - 1)),
          (body, message) -> message.put("chat", new JsonObject().put("id", ANN)),
          (body, message) -> message.put("message_thread_id", 99),
          (body, message) -> message.remove("message_thread_id"),
          (body, message) -> message.remove("chat"),
          (body, message) -> about(message).put("message_id", 4_100),
          (body, message) -> about(message).remove("message_id"));

  private static final List<BiConsumer<JsonObject, JsonObject>> HANDS =
      List.of(
          (body, message) -> message.put("forward_origin", new JsonObject().put("type", "user")),
          (body, message) -> message.put("sender_chat", new JsonObject().put("id", CHAT)),
          (body, message) -> message.put("via_bot", person(5)),
          (body, message) -> message.put("edit_date", 1),
          (body, message) -> message.put("text", "x".repeat(4_001)),
          (body, message) -> message.put("text", " \n"),
          (body, message) -> message.remove("reply_to_message"));

  private void otherButton(JsonObject query, JsonObject message) {
    String right = query.getString("data");
    query.put(
        "data",
        switch (random.nextInt(7)) {
          case 0 -> other.button("allow");
          case 1 -> right.substring(1) + "A";
          case 2 -> right + "A";
          case 3 -> "allow";
          case 4 -> "' OR 1=1 --" + right;
          case 5 -> swapped(right);
          default -> "";
        });
  }

  /** The button of a question whose time is over, under its own message. */
  private void late(JsonObject query, JsonObject message) {
    query.put("data", expired.button("allow"));
    message.put("message_id", 43).put("message_thread_id", 12);
  }

  private static String swapped(String id) {
    return id.equals(id.toLowerCase(java.util.Locale.ROOT))
        ? id.toUpperCase(java.util.Locale.ROOT) + "!"
        : id.toLowerCase(java.util.Locale.ROOT);
  }

  private static JsonObject about(JsonObject message) {
    return message.containsKey("reply_to_message")
        ? message.getJsonObject("reply_to_message")
        : message;
  }

  private static JsonObject press(AskedQuestion question, String action) {
    JsonObject message = message(question.thread()).put("message_id", question.message());
    return new JsonObject()
        .put(
            "callback_query",
            new JsonObject()
                .put("id", "1")
                .put("from", person(ANN))
                .put("message", message)
                .put("data", question.button(action)));
  }

  private static JsonObject reply(AskedQuestion question, String words) {
    JsonObject message =
        message(question.thread())
            .put("message_id", 500)
            .put("from", person(ANN))
            .put("text", words)
            .put("reply_to_message", new JsonObject().put("message_id", question.message()));
    return new JsonObject().put("message", message);
  }

  private static JsonObject message(long thread) {
    return new JsonObject()
        .put("chat", new JsonObject().put("id", CHAT).put("type", "supergroup"))
        .put("message_thread_id", thread)
        .put("date", 1);
  }

  private static JsonObject person(long id) {
    return new JsonObject().put("id", id).put("is_bot", false).put("first_name", "Ann");
  }
}
