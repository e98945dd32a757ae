package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.testkit.Leftovers;
import dev.hookline.testkit.Waits;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several agents whose first hooks run at once, so that each of them wants to make the spool. */
@Tag("process") // needs curl
@Timeout(300)
class HookScriptFirstTest {

  private static final int AGENTS = 6;
  private static final int ROUNDS = 30;
  private static final List<String> BOTH = List.of("event 0", "event 1");

  @TempDir Path directory;

  private final ExecutorService agents = Executors.newFixedThreadPool(AGENTS);
  private OpenIngest ingest;

  @BeforeEach
  void open() {
    ingest = OpenIngest.in(directory);
  }

  @AfterEach
  void close() {
    agents.shutdown();
    Leftovers.end(directory);
    ingest.close();
  }

  @ParameterizedTest(name = "the state is \"{0}\"")
  @ValueSource(strings = {"", "broken"})
  void lose_nothing(String state) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      HookScript script = script(state);

      int first = round * AGENTS;
      CompletableFuture.allOf(
              IntStream.range(first, first + AGENTS)
                  .mapToObj(agent -> CompletableFuture.runAsync(() -> work(script, agent), agents))
                  .toArray(CompletableFuture[]::new))
          .join();

      Waits.until("nothing waits", () -> script.waiting().isEmpty());
      assertThat(IntStream.range(first, first + AGENTS).mapToObj(this::shown))
          .as("round %d", round)
          .allMatch(BOTH::equals);
      Waits.until("the sender ends", () -> script.sender().isEmpty());
      Files.move(script.spool(), directory.resolve("spool-" + round));
    }
  }

  /** One whose spool does not exist yet, or has this as its state. */
  private HookScript script(String state) throws IOException {
    HookScript script = new HookScript(directory.resolve("data"), "sh");
    if (!state.isEmpty()) {
      Files.createDirectories(script.spool());
      Files.writeString(script.spool().resolve("state"), state);
    }
    return script;
  }

  private static void work(HookScript script, int agent) {
    for (int i = 0; i < BOTH.size(); i++) {
      script.fires(
          new JsonObject()
              .put("session_id", "agent-" + agent)
              .put("hook_event_name", "UserPromptSubmit")
              .put("prompt", "event " + i)
              .encode());
    }
  }

  private List<String> shown(int agent) {
    return ingest.events("agent-" + agent).stream().map(HookEvent::content).toList();
  }
}
