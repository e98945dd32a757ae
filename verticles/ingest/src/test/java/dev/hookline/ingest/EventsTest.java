package dev.hookline.ingest;

import static dev.hookline.ingest.OpenIngest.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.ingest.Caller.Answer;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionHint;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of canonical events. */
class EventsTest {

  @TempDir Path directory;

  private OpenIngest ingest;
  private Caller caller;

  @BeforeEach
  void open() {
    ingest = OpenIngest.in(directory);
    caller = ingest.caller();
  }

  @AfterEach
  void close() {
    caller.close();
    ingest.close();
  }

  @Test
  void stores_an_event_and_says_so() {
    Answer answer = post(event("s-1", "hello"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "application/json");
    assertThat(answer.json()).isEqualTo(acknowledged(1, 0, new JsonObject()));
    assertThat(ingest.events("s-1")).extracting(HookEvent::content).containsExactly("hello");
  }

  @Test
  void stores_an_array_in_its_order() {
    post(new JsonArray().add(event("s-1", "a")).add(event("s-1", "b")).add(event("s-1", "c")));

    assertThat(ingest.events("s-1")).extracting(HookEvent::content).containsExactly("a", "b", "c");
  }

  @Test
  void stores_lines() {
    caller.with("Content-Type", "application/x-ndjson; charset=utf-8");

    Answer answer = post(event("s-1", "a") + "\n" + event("s-2", "b") + "\n");

    assertThat(answer.json()).isEqualTo(acknowledged(2, 0, new JsonObject()));
    assertThat(ingest.events("s-2")).hasSize(1);
  }

  @Test
  void takes_the_same_event_once() {
    JsonObject event = event("s-1", "hello").put("id", "e-1");
    post(event);

    Answer again = post(new JsonArray().add(event).add(event("s-1", "new").put("id", "e-2")));

    assertThat(again.json()).isEqualTo(acknowledged(1, 1, new JsonObject()));
    assertThat(ingest.events("s-1")).hasSize(2);
  }

  @Test
  void takes_the_same_number_of_a_source_once_though_it_has_no_id() {
    JsonObject event = event("s-1", "hello").put("source", "spool").put("sequence", 1);
    post(event);

    assertThat(post(event).json()).isEqualTo(acknowledged(0, 1, new JsonObject().put("spool", 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void says_through_which_number_a_source_is_stored(int first) {
    JsonArray batch = new JsonArray();
    for (int number : new int[] {first, first + 1, first + 3}) {
      batch.add(event("s-1", "n").put("source", "spool").put("sequence", number));
    }

    assertThat(post(batch).json())
        .isEqualTo(acknowledged(3, 0, new JsonObject().put("spool", first + 1)));
    assertThat(
            post(event("s-1", "n").put("source", "spool").put("sequence", first + 2))
                .json()
                .getJsonObject("acked_through"))
        .isEqualTo(new JsonObject().put("spool", first + 3));
  }

  @Test
  void refuses_a_bad_element_and_takes_the_others() {
    JsonArray batch =
        new JsonArray().add(event("s-1", "a")).add(event("s 1", "b")).add(event("s-1", "c"));

    Answer answer = post(batch);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getInteger("accepted")).isEqualTo(2);
    JsonObject refused = answer.json().getJsonArray("refused").getJsonObject(0);
    assertThat(refused.getInteger("index")).isEqualTo(1);
    assertThat(refused.getString("field")).isEqualTo("sessionId");
    assertThat(refused.getString("detail")).startsWith("sessionId is \"s 1\": write ");
    assertThat(ingest.events("s-1")).extracting(HookEvent::content).containsExactly("a", "c");
  }

  @Test
  void answers_a_bad_event_with_a_problem_that_names_field_value_and_fix() {
    Answer answer = post(event("s-1", "a").put("type", "tool_strat"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(answer.json().getInteger("status")).isEqualTo(400);
    assertThat(answer.json().getString("field")).isEqualTo("type");
    assertThat(answer.json().getString("value")).isEqualTo("\"tool_strat\"");
    assertThat(answer.json().getString("fix")).startsWith("write one of session_start, ");
  }

  @Test
  void answers_a_batch_without_anything_good_with_a_problem_that_lists_all() {
    Answer answer = post(new JsonArray().add(1).add(event("s-1", "a").put("type", "x")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).startsWith("none of the 2 events");
    assertThat(answer.json().getJsonArray("refused")).hasSize(2);
    assertThat(ingest.totals().accepted()).isZero();
  }

  @Test
  void takes_an_empty_batch() {
    assertThat(post(new JsonArray()).json()).isEqualTo(acknowledged(0, 0, new JsonObject()));
  }

  @Test
  void refuses_bytes_that_are_not_utf_8() {
    byte[] bytes = event("s-1", "ä").toString().getBytes(StandardCharsets.ISO_8859_1);

    Answer answer = caller.post("/v1/events", bytes);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        ""
      })
  void reads_json_whatever_the_content_type_says(String type) {
    caller.with("Content-Type", type.isEmpty() ? null : type);
    String large = "x".repeat(5_000);

    assertThat(post(event("s-1", large)).status()).isEqualTo(200);
    assertThat(ingest.events("s-1")).extracting(HookEvent::content).containsExactly(large);
  }

  @Test
  void stores_what_would_break_a_store_or_a_chat() {
    String body = event("s-1", "TEXT").toString().replace("TEXT", "a\\u0000b \\ud83d c");

    assertThat(caller.post("/v1/events", body.getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(200);
    assertThat(ingest.events("s-1"))
        .extracting(HookEvent::content)
        .containsExactly("a\uFFFDb \uFFFD c");
  }

  @Test
  void tells_once_that_a_session_has_something_new() throws InterruptedException {
    BlockingQueue<SessionHint> hints = new LinkedBlockingQueue<>();
    Addresses.SESSION_HINT.receive(ingest.vertx().eventBus(), hints::add);

    post(new JsonArray().add(event("s-1", "a")).add(event("s-1", "b")).add(event("s-2", "c")));

    assertThat(hints.poll(10, TimeUnit.SECONDS).session().value()).isEqualTo("s-1");
    assertThat(hints.poll(10, TimeUnit.SECONDS).session().value()).isEqualTo("s-2");
    assertThat(hints).isEmpty();
  }

  @Test
  void serves_one_request_after_the_other_on_a_connection() {
    for (int i = 0; i < 20; i++) {
      assertThat(post(event("s-1", "n" + i)).status()).isEqualTo(200);
    }

    assertThat(ingest.events("s-1"))
        .extracting(HookEvent::content)
        .startsWith("n0", "n1", "n2")
        .endsWith("n19");
  }

  @Test
  void says_where_things_are_to_those_who_are_lost() {
    assertThat(caller.post("/v1/event", "{}").status()).isEqualTo(404);
    assertThat(caller.get("/v1/events").status()).isEqualTo(405);
    assertThat(caller.get("/v1/events").headers()).containsEntry("allow", "POST");
    assertThat(caller.get("/").json().getString("detail")).contains("/v1/events");
  }

  private Answer post(Object body) {
    return caller.post("/v1/events", body);
  }

  private static JsonObject acknowledged(int accepted, int duplicates, JsonObject through) {
    return new JsonObject()
        .put("accepted", accepted)
        .put("duplicates", duplicates)
        .put("acked_through", through);
  }
}
