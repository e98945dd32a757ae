package dev.hookline.ingest;

import static dev.hookline.ingest.OpenIngest.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.testkit.Waits;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret reaches the store, through whichever door it comes, and no event gets lost by that. */
class RedactionTest {

  private static final String TOKEN = "gh" + "p_" + "a1B2c3".repeat(6);
  private static final String LABEL = "[redacted: GitHub personal access token]";

  @TempDir private Path directory;
  private OpenIngest ingest;

  @BeforeEach
  void open() {
    ingest = OpenIngest.in(directory);
  }

  @AfterEach
  void close() {
    ingest.close();
  }

  @Test
  void takes_secrets_out_of_canonical_events() {
    JsonObject input = new JsonObject().put("command", "echo " + TOKEN);

    ingest
        .caller()
        .post(
            "/v1/events",
            event("s-1", "a " + TOKEN).put("metadata", new JsonObject().put("input", input)));

    HookEvent stored = ingest.events("s-1").get(0);
    assertThat(stored.content()).isEqualTo("a " + LABEL);
    assertThat(stored.metadata().getJsonObject("input").getString("command"))
        .isEqualTo("echo " + LABEL);
  }

  @Test
  void takes_secrets_out_of_large_bodies() {
    ingest.caller().post("/v1/events", event("s-1", "x;".repeat(100_000) + TOKEN));

    assertThat(ingest.events("s-1").get(0).content()).endsWith(";" + LABEL);
  }

  @Test
  void takes_secrets_out_of_raw_hook_events() {
    ingest.caller().post("/v1/hooks/claude", prompt(TOKEN));

    assertThat(ingest.events("s-1").get(0).content()).isEqualTo(LABEL);
  }

  @Test
  void takes_secrets_out_of_lines() {
    try (Caller sender = Caller.of(ingest.lineSocket())) {
      sender.send(event("s-1", TOKEN) + "\n");
    }
    Waits.until("the line is stored", () -> ingest.totals().accepted() == 1);

    assertThat(ingest.events("s-1")).extracting(HookEvent::content).containsExactly(LABEL);
  }

  @Test
  void tells_two_prompts_apart_that_differ_in_their_secrets_only() {
    ingest.caller().post("/v1/hooks/claude", prompt(TOKEN));
    ingest.caller().post("/v1/hooks/claude", prompt(TOKEN.replace('a', 'z')));
    ingest.caller().post("/v1/hooks/claude", prompt(TOKEN));

    assertThat(ingest.events("s-1")).extracting(HookEvent::content).containsExactly(LABEL, LABEL);
  }

  @Test
  void leaves_the_ids_by_which_events_find_one_another() {
    JsonObject metadata = new JsonObject();
    List.of("toolUseId", "messageId", "agentId").forEach(name -> metadata.put(name, TOKEN));

    ingest.caller().post("/v1/events", event("s-1", "").put("id", TOKEN).put("metadata", metadata));

    HookEvent stored = ingest.events("s-1").get(0);
    assertThat(stored.id()).isEqualTo(TOKEN);
    assertThat(stored.metadata()).isEqualTo(metadata);
  }

  private static JsonObject prompt(String text) {
    return new JsonObject()
        .put("session_id", "s-1")
        .put("hook_event_name", "UserPromptSubmit")
        .put("prompt", text);
  }
}
