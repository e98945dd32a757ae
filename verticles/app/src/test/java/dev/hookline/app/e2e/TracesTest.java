package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.e2e.Collector.Seen;
import dev.hookline.testkit.SecretSample.Planted;
import dev.hookline.testkit.SecretSamples;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of events, as a collector of OpenTelemetry gets to know it. */
class TracesTest extends EndToEnd {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";
  private static final String CALL = "telegram sendMessage";

  private Collector collector;

  @BeforeEach
  void open() {
    collector = Collector.open();
  }

  @AfterEach
  void close() {
    if (node != null) {
      node.close(); // while there is somebody to tell
    }
    collector.close();
  }

  @Test
  void an_event_is_one_trace_from_the_hook_to_the_message() {
    follow();

    node.tell(Story.plain("s", 1));

    collector.awaits(1, span -> span.name().equals(CALL));
    List<Seen> way = collector.awaits(5, span -> true);
    assertThat(way).extracting(Seen::trace).containsOnly(way.get(0).trace());
    assertThat(way)
        .extracting(Seen::name)
        .containsExactlyInAnyOrder("hook", "commit", "place", "outbox", CALL);
    assertThat(span("hook").parent()).isEmpty();
    assertFollows(span("commit"), span("hook"));
    assertFollows(span("place"), span("hook"));
    assertFollows(span("outbox"), span("place"));
    assertFollows(span(CALL), span("outbox"));
    assertThat(millis(span("outbox").begun())).isEqualTo(millis(span("place").ended()));
    assertThat(span("outbox").ended()).isEqualTo(span(CALL).begun());
  }

  @Test
  void a_trace_says_what_was_called_and_what_came_of_it() {
    follow();

    node.tell(Story.plain("s", 1));

    Seen call = collector.awaits(1, span -> span.name().equals(CALL)).get(0);
    assertThat(call.fact("session")).isEqualTo("s");
    assertThat(call.fact("event.type")).isEqualTo("notification");
    assertThat(call.fact("telegram.method")).isEqualTo("sendMessage");
    assertThat(call.fact("chat")).isEqualTo(chat.id());
    assertThat(call.fact("outcome")).isEqualTo("done");
    assertThat(call.fact("message.id")).isEqualTo(chat.saying("⟦s-1⟧").getLong("message_id"));
    assertThat(call.failed()).isFalse();
  }

  @Test
  void a_trace_goes_on_where_the_sender_began_it() throws Exception {
    follow("telemetry.traces.samplePercent", 0);

    post("/v1/events", "01", new JsonArray(Story.plain("s", 2).events()).encode());
    post("/v1/hooks/claude", "01", hook("PostToolUseFailure").encode());

    collector.awaits(3, span -> span.name().equals("hook"));
    collector.awaits(3, span -> span.name().startsWith("telegram "));
    assertThat(collector.spans()).extracting(Seen::trace).containsOnly(TRACE);
    assertThat(collector.spans("hook")).extracting(Seen::parent).containsOnly(SPAN);
    assertThat(collector.spans()).extracting(Seen::id).doesNotHaveDuplicates();
    assertThat(collector.spans("hook"))
        .anyMatch(hook -> "Bash".equals(hook.fact("tool")) && "claude".equals(hook.fact("agent")));
  }

  @Test
  void an_event_may_say_itself_what_caused_it() {
    follow();
    Story story = Story.plain("s", 2);
    String parent = "00-" + TRACE + "-" + SPAN + "-01";
    story.events().get(0).getJsonObject("metadata").put("traceparent", parent);

    node.tell(story);

    List<Seen> hooks = collector.awaits(2, span -> span.name().equals("hook"));
    assertThat(hooks)
        .filteredOn(hook -> hook.trace().equals(TRACE))
        .extracting(Seen::parent)
        .containsExactly(SPAN);
    assertThat(hooks)
        .filteredOn(hook -> !hook.trace().equals(TRACE))
        .extracting(Seen::parent)
        .containsExactly("");
  }

  @Test
  void nobody_is_followed_whom_the_sender_does_not_follow() throws Exception {
    follow();

    post("/v1/events", "00", new JsonArray(Story.plain("quiet", 1).events()).encode());
    node.tell(Story.plain("loud", 1));
    chat.awaits("both", () -> chat.calls("sendMessage").size() == 2);
    node.stop();

    assertThat(collector.spans()).extracting(span -> span.fact("session")).containsOnly("loud");
  }

