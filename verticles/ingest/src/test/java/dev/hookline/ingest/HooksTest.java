package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.ingest.Caller.Answer;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an agent's raw hook events. */
class HooksTest {

  private static final String SESSION = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

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
  void takes_every_hook_and_has_no_opinion() {
    for (JsonObject hook : Recordings.everyHook()) {
      Answer answer = post(hook);

      assertThat(answer.status()).as(hook.encode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }

    assertThat(ingest.totals().accepted()).isEqualTo(35);
    assertThat(ingest.totals().kept()).isEqualTo(17); // two of them are ends of turns
  }

  @Test
  void keeps_a_session_as_it_was_played() {
    Recordings.parallelTools().forEach(this::post);

    assertThat(ingest.events(SESSION))
        .extracting(
            event -> event.type().wireName() + " " + event.metadata().getString("toolUseId"))
        .containsExactly(
            "session_start null",
            "user_input null",
            "agent_response null",
            "agent_response null",
            "tool_start toolu_read",
            "tool_start toolu_sleep",
            "tool_result toolu_read",
            "tool_result toolu_sleep",
            "tool_start toolu_edit",
            "tool_result toolu_edit",
            "tool_start toolu_make",
            "tool_error toolu_make",
            "agent_response null",
            "agent_response null",
            "session_end null");
  }

  @Test
  void takes_a_session_that_is_played_twice_at_once_for_one() {
    for (JsonObject hook : Recordings.parallelTools()) {
      post(hook);
      post(hook);
    }

    assertThat(ingest.events(SESSION)).hasSize(15);
  }

  @Test
  void learns_of_a_denied_call_from_its_batch() {
    Recordings.deniedCall().forEach(this::post);

    assertThat(ingest.events(SESSION))
        .extracting(HookEvent::type)
        .containsExactly(
            EventType.USER_INPUT,
            EventType.TOOL_START,
            EventType.APPROVAL_REQUEST,
            EventType.TOOL_ERROR);
    assertThat(ingest.events(SESSION).get(3).content()).isEqualTo("denied from the terminal");
  }

  @Test
  void shows_two_equal_requests_for_permission_as_two() {
    JsonObject request = Recordings.deniedCall().get(2);

    post(request);
    post(request);

    assertThat(ingest.events(SESSION)).hasSize(2);
  }

  @Test
  void says_where_an_agent_on_this_machine_runs() {
    post(Recordings.everyHook().get(0));

    assertThat(ingest.events(SESSION).get(0).metadata().getString(MetadataKeys.HOSTNAME))
        .isEqualTo("laptop");
  }

  @Test
  void takes_hooks_over_the_unix_socket() {
    try (Caller local = Caller.of(ingest.socket())) {
      assertThat(local.post("/v1/hooks/claude", Recordings.everyHook().get(0)).status())
          .isEqualTo(200);
    }

    assertThat(ingest.events(SESSION)).hasSize(1);
  }

  @Test
  void names_the_agents_that_it_understands() {
    Answer answer = caller.post("/v1/hooks/emacs", "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().getString("detail"))
        .contains("claude, codex, copilot, cursor, gemini, opencode")
        .contains("/v1/events");
  }

  @Test
  void refuses_what_is_no_hook_event() {
    assertThat(post(new JsonObject()).json().getString("field")).isEqualTo("session_id");
    assertThat(caller.post("/v1/hooks/claude", "[]").status()).isEqualTo(400);
    assertThat(caller.post("/v1/hooks/claude", "").status()).isEqualTo(400);
    assertThat(ingest.totals().accepted()).isZero();
  }

  private Answer post(JsonObject hook) {
    return caller.post("/v1/hooks/claude", hook);
  }
}
