package dev.hookline.telegram.reply;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.QueuedReply;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.AskedQuestion;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is heard by agents, and who is not. */
class TextsTest {

  private static final long CHAT = -1001;
  private static final long BOT = 1_000_001;
  private static final long ANN = 7001;
  private static final long APPROVER = 7003;
  private static final long THREAD = 10;

  @TempDir Path directory;

  private Vertx vertx;
  private Store store;
  private Texts texts;
  private long updates;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    Addresses.registerCodecs(vertx);
    store = result(FreshStore.in(vertx, directory));
    People people =
        new People(Map.of(ANN, EnumSet.of(Right.REPLY), APPROVER, EnumSet.of(Right.APPROVE)));
    texts = new Texts(store, people, vertx.eventBus(), CHAT);
    AskedQuestion.in(store, CHAT, "s", THREAD, 41, 600);
  }

  @AfterEach
  void close() {
    result(store.close());
    result(vertx.close());
  }

  @Test
  void takes_what_a_person_writes_who_may() {
    writes(message());

    assertThat(waiting()).containsExactly("go on");
  }

  @Test
  void a_path_is_no_command() {
    writes(message().put("text", "/etc/hosts is wrong"));

    assertThat(waiting()).containsExactly("/etc/hosts is wrong");
  }

  @ParameterizedTest
  @MethodSource("tricks")
  void takes_nothing_else(Consumer<JsonObject> trick) {
    JsonObject message = message();
    trick.accept(message);
    writes(message);

    assertThat(waiting()).isEmpty();
  }

  static Stream<Named<Consumer<JsonObject>>> tricks() {
    return Stream.of(
        trick("a stranger", m -> m.put("from", person(7002))),
        trick("one who may only approve", m -> m.put("from", person(APPROVER))),
        trick("a bot", m -> m.put("from", person(ANN).put("is_bot", true))),
        trick("an id as a text", m -> m.put("from", person(ANN).put("id", "7001"))),
        trick("nobody", m -> m.remove("from")),
        trick("an anonymous admin", m -> m.put("from", person(1_087_968_824))),
        trick("a channel's voice", m -> m.put("sender_chat", new JsonObject().put("id", CHAT))),
        trick("forwarded", m -> m.put("forward_origin", new JsonObject().put("type", "user"))),
        trick("through a bot", m -> m.put("via_bot", person(5))),
        trick("edited", m -> m.put("edit_date", 1)),
        trick("another chat", m -> m.put("chat", new JsonObject().put("id", CHAT - 1))),
        trick("no chat", m -> m.remove("chat")),
        trick("another topic", m -> m.put("message_thread_id", 11)),
        trick("no topic", m -> m.remove("message_thread_id")),
        trick("blank", m -> m.put("text", " \u200b\n\u202e ")),
        trick("no text", m -> m.remove("text")),
        trick("a number", m -> m.put("text", 5)),
        trick("a sticker", m -> m.put("sticker", new JsonObject())),
        trick("a command", m -> m.put("text", "/help me")),
        trick("a command of this bot", m -> m.put("text", "/help@hookline_bot")));
  }

  private static Named<Consumer<JsonObject>> trick(String name, Consumer<JsonObject> trick) {
    return Named.of(name, trick);
  }

  private void writes(JsonObject message) {
    long update = ++updates;
    IncomingUpdate stored = new IncomingUpdate(update, CHAT, 500, THREAD, "{}");
    result(store.updates().store(BOT, List.of(stored), store.clock().instant()));
    result(texts.wrote(BOT, update, message));
  }

  private List<String> waiting() {
    return result(store.replies().waiting(new SessionKey("s"))).stream()
        .map(QueuedReply::text)
        .toList();
  }

  private static JsonObject message() {
    return new JsonObject()
        .put("message_id", 500)
        .put("chat", new JsonObject().put("id", CHAT))
        .put("message_thread_id", THREAD)
        .put("from", person(ANN))
        .put("date", 1)
        .put("text", "go on");
  }

  private static JsonObject person(long id) {
    return new JsonObject().put("id", id).put("is_bot", false).put("first_name", "Ann");
  }
}