  @Test
  void a_sample_is_all_of_an_event_or_nothing() {
    follow("telemetry.traces.samplePercent", 50);
    Story story = Story.plain("s", 40);

    node.tell(story);
    awaitsAllShown(story);
    node.stop();

    Set<String> followed =
        collector.spans("hook").stream().map(Seen::trace).collect(Collectors.toSet());
    assertThat(followed).hasSizeBetween(5, 35);
    assertThat(collector.spans("place"))
        .extracting(Seen::trace)
        .containsExactlyInAnyOrderElementsOf(followed);
    assertThat(collector.spans("outbox"))
        .extracting(Seen::trace)
        .containsExactlyInAnyOrderElementsOf(followed);
  }

  @Test
  void a_message_that_shows_several_is_linked_with_each() {
    follow("telegram.budgetPerMinute", 9); // three to spare
    Story story = Story.plain("s", 12);

    node.tell(story);

    awaitsAllShown(story);
    collector.awaits(12, span -> span.name().equals("outbox"));
    List<Seen> calls =
        collector.awaits(1, span -> !span.links().isEmpty() && span.name().equals(CALL));
    for (Seen call : calls) {
      List<Seen> others =
          collector.spans("outbox").stream()
              .filter(wait -> wait.links().contains(call.id()))
              .toList();
      assertThat(others).extracting(Seen::id).containsExactlyInAnyOrderElementsOf(call.links());
      assertThat(others)
          .extracting(Seen::trace)
          .doesNotContain(call.trace())
          .doesNotHaveDuplicates();
      assertThat(call.fact("events")).isEqualTo(1L + others.size());
    }
    assertThat(collector.spans("outbox")).extracting(Seen::trace).doesNotHaveDuplicates();
  }

  @Test
  void a_result_that_is_edited_into_a_message_says_which() {
    follow();
    Story story = new Story("s");
    story.tell("tool_start").getJsonObject("metadata").put("toolUseId", "t");
    node.tell(story);
    awaitsAllShown(story);
    story.tell("tool_result").getJsonObject("metadata").put("toolUseId", "t");

    node.tell(story.events().subList(1, 2));

    Seen edit = collector.awaits(1, span -> span.name().equals("telegram editMessageText")).get(0);
    assertThat(edit.fact("message.id")).isEqualTo(collector.spans(CALL).get(0).fact("message.id"));
    assertThat(edit.fact("event.type")).isEqualTo("tool_result");
  }

  @Test
  void a_flood_answer_is_a_failed_call_before_the_one_that_shows_the_event() {
    follow();
    chat.fault("sendMessage", 1, "status", "code", 429, "retry_after", 1);

    node.tell(Story.plain("s", 1));

    List<Seen> calls = collector.awaits(2, span -> span.name().equals(CALL));
    assertThat(calls).extracting(Seen::trace).containsOnly(calls.get(0).trace());
    assertThat(calls).extracting(Seen::failed).containsExactly(true, false);
    assertThat(calls.get(0).fact("telegram.code")).isEqualTo(429L);
    assertThat(calls.get(0).fact("telegram.refusal")).isEqualTo("flood");
    assertThat(calls).extracting(call -> call.fact("outcome")).containsExactly("refused", "done");
    assertThat(collector.spans("outbox")).extracting(Seen::id).doesNotHaveDuplicates();
  }

  @Test
  void a_lost_answer_is_told_and_so_is_what_came_of_it() {
    follow();
    chat.fault("sendMessage", 1, "commit_then_drop");

    node.tell(Story.plain("s", 1));

    Seen settled = collector.awaits(1, span -> span.name().equals("settle")).get(0);
    Seen call = collector.awaits(1, span -> span.name().equals(CALL)).get(0);
    assertThat(call.fact("outcome")).isEqualTo("unknown");
    assertThat(call.failed()).isTrue();
    assertThat(settled.trace()).isEqualTo(call.trace());
    assertThat(settled.fact("outcome")).isEqualTo("found");
    assertThat(settled.fact("message.id")).isEqualTo(chat.saying("⟦s-1⟧").getLong("message_id"));
    assertFollows(settled, span("place"));
  }

  @Test
  void a_trace_outlives_the_node() {
    follow();
    chat.fault("sendMessage", 1, "status", "code", 429, "retry_after", 2);
    node.tell(Story.plain("s", 1));
    collector.awaits(1, span -> span.name().equals(CALL));

    node.die();
    follow();

    List<Seen> calls = collector.awaits(2, span -> span.name().equals(CALL));
    assertThat(calls).extracting(Seen::trace).containsOnly(span("hook").trace());
    assertThat(collector.spans("outbox")).extracting(Seen::parent).containsOnly(span("place").id());
  }

  @Test
  void an_event_that_comes_again_is_told_as_such() {
    follow();
    Story story = Story.plain("s", 1);

    node.tell(story);
    node.tell(story);

    Seen again = collector.awaits(1, span -> span.name().equals("again")).get(0);
    assertFollows(again, collector.awaits(1, span -> span.name().equals("hook")).get(0));
    assertThat(collector.spans("hook")).hasSize(1);
  }

