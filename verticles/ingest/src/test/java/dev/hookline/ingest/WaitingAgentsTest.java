package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.testkit.Waits;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose questions are held when they come through the hooks of Claude Code. */
class WaitingAgentsTest {

  @TempDir Path directory;

  private OpenIngest ingest;
  private Caller caller;

  @BeforeEach
  void open() {
    ingest = OpenIngest.patient(directory);
    caller = ingest.caller();
  }

  @AfterEach
  void close() {
    caller.close();
    ingest.close();
  }

  @Test
  void claude_code_s_own_is_held() {
    JsonObject question = asking("denied-call");

    caller
        .with("Hookline-Event-Id", "one")
        .with("Hookline-Wait", "later")
        .post("/v1/hooks/claude", question);

    assertThat(held(question)).hasSize(1);
  }

  @Test
  void the_copilot_s_is_not_and_it_goes_on_at_once() {
    JsonObject question = asking("copilot");

    Caller.Answer answer = caller.post("/v1/hooks/claude", question);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(held(question)).isEmpty();
    assertThat(ingest.events(question.getString("session_id"))).hasSize(1);
  }

  private List<Approval> held(JsonObject question) {
    SessionKey session = new SessionKey(question.getString("session_id"));
    return Waits.result(ingest.store().approvals().of(session));
  }

  private static JsonObject asking(String recording) {
    return Recordings.of(recording).stream()
        .filter(hook -> "PermissionRequest".equals(hook.getString("hook_event_name")))
        .findFirst()
        .orElseThrow();
  }
}
