package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.ingest.Caller.Answer;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sender of a hook event says beside it. */
class FiringTest {

  private static final String SESSION = "firing";

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
  void takes_a_firing_that_is_sent_again_for_one() {
    JsonObject request = hook("PermissionRequest").put("tool_name", "Bash");

    fire("a-1", request);
    fire("a-1", request);

    assertThat(events()).hasSize(1);
  }

  @Test
  void takes_two_firings_for_two_however_alike_they_are() {
    fire("a-1", prompt("yes"));
    fire("a-2", prompt("yes"));

    assertThat(events()).hasSize(2);
  }

  @Test
  void takes_every_event_of_a_firing_that_is_sent_again_for_one() {
    JsonObject stop = hook("Stop").put("last_assistant_message", "Done.");

    fire("a-1", stop);
    fire("a-1", stop);

    assertThat(ingest.totals().accepted()).isEqualTo(2);
  }

  @Test
  void still_knows_the_end_of_a_call_by_its_own_id() {
    JsonObject result = hook("PostToolUse").put("tool_use_id", "toolu_1").put("tool_name", "Bash");

    fire("a-1", result);
    fire("a-2", result);

    assertThat(events()).hasSize(1);
  }

  @Test
  void dates_an_event_when_its_hook_ran() {
    caller.with("Hookline-Fired-At", "1790000000");

    fire("a-1", prompt("long ago"));

    assertThat(events().get(0).timestamp()).isEqualTo(Instant.ofEpochSecond(1_790_000_000));
  }

  @Test
  void does_not_believe_a_time_that_is_still_to_come() {
    Instant now = Instant.now();
    caller.with("Hookline-Fired-At", "" + now.plus(Duration.ofHours(5)).getEpochSecond());

    fire("a-1", prompt("from a wrong clock"));

    assertThat(events().get(0).timestamp()).isBefore(now.plus(Duration.ofHours(1)));
  }

  @Test
  void shows_the_host_that_the_sender_names() {
    caller.with("Hookline-Host", "workshop");

    fire("a-1", prompt("hello"));

    assertThat(events().get(0).metadata().getString(MetadataKeys.HOSTNAME)).isEqualTo("workshop");
  }

  @Test
  void refuses_headers_that_make_no_sense() {
    caller.with("Hookline-Fired-At", "yesterday");
    Answer answer = fire("a-1", prompt("hello"));
    caller.with("Hookline-Fired-At", null);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("field")).isEqualTo("Hookline-Fired-At");
    assertThat(fire("x".repeat(300), prompt("hello")).json().getString("field"))
        .isEqualTo("Hookline-Event-Id");
    assertThat(events()).isEmpty();
  }

  private Answer fire(String id, JsonObject hook) {
    return caller.with("Hookline-Event-Id", id).post("/v1/hooks/claude", hook);
  }

  private List<HookEvent> events() {
    return ingest.events(SESSION);
  }

  private static JsonObject prompt(String text) {
    return hook("UserPromptSubmit").put("prompt", text);
  }

  private static JsonObject hook(String name) {
    return new JsonObject().put("session_id", SESSION).put("hook_event_name", name);
  }
}
