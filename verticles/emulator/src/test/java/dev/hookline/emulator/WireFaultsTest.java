package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static dev.hookline.emulator.Running.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.CallRecord.Verdict;
import dev.hookline.emulator.Wires.End;
import dev.hookline.emulator.Wires.Seen;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault between caller and effect, byte for byte on a real connection. */
class WireFaultsTest {

  private final Running running = Running.onVirtualTime(new JsonObject().put("flood", false));

  @AfterEach
  void close() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource({"rst, RESET", "fin, CLOSED"})
  void drops_before_the_effect(String how, End end) throws IOException {
    fault("drop_before_commit", new JsonObject().put("how", how));

    Seen seen = createToTheEnd();

    assertThat(seen).isEqualTo(new Seen("", end));
    assertThat(topics()).isEmpty();
    assertThat(onlyCall().committed()).isFalse();
    assertThat(onlyCall().verdict()).isEqualTo(Verdict.UNANSWERED);
  }

  @ParameterizedTest
  @CsvSource({"rst, RESET", "fin, CLOSED"})
  void drops_after_the_effect(String how, End end) throws IOException {
    fault("commit_then_drop", new JsonObject().put("how", how));

    Seen seen = createToTheEnd();

    assertThat(seen).isEqualTo(new Seen("", end));
    assertThat(topics()).containsExactly("t");
    assertThat(onlyCall().committed()).isTrue();
    assertThat(onlyCall().messageIds()).containsExactly(2);
    assertThat(onlyCall().bytesWritten()).isZero();
  }

  @Test
  void drops_in_the_middle_of_the_response() throws IOException {
    fault("commit_then_drop", new JsonObject().put("how", "half"));

    Seen seen = createToTheEnd();

    assertThat(seen.end()).isEqualTo(End.CLOSED);
    assertThat(seen.text()).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("name\":\"t\"");
    assertThat(topics()).containsExactly("t");
  }

  @Test
  void cuts_the_json_and_leaves_http_whole() throws IOException {
    fault("commit_then_drop", new JsonObject().put("how", "truncated"));

    Seen seen = createAndAnswer();

    assertThat(seen.text())
        .contains("Content-Length: " + seen.bodyBytes())
        .contains("{\"ok\":true");
    assertThat(seen.text()).doesNotEndWith("}");
    assertThat(topics()).containsExactly("t");
  }

  @Test
  void answers_with_nothing() throws IOException {
    fault("commit_then_drop", new JsonObject().put("how", "empty"));

    Seen seen = createAndAnswer();

    assertThat(seen.text()).startsWith("HTTP/1.1 200 OK").contains("Content-Length: 0");
    assertThat(seen.bodyBytes()).isZero();
    assertThat(topics()).containsExactly("t");
  }

  @Test
  void has_the_effect_and_says_nothing() throws IOException {
    fault("commit_then_hang", new JsonObject());

    assertThat(createInSilence()).isEqualTo(new Seen("", End.SILENT));
    assertThat(topics()).containsExactly("t");
    assertThat(onlyCall().verdict()).isEqualTo(Verdict.UNANSWERED);
  }

  @Test
  void says_nothing_and_has_no_effect() throws IOException {
    fault("hang", new JsonObject());

    assertThat(createInSilence()).isEqualTo(new Seen("", End.SILENT));
    assertThat(topics()).isEmpty();
  }

  @Test
  void ends_a_connection_that_it_left_hanging_after_a_while() throws IOException {
    fault("hang", new JsonObject().put("millis", 60_000));
    try (Wires wires = begin("t")) {
      assertThat(wires.whatIsThere().end()).isEqualTo(End.SILENT);

      advance(60_000);

      assertThat(wires.toTheEnd().end()).isEqualTo(End.CLOSED);
    }
  }

  @Test
  void has_the_effect_and_blames_the_gateway() throws IOException {
    fault("commit_then_5xx", new JsonObject());

    assertThat(createAndAnswer().text())
        .startsWith("HTTP/1.1 502 Bad Gateway\r\n")
        .contains("Content-Type: text/html")
        .contains("<center>nginx</center>");
    assertThat(topics()).containsExactly("t");
    assertThat(onlyCall().verdict()).isEqualTo(Verdict.FAULT);
    assertThat(onlyCall().committed()).isTrue();
  }

  @Test
  void has_the_effect_long_after_the_connection_is_gone() throws IOException {
    fault("late_commit", new JsonObject().put("millis", 20_000));

    assertThat(createToTheEnd()).isEqualTo(new Seen("", End.RESET));
    assertThat(topics()).isEmpty();
    assertThat(onlyCall().committed()).isFalse();
    advance(20_000);

    assertThat(topics()).containsExactly("t");
    assertThat(onlyCall().committed()).isTrue();
    assertThat(onlyCall().verdict()).isEqualTo(Verdict.UNANSWERED);
  }

