package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.EventType;
import dev.hookline.messages.FilterAnswered;
import dev.hookline.messages.FilterAsked;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.PlacedEvent;
import dev.hookline.testkit.Waits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs of other languages may make of an event before it is stored. */
class FiltersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final FilterRule OPEN = new FilterRule("one", false, PATIENCE);
  private static final FilterRule CLOSED = new FilterRule("one", true, PATIENCE);
  private static final String TOKEN = "gh" + "p_" + "a1B2c3".repeat(6);

  @TempDir private Path directory;
  private OpenIngest ingest;

  @AfterEach
  void close() {
    ingest.close();
  }

  @Test
  void put_other_text_in_its_place() {
    ingest = OpenIngest.filtered(directory, OPEN);
    program(asked -> new JsonObject().put("content", "[" + asked.getString("content") + "]"));

    post(event("a"));

    assertThat(stored()).extracting(HookEvent::content).containsExactly("[a]");
  }

  @Test
  void leave_an_event_alone_of_which_they_say_nothing() {
    ingest = OpenIngest.filtered(directory, OPEN);
    program(asked -> new JsonObject());

    post(event("a").put("metadata", new JsonObject().put("tool", "Bash")));

    assertThat(stored().get(0).content()).isEqualTo("a");
    assertThat(stored().get(0).metadata()).isEqualTo(new JsonObject().put("tool", "Bash"));
  }

  @Test
  void change_what_else_is_known_but_not_what_joins_and_orders() {
    ingest = OpenIngest.filtered(directory, OPEN);
    JsonObject changed =
        new JsonObject().put("tool", "Other").put("toolUseId", "mine").put("piece", 7);
    program(
        asked ->
            new JsonObject()
                .put("metadata", changed)
                .put("type", "error")
                .put("sessionId", "elsewhere")
                .put("id", "another"));

    post(event("a").put("metadata", new JsonObject().put("tool", "Bash").put("toolUseId", "t-1")));

    HookEvent event = stored().get(0);
    assertThat(event.metadata())
        .isEqualTo(new JsonObject().put("tool", "Other").put("toolUseId", "t-1"));
    assertThat(event.type()).isEqualTo(EventType.NOTIFICATION);
    assertThat(event.id()).isEqualTo("a");
  }

  @Test
  void get_no_secrets_and_bring_none_in() {
    ingest = OpenIngest.filtered(directory, OPEN);
    program(
        asked ->
            new JsonObject()
                .put(
                    "content",
                    asked.getString("content").contains("gh" + "p_") ? "leaked" : TOKEN));

    post(event("a").put("content", TOKEN));

    assertThat(stored().get(0).content()).startsWith("[redacted");
  }

  @Test
  void bring_nothing_in_that_no_store_can_hold() {
    ingest = OpenIngest.filtered(directory, OPEN);
    program(asked -> new JsonObject().put("content", "nul \u0000."));

    post(event("a"));

    assertThat(stored().get(0).content()).isEqualTo("nul \uFFFD.");
  }

  @Test
  void drop_an_event_so_that_nothing_of_its_text_stays() {
    ingest = OpenIngest.filtered(directory, OPEN);
    program(asked -> new JsonObject().put("keep", false));

    post(event("a").put("sequence", 1).put("metadata", new JsonObject().put("tool", "Bash")));

    HookEvent dropped = stored().get(0);
    assertThat(dropped.type()).isEqualTo(EventType.OTHER);
    assertThat(dropped.content()).isEmpty();
    assertThat(dropped.metadata()).isEqualTo(new JsonObject().put("filtered", "one"));
    assertThat(dropped.sequence()).isEqualTo(1);
    assertThat(post(event("a").put("sequence", 1)).json().getInteger("duplicates")).isEqualTo(1);
  }

  @Test
  void are_asked_one_after_the_other() {
    FilterRule two = new FilterRule("two", false, PATIENCE);
    ingest = OpenIngest.filtered(directory, OPEN, two);
    programs(
        asked ->
            new JsonObject()
                .put("content", asked.event().getString("content") + " " + asked.filter()));

    post(event("a"));

    assertThat(stored().get(0).content()).isEqualTo("a one two");
  }

  @Test
  void look_at_every_event_of_a_batch_in_its_order() {
    ingest = OpenIngest.filtered(directory, OPEN);
    program(asked -> new JsonObject().put("content", asked.getString("content") + "!"));

    JsonArray batch = new JsonArray();
    IntStream.range(0, 50).forEach(i -> batch.add(event("n" + i)));
    post(batch);

    assertThat(stored())
        .extracting(HookEvent::content)
        .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> "n" + i + "!").toList());
  }

  @Test
  void let_events_pass_when_they_are_open_and_not_there() {
    ingest = OpenIngest.filtered(directory, OPEN);

    assertThat(post(event("a")).status()).isEqualTo(200);
    assertThat(stored()).extracting(HookEvent::content).containsExactly("a");
  }

  @Test
  void let_events_pass_when_they_are_open_and_do_not_answer() {
    ingest = OpenIngest.filtered(directory, new FilterRule("one", false, Duration.ofMillis(50)));
    programs(asked -> null);

    assertThat(post(event("a")).status()).isEqualTo(200);
  }

  @Test
  void keep_events_out_while_they_are_closed_and_not_there() {
    ingest = OpenIngest.filtered(directory, CLOSED);

    Caller.Answer refused = post(event("a"));

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.headers()).containsKey("retry-after");
    assertThat(refused.json().getString("detail")).contains("the filter one does not answer");
    assertThat(stored()).isEmpty();

    program(asked -> new JsonObject());
    assertThat(post(event("a")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"keep\":1}", "{\"content\":{}}", "{\"metadata\":\"x\"}"})
  void are_not_believed_when_they_answer_nonsense(String answer) {
    ingest = OpenIngest.filtered(directory, CLOSED);
    program(asked -> new JsonObject(answer));

    assertThat(post(event("a")).status()).isEqualTo(503);
  }

  @Test
  void hold_lines_back_that_nobody_could_send_again() {
    ingest = OpenIngest.filtered(directory, CLOSED);
    AtomicInteger asked = new AtomicInteger();
    programs(question -> asked.getAndIncrement() == 0 ? nonsense() : new JsonObject());
    try (Caller sender = Caller.of(ingest.lineSocket())) {
      sender.send(event("a") + "\n");

      Waits.until("the line is stored", () -> ingest.totals().accepted() == 1);
    }
  }

  private void program(Function<JsonObject, JsonObject> decide) {
    programs(asked -> decide.apply(asked.event()));
  }

  /** Answers as the bus's room does for programs that are connected; null: never. */
  private void programs(Function<FilterAsked, JsonObject> decide) {
    Addresses.ASK_FILTER.answer(
        ingest.vertx().eventBus(),
        asked -> {
          JsonObject answer = decide.apply(asked);
          return answer == null
              ? Promise.<FilterAnswered>promise().future()
              : Future.succeededFuture(new FilterAnswered(answer));
        });
  }

  private static JsonObject nonsense() {
    return new JsonObject().put("keep", "perhaps");
  }

  private Caller.Answer post(Object body) {
    return ingest.caller().post("/v1/events", body);
  }

  private List<HookEvent> stored() {
    return Waits.result(ingest.store().journal().behind(new SessionKey("s-1"), 0, 100)).stream()
        .map(PlacedEvent::event)
        .toList();
  }

  private static JsonObject event(String content) {
    return new JsonObject()
        .put("id", content)
        .put("type", "notification")
        .put("sessionId", "s-1")
        .put("timestamp", "2026-11-28T10:00:00Z")
        .put("content", content);
  }
}
