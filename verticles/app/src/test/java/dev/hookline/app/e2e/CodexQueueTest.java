package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write to Codex while it is idle, which goes into its own queue. */
@Tag("process") // needs curl
@Timeout(120)
class CodexQueueTest extends EndToEnd {

  private static final Path SCRIPT = Path.of("../../clients/hookline-hook").toAbsolutePath();
  private static final Object[] ANN_MAY = {
    "telegram.users", new JsonArray().add(Phone.ANN + " reply")
  };
  private static final String ADD = "thread/queue/add";
  private static final long SECONDS = 60;

  /**
   * Speaks what Codex 0.171.0 was seen to speak on the standard streams of its app-server: a
   * request on each line, no answer once its input has ended, an answer that begins with what it
   * answers, or with an error. Writes down what it was asked to put into a queue, and what its
   * arguments were.
   */
  private static final String CODEX =
      """
      #!/bin/sh
      echo "$*" >>"$0.arguments"
      while read -r line; do
        case $line in
          *'"method":"initialize"'*) echo '{"id":"begin","result":{"userAgent":"hookline/0.171.0"}}' ;;
          *'"method":"thread/queue/'*)
            case $line in *"$(cat "$0.refuses")"*)
              echo '{"error":{"code":-32603,"message":"no rollout found"},"id":"hookline"}'
              continue
              ;;
            esac
            case $line in *queue/add*) printf '%s\\n' "$line" >>"$0.added" ;; esac
            echo '{"method":"thread/queue/changed","params":{"threadId":"s"}}'
            echo '{"id":"hookline","result":{"queuedSubmission":{"id":"1"}}}'
            ;;
        esac
      done
      """;

  private Path codex;

  @BeforeEach
  void hasCodex() throws IOException {
    codex = Files.createDirectories(directory.resolve("bin")).resolve("codex");
    Files.writeString(codex, CODEX);
    assertThat(codex.toFile().setExecutable(true)).isTrue();
    refuses("nothing");
  }

  @Test
  void what_is_written_is_put_into_its_queue_once() throws Exception {
    start(ANN_MAY);
    stops();
    awaitsWrittenDown(1);

    long message = writes("go on\nwith $(the) \"tests\" \\ 'now'");

    JsonObject added = added().get(0);
    assertThat(added.getString("method")).isEqualTo(ADD);
    assertThat(added.getJsonObject("params").getString("threadId")).isEqualTo("s");
    assertThat(added.getJsonObject("params").getJsonArray("input").encode())
        .isEqualTo(
            "[{\"type\":\"text\",\"text_elements\":[],"
                + "\"text\":\"go on\\nwith $(the) \\\"tests\\\" \\\\ 'now'\"}]");
    person().seesReaction(message, "👍");
    assertThat(Files.readString(beside(".arguments"))).doesNotContain("tests");
  }

  @Test
  void what_was_written_while_it_worked_is_put_there_when_it_stops() throws Exception {
    start(ANN_MAY);
    new AskingAgent(node, "s").posts("codex", prompt()).join();
    chat.awaits("its topic", () -> !chat.livingTopics().isEmpty());
    person().seesReaction(writes("use make"), "👀");

    stops();

    assertThat(added()).hasSize(1);
    assertThat(added().get(0).encode()).contains("use make");
  }

  @Test
  void the_next_node_gives_what_was_written_after_one_was_killed() throws Exception {
    start(ANN_MAY);
    stops();
    awaitsWrittenDown(1);
    restart(ANN_MAY);

    writes("go on");

    assertThat(added()).hasSize(1);
  }

  @Test
  void a_codex_without_a_queue_is_given_nothing() throws Exception {
    refuses("queue/list");
    start(ANN_MAY);
    stops();
    chat.awaits("a word about it", () -> read(directory.resolve("hook.log")).contains("no queue"));

    person().seesReaction(writes("go on"), "👀");

    assertThat(beside(".added")).doesNotExist();
  }

  @Test
  void what_codex_did_not_take_is_told_in_the_topic() throws Exception {
    refuses("queue/add");
    start(ANN_MAY);
    stops();
    awaitsWrittenDown(1);

    writes("go on");

    chat.awaits("a word", () -> chat.saying("Codex did not say that it took") != null);
    assertThat(read(directory.resolve("hook.log"))).contains("no rollout found");
    assertThat(beside(".added")).doesNotExist();
  }

  /** Codex's app-server can start processes: nobody but the script words what it is asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"a\"},{\"method\":\"process/spawn\"}",
        "{\"text\":\"a\",\"method\":\"process/spawn\"}",
        "{\"text\":\"a\"}\n{\"text\":\"b\"}",
        "{\"method\":\"process/spawn\"}\n{\"text\":\"a\"}",
        "{\"text\":\"a\\\"}",
        "a"
      })
  void what_is_more_than_a_text_is_not_given_to_codex(String answer) throws Exception {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext("/", exchange -> answer(exchange, answer));
    other.start();
    try {
      Files.writeString(
          directory.resolve("hook.conf"),
          "url = http://localhost:" + other.getAddress().getPort() + "\n");
      Files.writeString(directory.resolve("ingest.token"), "token");
      stops();

      chat.awaits("a word", () -> read(directory.resolve("hook.log")).contains("does not say"));
    } finally {
      other.stop(0);
    }
    assertThat(beside(".added")).doesNotExist();
  }

  private static void answer(HttpExchange exchange, String answer) throws IOException {
    try (exchange) {
      boolean listens = "idle".equals(exchange.getRequestHeaders().getFirst("Hookline-Wait"));
      byte[] body = (listens ? answer : "").getBytes(StandardCharsets.UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void refuses(String what) throws IOException {
    Files.writeString(beside(".refuses"), what);
  }

  private Path beside(String ending) {
    return codex.resolveSibling("codex" + ending);
  }

  private List<JsonObject> added() {
    chat.awaits("something in the queue", () -> Files.exists(beside(".added")));
    return read(beside(".added")).lines().map(JsonObject::new).toList();
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Phone person() {
    return new Phone(chat, Phone.ANN);
  }

  private long writes(String words) {
    return person().writes(chat.livingTopics().get(0).thread(), words);
  }

  private static JsonObject prompt() {
    return new JsonObject("{\"hook_event_name\":\"UserPromptSubmit\",\"prompt\":\"mend it\"}")
        .put("session_id", "s")
        .put("turn_id", "t1");
  }

  /** Codex's hook runs, and Codex does not wait for it any longer than for any other. */
  private void stops() throws Exception {
    ProcessBuilder command = new ProcessBuilder("sh", SCRIPT.toString(), "codex", "--queue");
    command.environment().put("HOOKLINE_DATA_DIR", directory.toString());
    command
        .environment()
        .merge("PATH", "", (path, none) -> codex.getParent() + File.pathSeparator + path);
    Process hook = command.start();
    JsonObject stop =
        new JsonObject("{\"hook_event_name\":\"Stop\",\"last_assistant_message\":\"Done.\"}")
            .put("session_id", "s")
            .put("turn_id", "t1")
            .put("stop_hook_active", false);
    try (OutputStream input = hook.getOutputStream()) {
      input.write(stop.encode().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(new String(hook.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(hook.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(hook.exitValue()).isZero();
  }
}
