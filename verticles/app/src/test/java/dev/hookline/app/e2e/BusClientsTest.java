package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients of other languages, each in a process of its own, on a whole node. */
@Tag("process") // needs Node.js and Python
class BusClientsTest extends EndToEnd {

  private static final Path CLIENTS = Path.of("../../clients").toAbsolutePath();
  private static final long SECONDS = 90;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void ends() {
    processes.forEach(Process::destroyForcibly);
  }

  @ParameterizedTest
  @CsvSource({"node, node/try.js", "python3, python/try.py"})
  void send_events_and_follow_a_session(String language, String script) throws Exception {
    start("bus.enabled", true, "bus.port", 0);

    assertThat(said(language, script, "s-1"))
        .containsExactly(
            "refused 403 access_denied",
            "refused 400",
            "accepted 3",
            "1 notification ⟦s-1-1⟧",
            "2 notification ⟦s-1-2⟧",
            "3 notification ⟦s-1-3⟧",
            "session s-1 3");
    awaitsAllShown(Story.plain("s-1", 3));
  }

  @ParameterizedTest
  @CsvSource({"node, node/quiet.js", "python3, python/quiet.py"})
  void filter_in_a_few_lines(String language, String script) throws Exception {
    start(
        "bus.enabled",
        true,
        "bus.port",
        0,
        "bus.filters",
        new JsonArray().add("quiet closed 5000"));
    run(language, script);
    Story story = new Story("s-1");
    story.tell("tool_start").getJsonObject("metadata").put("input", command("ls -l"));
    story.tell("tool_start").getJsonObject("metadata").put("input", command("make"));
    String batch = new JsonArray(story.events()).encode();
    chat.awaits("the filter is there", () -> node.post("/v1/events", batch).statusCode() == 200);

    try (BusProgram program = BusProgram.of(node)) {
      program.ask("register", "hookline.events.s-1", null);
      assertThat(program.next().getJsonObject("body").getString("type")).isEqualTo("other");
      assertThat(program.next().getJsonObject("body").getString("type")).isEqualTo("tool_start");
    }
  }

  private static JsonObject command(String line) {
    return new JsonObject().put("command", line);
  }

  private List<String> said(String language, String script, String session) throws Exception {
    Process process = run(language, script, session);
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(all).isZero();
    return all.lines().toList();
  }

  private Process run(String language, String script, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                language,
                CLIENTS.resolve(script).toString(),
                directory.resolve("bus.token").toString(),
                String.valueOf(node.busPort())));
    words.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    processes.add(process);
    return process;
  }
}