  @Test
  void takes_its_time_before_the_effect() throws IOException {
    fault("latency", new JsonObject().put("millis", 8_000));
    try (Wires wires = begin("t")) {
      assertThat(wires.whatIsThere().text()).isEmpty();
      assertThat(topics()).isEmpty();

      advance(8_000);

      assertThat(wires.response().text()).contains("\"ok\":true");
    }
  }

  @Test
  void takes_its_time_after_the_effect() throws IOException {
    fault("latency", new JsonObject().put("millis", 8_000).put("when", "after"));
    try (Wires wires = begin("t")) {
      assertThat(wires.whatIsThere().text()).isEmpty();
      assertThat(topics()).containsExactly("t");

      advance(8_000);

      assertThat(wires.response().text()).contains("\"ok\":true");
    }
  }

  @Test
  void lets_the_body_drip() throws IOException {
    fault("slow_body", new JsonObject().put("bytes_per_second", 10));
    try (Wires wires = begin("t")) {
      int length = Integer.parseInt(wires.head().text().replaceAll("(?s).*Length: (\\d+).*", "$1"));
      assertThat(wires.bytes(1).text()).isEqualTo("{");
      assertThat(wires.whatIsThere().text()).isEmpty();

      advance(1_000);
      assertThat(wires.bytes(10).text()).startsWith("\"ok\":true");
      assertThat(wires.whatIsThere().text()).isEmpty();

      advance(60_000);
      assertThat(wires.bytes(length - 11).text()).endsWith("}");
    }
  }

  @Test
  void answers_with_a_status_of_choice_and_has_no_effect() {
    fault(
        "status",
        new JsonObject().put("code", 429).put("retry_after", 7).put("description", "Slow down"));

    assertThat(running.call("createForumTopic", in(CHAT).put("name", "t")))
        .isEqualTo(
            new JsonObject()
                .put("ok", false)
                .put("error_code", 429)
                .put("description", "Slow down")
                .put("parameters", new JsonObject().put("retry_after", 7)));
    assertThat(topics()).isEmpty();
    assertThat(onlyCall().verdict()).isEqualTo(Verdict.FAULT);
  }

  @Test
  void lets_a_proxy_send_the_request_twice() {
    fault("duplicate_request", new JsonObject());

    assertThat(running.topic("t")).isEqualTo(3);
    assertThat(topics()).containsExactly("t", "t");
    assertThat(onlyCall().messageIds()).containsExactly(2, 3);
  }

  @Test
  void lets_a_call_be_overtaken_by_the_next_of_its_chat() throws IOException {
    fault("reorder", new JsonObject());
    try (Wires first = begin("first")) {
      assertThat(first.whatIsThere().text()).isEmpty();

      running.topic("second");

      assertThat(first.response().text()).contains("\"ok\":true");
    }
    assertThat(topics()).containsExactly("second", "first");
  }

  @Test
  void serves_the_next_request_of_a_connection_after_a_fault_that_keeps_it() throws IOException {
    fault("commit_then_5xx", new JsonObject());
    try (Wires wires = wires()) {
      wires.call("createForumTopic", in(CHAT).put("name", "t")).response();

      assertThat(wires.call("getMe", new JsonObject()).response().text()).contains("hookline_bot");
    }
  }

  @Test
  void refuses_connections_while_it_is_told_to_and_is_back_at_the_same_port() {
    await(running.control().turn(new JsonObject().put("accept_connections", false)));
    assertThat(refusesConnections()).isTrue();

    await(running.control().turn(new JsonObject().put("accept_connections", true)));

    assertThat(refusesConnections()).isFalse();
  }

  private boolean refusesConnections() {
    try (Wires wires = wires().call("getMe", new JsonObject())) {
      // Java ends a listener when its selector comes round: who gets in until then is reset.
      return wires.bytes(1).end() == End.RESET;
    } catch (IOException refused) {
      return true;
    }
  }

  private Seen createToTheEnd() throws IOException {
    try (Wires wires = begin("t")) {
      return wires.toTheEnd();
    }
  }

  private Seen createAndAnswer() throws IOException {
    try (Wires wires = begin("t")) {
      return wires.response();
    }
  }

  private Seen createInSilence() throws IOException {
    try (Wires wires = begin("t")) {
      return wires.whatIsThere();
    }
  }

  /** Begins a call, and waits until the emulator has begun with it. */
  private Wires begin(String topic) throws IOException {
    Wires wires = wires().call("createForumTopic", in(CHAT).put("name", topic));
    running.awaitCalls("createForumTopic", 1);
    return wires;
  }

  private Wires wires() throws IOException {
    return new Wires(running.emulator.apiPort());
  }

  private void fault(String action, JsonObject how) {
    await(running.control().addFault(Fault.on("createForumTopic").doing(action, how)));
  }

  private void advance(long millis) {
    await(running.control().advance(Duration.ofMillis(millis)));
  }

  private List<String> topics() {
    return await(running.control().topics(CHAT)).stream()
        .filter(topic -> !topic.general())
        .map(TopicView::name)
        .toList();
  }

  private CallRecord onlyCall() {
    List<CallRecord> calls = running.journal().calls("createForumTopic");
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }
}
