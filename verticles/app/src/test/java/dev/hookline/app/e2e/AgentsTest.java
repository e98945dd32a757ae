package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents of every kind, up to what a person sees of them. */
class AgentsTest extends EndToEnd {

  private static final Map<String, String> RECORDINGS =
      Map.of(
          "codex", "codex",
          "gemini", "gemini",
          "cursor", "cursor",
          "copilot", "copilot",
          "copilot-camel", "copilot",
          "opencode", "opencode");

  @Test
  void each_session_has_its_topic_with_every_event_in_it() throws Exception {
    start("session.closeTopicOnEnd", false, "telegram.verbosity", "everything");

    for (Map.Entry<String, String> recording : RECORDINGS.entrySet()) {
      for (String event : recording(recording.getKey())) {
        assertThat(node.post("/v1/hooks/" + recording.getValue(), event).statusCode())
            .as(event)
            .isEqualTo(200);
      }
    }

    chat.awaits("all shown", () -> node.get("/healthz").getLong("waiting") == 0);
    assertThat(node.get("/healthz").getLong("parked")).isZero();
    assertThat(chat.livingTopics()).hasSize(RECORDINGS.size());
    inOrder(
        "Codex", "codex lab", "echo one", "Codex lab done.", "explorer", "FutureThing", "ended");
    inOrder("Gemini CLI", "list the files", "exec", "not found", "There is a.txt.", "AfterDinner");
    inOrder("Cursor", "run the tests", "I run them.", "npm test", "no such file", "onFullMoon");
    inOrder("Copilot CLI", "hi", "Bash", "no such file", "All is well.", "FlyingCar");
    inOrder(
        "OpenCode",
        "fix it",
        "I look at it.",
        "built",
        "Which colour?",
        "Found it.",
        "moon.landed");
    oracle.makesOnlyProperCalls();
  }

  @Test
  @Tag("process") // needs curl
  void the_example_in_the_manual_sends_an_event() throws Exception {
    start("dataDir", directory.resolve(".local/share/hookline").toString());
    String manual = Files.readString(Path.of("../../docs/events.md"));
    Matcher example =
        Pattern.compile("```sh\\n(curl .*?--unix-socket.*?)```", Pattern.DOTALL).matcher(manual);
    assertThat(example.find()).isTrue();

    ProcessBuilder shell = new ProcessBuilder("sh", "-c", example.group(1));
    shell.environment().put("HOME", directory.toString());
    Process process = shell.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(new JsonObject(said).getInteger("accepted")).isEqualTo(1);
    chat.awaits(
        "the message", () -> chat.messages().stream().anyMatch(m -> m.text().contains("green")));
  }

  /** Whether one topic shows the agent's name and, after it, these words one after the other. */
  private void inOrder(String agent, String... words) {
    Map<Long, String> topics =
        chat.messages().stream()
            .filter(message -> !message.deleted())
            .collect(
                Collectors.groupingBy(
                    Shown::thread, Collectors.mapping(Shown::text, Collectors.joining("\n"))));
    String expected =
        ".*Agent: "
            + Pattern.quote(agent)
            + ".*"
            + List.of(words).stream().map(Pattern::quote).collect(Collectors.joining(".*"))
            + ".*";
    assertThat(topics.values())
        .anyMatch(text -> Pattern.compile(expected, Pattern.DOTALL).matcher(text).matches());
  }

  private static List<String> recording(String name) throws IOException {
    return Files.readAllLines(Path.of("../ingest/src/test/resources/hooks/" + name + ".jsonl"));
  }
}