  @Test
  void no_text_no_token_and_no_secret_is_in_any_span() throws IOException {
    Path headers =
        Files.writeString(directory.resolve("h"), "Authorization: Bearer hush-hush-hush");
    follow("telemetry.traces.headersFile", headers.toString());
    List<Planted> secrets = secrets();
    Story story = new Story("s");
    for (Planted secret : secrets) {
      JsonObject event = story.tell("notification");
      event.put("content", event.getString("content") + " unmistakable " + secret.text());
      event
          .getJsonObject("metadata")
          .put("title", secret.text())
          .put("tool", secret.text())
          .put("agent", secret.text())
          .put("traceparent", secret.text())
          .put("input", new JsonObject().put("command", "unmistakable " + secret.text()));
    }
    story
        .tell("notification")
        .put("content", "⟦s-" + story.events().size() + "⟧ " + chat.token() + " " + node.token());

    node.tell(story);
    node.post("/v1/hooks/claude", hook("PostToolUseFailure").encode());
    awaitsAllShown(story);
    node.stop();

    String told = collector.bytes();
    assertThat(collector.spans("hook")).hasSize(story.events().size() + 1);
    assertThat(told).doesNotContain("unmistakable", "⟦", chat.token(), node.token(), "hush");
    for (Planted secret : secrets) {
      assertThat(told).as(secret.kind()).doesNotContain(secret.secret());
    }
    assertThat(collector.authorizations()).containsOnly("Bearer hush-hush-hush");
  }

  @Test
  void a_collector_that_is_away_costs_no_event() {
    start("telemetry.traces.endpoint", "http://127.0.0.1:1"); // where nobody may listen
    Story story = Story.plain("s", 30);

    node.tell(story);

    awaitsAllShown(story);
    oracle.sees(story);
    node.stop();
  }

  @Test
  void what_the_collector_does_not_take_is_counted_and_what_follows_is_sent() {
    follow();
    collector.answers(400);
    node.tell(Story.plain("lost", 1));
    chat.awaits("dropped", () -> value("dropped") == 5);

    collector.answers(200);
    node.tell(Story.plain("kept", 1));

    chat.awaits("exported", () -> value("exported") == 5);
    assertThat(collector.spans()).extracting(span -> span.fact("session")).containsOnly("kept");
    assertThat(value("dropped")).isEqualTo(5);
  }

  @Test
  void what_is_still_to_be_told_is_told_before_the_node_ends() {
    follow();
    Story story = Story.plain("s", 30);
    node.tell(story);
    awaitsAllShown(story);

    node.stop();

    assertThat(collector.spans("hook")).hasSize(30);
    assertThat(collector.spans("outbox")).hasSize(30);
  }

  @Test
  void nothing_of_it_goes_on_when_the_node_has_ended() {
    Set<Thread> others = exporting();
    follow();
    Set<Thread> ours = exporting();
    ours.removeAll(others);
    assertThat(ours).isNotEmpty();

    node.stop();

    chat.awaits("an end", () -> ours.stream().noneMatch(Thread::isAlive));
  }

  private static Set<Thread> exporting() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("BatchSpanProcessor"))
        .collect(Collectors.toSet());
  }

  @Test
  void a_node_that_nobody_follows_counts_no_spans() {
    start();

    assertThat(node.text("/metrics")).doesNotContain("spans");
  }

  private void follow(Object... changed) {
    List<Object> all = new ArrayList<>(List.of(changed));
    all.addAll(List.of("telemetry.traces.endpoint", collector.endpoint()));
    start(all.toArray());
  }

  private Seen span(String name) {
    List<Seen> found = collector.spans(name);
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static void assertFollows(Seen later, Seen earlier) {
    assertThat(later.trace()).isEqualTo(earlier.trace());
    assertThat(later.parent()).as("of " + later.name()).isEqualTo(earlier.id());
    assertThat(later.begun()).isGreaterThanOrEqualTo(earlier.begun());
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }

  private long value(String what) {
    String name = "hookline_node_spans_" + what + "_total ";
    return node.text("/metrics")
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  private void post(String path, String flags, String body) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                    .header("Authorization", "Bearer " + node.token())
                    .header("traceparent", "00-" + TRACE + "-" + SPAN + "-" + flags)
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static JsonObject hook(String name) {
    return new JsonObject()
        .put("session_id", "hooks")
        .put("hook_event_name", name)
        .put("tool_name", "Bash")
        .put("tool_input", new JsonObject().put("command", "unmistakable"))
        .put("error", "unmistakable");
  }

  private static List<Planted> secrets() {
    Random random = new Random(40);
    return SecretSamples.all().stream().limit(40).map(sample -> sample.make(random)).toList();
  }
}
