package dev.hookline.telegram.ask;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.MessagePlace;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.People.Right;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.telegram.render.TextPart;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presses of "Show all", by whom it is for and by others. */
class ShowAllPressesTest {

  private static final long SEED = Long.getLong("test.seed", 20_261_128L);
  private static final long CHAT = -1001;
  private static final long BOT = 1_000_001;
  private static final long READER = 7003;
  private static final long APPROVER = 7001;
  private static final SessionKey ONE = new SessionKey("one");
  private static final SessionKey TWO = new SessionKey("two");

  @TempDir Path directory;

  private final Random random = new Random(SEED);
  private Vertx vertx;
  private Store store;
  private ShowAllPresses presses;
  private long update;

  @BeforeEach
  void show() {
    vertx = Vertx.vertx();
    Addresses.registerCodecs(vertx);
    store = result(FreshStore.in(vertx, directory));
    People people =
        new People(Map.of(READER, EnumSet.of(Right.READ), APPROVER, EnumSet.of(Right.APPROVE)));
    presses = new ShowAllPresses(store, people, vertx.eventBus(), CHAT);
    show(ONE, 10, 41);
    show(TWO, 11, 42);
  }

  @AfterEach
  void close() {
    result(store.close());
    result(vertx.close());
  }

  @Test
  void whoever_may_read_gets_it() {
    assertThat(press(right())).startsWith("All of it follows");
    assertThat(wanted(ONE)).isTrue();
  }

  @Test
  void who_may_answer_but_not_read_does_not() {
    assertThat(press(right().put("from", person(APPROVER)))).startsWith("You may not read");
    assertThat(wanted(ONE)).isFalse();
  }

  @Test
  void a_thousand_hostile_presses_have_no_effect() {
    for (int i = 0; i < 1_000; i++) {
      JsonObject query = right();
      TRICKS.get(random.nextInt(TRICKS.size())).accept(query, query.getJsonObject("message"));
      assertThat(press(query)).as("seed %d, press %d: %s", SEED, i, query).isNotBlank();
    }

    assertThat(List.of(ONE, TWO)).as("seed %d", SEED).noneMatch(this::wanted);
  }

  @Test
  void presses_without_end_want_no_more_than_a_few() {
    for (int i = 0; i < 100; i++) {
      press(right());
    }

    assertThat(result(store.sequences().view(ONE)).orElseThrow().nextPosition()).isEqualTo(3);
  }

  @Test
  void is_the_same_button_each_time_and_another_one_elsewhere() {
    String data = ShowAll.data(new MessagePlace(ONE, 1));

    assertThat(data)
        .isEqualTo(ShowAll.data(new MessagePlace(ONE, 1)))
        .isNotEqualTo(ShowAll.data(new MessagePlace(ONE, 2)))
        .isNotEqualTo(ShowAll.data(new MessagePlace(TWO, 1)))
        .doesNotContain("one")
        .hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void is_there_only_where_something_is_left_out() {
    assertThat(ShowAll.under(ONE, 1, new TextPart("all", List.of()))).isEqualTo(Keyboard.NONE);
    assertThat(ShowAll.under(ONE, 1, new TextPart("some", List.of(), true)).rows()).hasSize(1);
  }

  private static final List<BiConsumer<JsonObject, JsonObject>> TRICKS =
      List.of(
          (query, message) -> query.put("from", person(7002)),
          (query, message) -> query.put("from", person(READER).put("is_bot", true)),
          (query, message) -> query.put("from", person(READER).put("id", "7003")),
          (query, message) -> query.put("from", person(-READER)),
          (query, message) -> query.put("from", person(1_087_968_824)),
          (query, message) -> query.remove("from"),
          (query, message) -> message.put("chat", new JsonObject().put("id", CHAT - 1)),
          (query, message) -> message.remove("chat"),
          (query, message) -> message.put("message_thread_id", 11),
          (query, message) -> message.remove("message_thread_id"),
          (query, message) -> message.put("message_id", 42),
          (query, message) -> message.put("message_id", 42).put("message_thread_id", 11),
          (query, message) -> message.remove("message_id"),
          (query, message) -> query.remove("message"),
          (query, message) -> query.put("data", ShowAll.data(new MessagePlace(TWO, 1))),
          (query, message) -> query.put("data", ShowAll.data(new MessagePlace(ONE, 2))),
          (query, message) -> query.put("data", query.getString("data") + "A"),
          (query, message) -> query.put("data", "all."),
          (query, message) -> query.put("data", "all.' OR 1=1 --"),
          (query, message) -> query.put("data", 7));

  private void show(SessionKey session, long thread, long message) {
    String name = session.value();
    Instant now = store.clock().instant();
    HookEvent event =
        new HookEvent(
            name, name, EventType.NOTIFICATION, session, now, "words", new JsonObject(), null);
    result(store.events().accept(List.of(NewEvent.of(event, CHAT, now))));
    result(
        store
            .topics()
            .open(result(store.topics().of(session)).orElseThrow(), name, name, name, now));
    result(store.topics().bind(name, thread, now));
    result(store.sequences().release(session, 1, List.of(Release.event(false, List.of(1L))), now));
    ChatLease lease =
        result(store.chats().take(CHAT, "node", Duration.ofHours(1), now)).orElseThrow();
    OutboxEntry entry = result(store.outbox().claim(lease, Set.of(), now)).orElseThrow();
    result(store.outbox().confirm(lease, entry, new SentPart(message, true, true), now));
  }

  private String press(JsonObject query) {
    return result(presses.pressed(BOT, ++update, query));
  }

  private boolean wanted(SessionKey session) {
    return result(store.sequences().view(session)).orElseThrow().nextPosition() > 2;
  }

  private static JsonObject right() {
    JsonObject message =
        new JsonObject()
            .put("chat", new JsonObject().put("id", CHAT).put("type", "supergroup"))
            .put("message_thread_id", 10)
            .put("message_id", 41)
            .put("date", 1);
    return new JsonObject()
        .put("id", "1")
        .put("from", person(READER))
        .put("message", message)
        .put("data", ShowAll.data(new MessagePlace(ONE, 1)));
  }

  private static JsonObject person(long id) {
    return new JsonObject().put("id", id).put("is_bot", false).put("first_name", "Ann");
  }
}
