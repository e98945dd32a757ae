package dev.hookline.ingest;

import static dev.hookline.ingest.OpenIngest.QUICK;
import static dev.hookline.ingest.OpenIngest.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.ingest.Caller.Answer;
import dev.hookline.ingest.IngestOptions.Limits;
import dev.hookline.testkit.Waits;
import io.vertx.core.json.JsonArray;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much may come in, and how slowly. */
@Timeout(60)
class LimitsTest {

  private static final String STRANGERS_HEAD = "POST /v1/events HTTP/1.1\r\nHost: localhost\r\n";

  @TempDir Path directory;

  private OpenIngest ingest;

  @AfterEach
  void close() {
    ingest.close();
  }

  @Test
  void takes_a_body_of_exactly_1_mib() {
    ingest = OpenIngest.in(directory);
    String body = event("s-1", "").encode();
    String full = body.replace("\"content\":\"\"", "\"content\":\"" + fill(body.length()) + "\"");

    assertThat(full).hasSize(1 << 20);
    assertThat(ingest.caller().post("/v1/events", full).status()).isEqualTo(200);
  }

  @Test
  void refuses_a_longer_body_before_it_is_sent() {
    ingest = OpenIngest.in(directory);
    try (Caller caller = ingest.caller()) {
      caller.send(head() + "Content-Length: 1048577\r\n\r\n");

      Answer answer = caller.answer();

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.json().getString("detail")).contains("1048576 bytes");
    }
  }

  @Test
  void refuses_a_longer_body_that_does_not_say_how_long_it_is() {
    ingest = OpenIngest.in(directory);
    try (Caller caller = ingest.caller()) {
      caller.send(head() + "Transfer-Encoding: chunked\r\n\r\n");
      for (int sent = 0; sent <= 1 << 20; sent += 0x8000) {
        caller.send("8000\r\n" + " ".repeat(0x8000) + "\r\n");
      }

      assertThat(caller.answer().status()).isEqualTo(413);
    }
    assertThat(ingest.totals().accepted()).isZero();
  }

  @Test
  void goes_on_with_a_connection_whose_body_was_too_long() {
    ingest = OpenIngest.in(directory);
    try (Caller caller = ingest.caller()) {
      assertThat(caller.post("/v1/events", " ".repeat((1 << 20) + 1)).status()).isEqualTo(413);
      assertThat(caller.post("/v1/events", event("s-1", "a")).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 100_000})
  void refuses_json_that_is_nested_too_deep(int depth) {
    ingest = OpenIngest.in(directory);
    String bomb =
        event("s-1", "a").encode().replace("}", ",\"metadata\":{\"a\":" + "[".repeat(depth));

    Answer answer = ingest.caller().post("/v1/events", bomb);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains("64 deep");
  }

  @Test
  void refuses_a_body_that_would_have_to_be_unpacked() {
    ingest = OpenIngest.in(directory);

    Answer answer = ingest.caller().with("Content-Encoding", "gzip").post("/v1/events", "x");

    assertThat(answer.status()).isEqualTo(415);
  }

  @Test
  void asks_for_the_body_when_the_sender_waits_to_be_asked() {
    ingest = OpenIngest.in(directory);
    String body = event("s-1", "a").encode();
    try (Caller caller = ingest.caller()) {
      caller.send(head() + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
      assertThat(caller.answer().status()).isEqualTo(100);

      caller.send(body);
      assertThat(caller.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void asks_no_stranger_for_a_body() {
    ingest = OpenIngest.in(directory);
    try (Caller caller = ingest.stranger()) {
      caller.send(STRANGERS_HEAD + "Expect: 100-continue\r\nContent-Length: 10\r\n\r\n");

      assertThat(caller.answer().status()).isEqualTo(401);
    }
  }

  @Test
  void reads_large_bodies_beside_the_event_loop_and_small_ones_on_it() {
    ingest = OpenIngest.in(directory);
    JsonArray large = new JsonArray();
    for (int i = 0; i < 100; i++) {
      large.add(event("s-1", "x".repeat(1_000)));
    }

    ingest.caller().post("/v1/events", event("s-1", "small"));
    assertThat(ingest.readers()).allMatch(thread -> thread.contains("eventloop"));

    ingest.readers().clear();
    ingest.caller().post("/v1/events", large);
    assertThat(ingest.readers()).hasSize(100).allMatch(thread -> thread.contains("worker"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "POST /v1/ev",
        "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
        "GET /healthz/live HTTP/1.1\r\nHost: localhost\r\n\r\nGET /healthz"
      })
  void closes_a_connection_whose_head_is_slow(String beginning) {
    ingest = OpenIngest.in(directory, QUICK, 1);

    Waits.result(trickle().send(beginning, "a"));
  }

  @Test
  void closes_a_connection_whose_body_is_slow() {
    ingest = OpenIngest.in(directory, QUICK, 1);

    Waits.result(trickle().send(head() + "Content-Length: 1000000\r\n\r\n", " "));
  }

  @Test
  void closes_a_connection_whose_unwanted_body_is_slow() {
    ingest = OpenIngest.in(directory, QUICK, 1);

    Waits.result(
        trickle()
            .send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n", " "));
  }

  @Test
  void closes_a_connection_that_says_nothing() {
    ingest = OpenIngest.in(directory, QUICK, 1);

    try (Caller caller = ingest.caller()) {
      assertThat(caller.closedSilently()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz/live", "/v1/events"})
  void closes_a_connection_that_says_nothing_more_after_an_answer(String path) {
    ingest = OpenIngest.in(directory, QUICK, 1);

    try (Caller caller = ingest.stranger()) {
      caller.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n");
      caller.answer();
      caller.send("12345");

      assertThat(caller.closedSilently()).isTrue();
    }
  }

  @Test
  void does_not_close_a_connection_that_waits_for_us() {
    ingest = OpenIngest.in(directory, QUICK, 1, Duration.ofSeconds(15));
    String body = event("s-1", "a").encode();
    try (Caller patient = ingest.caller();
        Caller silent = ingest.caller()) {
      LockedDatabase.during(
          directory,
          () -> {
            patient.send(head() + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(silent.closedSilently()).isTrue();
            return ingest.caller().closedSilently(); // and once more as long
          });

      assertThat(patient.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void gives_every_sender_its_time() {
    Duration patience = Duration.ofSeconds(1);
    ingest = OpenIngest.in(directory, new Limits(1 << 20, 10, 10, patience), 1);
    long begin = System.nanoTime();

    Waits.result(trickle().send("POST", "a"));

    Duration waited = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(waited).isBetween(patience, patience.multipliedBy(5));
  }

  @Test
  void takes_as_many_connections_as_it_may_and_no_more() {
    ingest = OpenIngest.in(directory, new Limits(1 << 20, 3, 10, Duration.ofSeconds(60)), 1);
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      callers.add(ingest.caller());
      assertThat(callers.get(i).post("/v1/events", event("s-1", "a")).status()).isEqualTo(200);
    }

    try (Caller fourth = ingest.caller()) {
      assertThat(fourth.closedSilently()).isTrue();
    }

    assertThat(callers.get(0).post("/v1/events", event("s-1", "a")).status()).isEqualTo(200);
    callers.forEach(Caller::close);
  }

  @Test
  void takes_a_connection_for_each_that_ended() {
    ingest = OpenIngest.in(directory, new Limits(1 << 20, 1, 10, Duration.ofSeconds(60)), 1);
    ingest.caller().close();

    assertThat(firstAnswered().status()).isEqualTo(200);
  }

  // The server learns that a connection ended a moment after it did.
  private Answer firstAnswered() {
    while (true) {
      try (Caller caller = ingest.caller()) {
        return caller.post("/v1/events", event("s-1", "a"));
      } catch (IllegalStateException | UncheckedIOException closed) {
        Thread.onSpinWait();
      }
    }
  }

  private Trickle trickle() {
    return new Trickle(ingest.vertx(), ingest.port());
  }

  private String head() {
    return STRANGERS_HEAD + "Authorization: Bearer " + ingest.token() + "\r\n";
  }

  private static String fill(int others) {
    return "x".repeat((1 << 20) - others);
  }
}
