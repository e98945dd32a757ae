package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.testkit.SecretSample;
import dev.hookline.testkit.SecretSample.Planted;
import dev.hookline.testkit.SecretSamples;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Secrets in what agents and tools say, of every kind and in every place. */
class RedactionTest extends EndToEnd {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PLANTED = 200;
  private static final int AT_ONCE = 50; // events in a request
  private static final Pattern LABEL = Pattern.compile("\\[redacted: ([^\\]]+)\\]");
  private static final Pattern LINE_NUMBER = Pattern.compile("^\\s*\\d+→");

  private final List<Planted> planted = new ArrayList<>();

  @BeforeEach
  void plant() {
    Random random = new Random(200);
    List<SecretSample> samples = SecretSamples.all();
    for (int i = 0; i < PLANTED; i++) {
      planted.add(samples.get(i % samples.size()).make(random));
    }
  }

  @Test
  void two_hundred_secrets_are_in_no_call_to_telegram_and_nowhere_in_the_database()
      throws IOException {
    start();
    Story story = story();

    inRequests(story).forEach(node::tell);
    hooks().forEach(hook -> node.post("/v1/hooks/claude", hook.encode()));
    Story last = new Story("hooks");
    last.tell("notification");
    node.tell(last);
    chat.awaits(PATIENCE, "everything shown", () -> oracle.shows(story, last));

    assertNoneIn("the journal", chat.journal());
    assertNoneIn("the topics", chat.topics().toString());
    assertNoneIn("the metrics", node.text("/metrics"));
    assertNoneIn("the database", database(directory));
    assertThat(shownKinds()).hasSizeGreaterThan(100);
  }

  @Test
  @Tag("process")
  void two_hundred_secrets_are_in_no_log_however_much_is_logged() throws IOException {
    try (ChildNode child = new ChildNode(directory, chat).logging("TRACE")) {
      child.start();
      Story story = story();

      for (List<JsonObject> some : inRequests(story)) {
        post(child, "/v1/events", new JsonArray(some).encode());
      }
      for (JsonObject hook : hooks()) {
        post(child, "/v1/hooks/claude", hook.encode());
      }
      post(child, "/v1/events", "{\"type\": \"" + planted.get(8).text() + "\"}");
      chat.awaits(PATIENCE, "everything shown", () -> oracle.shows(story));
      child.stop();

      assertNoneIn("the journal", chat.journal());
      assertNoneIn("the database", database(directory.resolve("data")));
      String log = Files.readString(directory.resolve("output.log"));
      assertThat(log).contains("level=TRACE");
      assertNoneIn("the log", log);
    }
  }

  @Test
  void the_bots_token_and_the_nodes_own_are_shown_to_nobody_and_kept_nowhere() throws IOException {
    start();
    String console = node.consoleLink().replaceFirst(".*token=", "");
    Story story = new Story("own");
    say(story, "curl " + chat.apiRoot() + "/bot" + chat.token() + "/getMe");
    say(story, "Authorization: " + node.token() + ", console " + node.consoleLink());

    node.tell(story);
    awaitsAllShown(story);

    for (String secret : List.of(chat.token(), node.token(), console)) {
      assertThat(shown()).noneMatch(text -> text.contains(secret));
      assertThat(database(directory)).doesNotContain(secret);
    }
    assertThat(String.join("\n", shown()))
        .contains("[redacted: this bot's token]")
        .contains("[redacted: Hookline's ingest token]")
        .contains("[redacted: Hookline's console token]");
  }

  @Test
  void an_event_that_is_told_again_is_the_same_one_with_its_secret_in_it() {
    start();
    Story story = new Story("twice");
    say(story, planted.get(8).text());

    node.tell(story);
    HttpResponse<String> again = node.post("/v1/events", new JsonArray(story.events()).encode());

    assertThat(new JsonObject(again.body()).getInteger("duplicates")).isEqualTo(1);
  }

  /** One event for each secret, each in another place. */
  private Story story() {
    Story story = new Story("planted");
    for (int i = 0; i < PLANTED; i++) {
      String text = planted.get(i).text();
      JsonObject event = story.tell("notification");
      JsonObject metadata = event.getJsonObject("metadata");
      switch (i % 6) {
        case 0 -> event.put("content", event.getString("content") + "\n" + text);
        case 1 -> metadata.put("input", new JsonObject().put("env", new JsonArray().add(text)));
        case 2 ->
            metadata.put("response", new JsonObject().put(text, new JsonObject().put(text, 1)));
        case 3 -> event.put("content", event.getString("content") + asJson(asJson(text)));
        case 4 -> metadata.put("projectDir", "/src/" + text).put("title", "\u001b[31m" + text);
        default -> event.put("content", event.getString("content") + padded(text));
      }
    }
    planted.subList(0, PLANTED / 2).forEach(secret -> say(story, secret.text()));
    return story;
  }

  private static List<List<JsonObject>> inRequests(Story story) {
    List<List<JsonObject>> requests = new ArrayList<>();
    for (int from = 0; from < story.events().size(); from += AT_ONCE) {
      int to = Math.min(story.events().size(), from + AT_ONCE);
      requests.add(story.events().subList(from, to));
    }
    return requests;
  }

  private List<JsonObject> hooks() {
    return planted.stream()
        .limit(60)
        .map(
            secret ->
                new JsonObject()
                    .put("session_id", "hooks")
                    .put("hook_event_name", "PostToolUseFailure")
                    .put("tool_name", "Bash")
                    .put("tool_input", new JsonObject().put("command", secret.text()))
                    .put("error", secret.text()))
        .toList();
  }

  private Set<String> shownKinds() {
    return shown().stream()
        .flatMap(text -> LABEL.matcher(text).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private List<String> shown() {
    return chat.messages().stream().map(Shown::text).toList();
  }

  private void assertNoneIn(String where, String text) {
    for (Planted secret : planted) {
      for (String line : secret.secret().split("\n", -1)) {
        String bare = LINE_NUMBER.matcher(line).replaceFirst("");
        assertThat(text).as(secret.kind() + " in " + where).doesNotContain(bare);
      }
    }
  }

  private static void say(Story story, String text) {
    JsonObject event = story.tell("notification");
    event.put("content", event.getString("content") + "\n" + text);
  }

  private static void post(ChildNode child, String path, String body) throws IOException {
    child.events().post(path, child.token(), body);
  }

  private static String asJson(String text) {
    return new JsonObject().put("output", text).encode();
  }

  private static String padded(String text) {
    return "x=1;".repeat(5_000) + " " + text + " " + "y=2;".repeat(5_000);
  }

  /** Every byte of the database's files, as text. */
  private static String database(Path directory) throws IOException {
    StringBuilder bytes = new StringBuilder();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.getFileName().toString().contains(".db")).toList()) {
        bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(bytes).contains("SQLite format 3");
    return bytes.toString();
  }
}
