package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions of agents other than Claude Code, from the door to the store. */
class OtherAgentsTest {

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

  @ParameterizedTest
  @CsvSource({
    "codex, codex, 22", // three of its events end a turn and tell of its answer
    "gemini, gemini, 16",
    "cursor, cursor, 23",
    "copilot, copilot, 16",
    "copilot, copilot-camel, 15",
    "opencode, opencode, 28",
    "opencode, opencode-next, 9"
  })
  void loses_nothing_of_a_session(String agent, String file, int events) {
    fire(agent, Recordings.of(file));

    assertThat(ingest.totals().accepted()).isEqualTo(events);
  }

  @Test
  void keeps_a_session_of_codex_as_it_was_played() {
    fire("codex", Recordings.of("codex").subList(0, 10));

    assertThat(ingest.events("codex-1"))
        .extracting(event -> event.type().wireName() + " " + event.toolUseId())
        .containsExactly(
            "session_start null",
            "user_input null",
            "tool_start call_5ac45ae8ad8148ef",
            "tool_start call_eccb92e9eb954beb",
            "tool_result call_5ac45ae8ad8148ef",
            "tool_result call_eccb92e9eb954beb",
            "tool_start call_96c311aba56e4b92",
            "approval_request null",
            "tool_result call_96c311aba56e4b92",
            "agent_response null");
  }

  @Test
  void takes_what_cursor_tells_by_its_own_hooks_and_by_those_of_claude_for_one() {
    int number = 0;
    for (JsonObject hook : Recordings.of("cursor")) {
      number++;
      // As the script sends them: each firing has a name of its own.
      caller.with("Hookline-Event-Id", "spool-" + number).post("/v1/hooks/cursor", hook);
      if (isToldByClaudesHooks(hook.getString("hook_event_name"))) {
        caller.with("Hookline-Event-Id", "again-" + number).post("/v1/hooks/claude", hook);
      }
    }

    assertThat(ingest.totals().accepted()).isEqualTo(23);
  }

  @Test
  void takes_what_copilot_tells_by_its_own_hooks_and_by_those_of_claude_for_one() {
    List<JsonObject> session =
        Recordings.of("copilot").stream()
            .filter(hook -> !hook.getString("hook_event_name").equals("PermissionRequest"))
            .toList();

    fire("copilot", session);
    fire("claude", session);

    assertThat(ingest.totals().accepted()).isEqualTo(15);
  }

  @Test
  void shows_two_answers_of_cursor_that_are_alike_as_two() {
    JsonObject answer = Recordings.of("cursor").get(3);

    caller.with("Hookline-Event-Id", "a-1").post("/v1/hooks/cursor", answer);
    caller.with("Hookline-Event-Id", "a-2").post("/v1/hooks/cursor", answer);

    assertThat(ingest.events("cursor-1")).extracting(HookEvent::content).hasSize(2);
  }

  private void fire(String agent, List<JsonObject> session) {
    for (JsonObject hook : session) {
      Caller.Answer answer = caller.post("/v1/hooks/" + agent, hook);
      assertThat(answer.status()).as(hook.encode() + answer.body()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
  }

  private static boolean isToldByClaudesHooks(String name) {
    return List.of(
            "sessionStart",
            "sessionEnd",
            "beforeSubmitPrompt",
            "preToolUse",
            "postToolUse",
            "stop",
            "subagentStop",
            "preCompact")
        .contains(name);
  }
}
