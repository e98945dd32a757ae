package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.Approval.State;
import dev.hookline.store.PlacedEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a question counts as answered where the agent runs. */
class TerminalTest {

  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final SessionKey SESSION = new SessionKey("s");

  private final Terminal terminal = new Terminal(0);

  @Test
  void its_tool_has_ended() {
    Approval question = open(1, "ls");

    assertThat(terminal.answered(question, "", List.of(question))).isFalse();
    terminal.sees(List.of(ended(2, "ls", null)));

    assertThat(terminal.answered(question, "", List.of(question))).isTrue();
  }

  @Test
  void its_form_was_filled_in() {
    String likeness = Likeness.of(form(1, "Elicitation", "orchard").event());
    Approval question =
        new Approval("q", SESSION, 1, State.OPEN, likeness, NOON, Instant.EPOCH, "");

    terminal.sees(List.of(form(2, "ConfigChange", "orchard")));
    terminal.sees(List.of(form(3, "ElicitationResult", "other")));
    assertThat(terminal.answered(question, "", List.of(question))).isFalse();

    terminal.sees(List.of(form(4, "ElicitationResult", "orchard")));
    assertThat(terminal.answered(question, "", List.of(question))).isTrue();
  }

  @Test
  void another_call_of_the_tool_says_nothing() {
    Approval question = open(1, "ls");

    terminal.sees(List.of(ended(2, "pwd", null), ended(3, "ls", "helper")));

    assertThat(terminal.answered(question, "", List.of(question))).isFalse();
  }

  @Test
  void an_end_from_before_it_was_asked_says_nothing() {
    Approval question = open(5, "ls");

    terminal.sees(List.of(ended(2, "ls", null)));

    assertThat(terminal.answered(question, "", List.of(question))).isFalse();
  }

  @Test
  void one_end_answers_the_first_of_two_that_are_the_same() {
    Approval first = open(1, "ls");
    Approval second = open(2, "ls");

    terminal.sees(List.of(ended(3, "ls", null)));

    assertThat(terminal.answered(first, "", List.of(first, second))).isTrue();
    assertThat(terminal.answered(second, "", List.of(first, second))).isFalse();
  }

  @Test
  void the_end_of_a_call_that_was_allowed_from_the_chat_answers_no_other() {
    Approval allowed = approval(1, "ls", State.TAKEN, NOON.plusSeconds(1));
    Approval question = open(2, "ls");

    terminal.sees(List.of(ended(3, "ls", null)));
    assertThat(terminal.answered(question, "", List.of(allowed, question))).isFalse();

    terminal.sees(List.of(ended(4, "ls", null)));
    assertThat(terminal.answered(question, "", List.of(allowed, question))).isTrue();
  }

  @Test
  void the_end_of_the_main_agents_turn_says_nothing_of_its_helpers() {
    Approval question = open(1, "ls");

    terminal.sees(List.of(event(2, EventType.TURN_COMPLETE, new JsonObject())));

    assertThat(terminal.answered(question, "helper", List.of(question))).isFalse();
    assertThat(terminal.answered(question, "", List.of(question))).isTrue();
  }

  @Test
  void the_end_of_the_session_ends_all() {
    Approval question = open(1, "ls");

    terminal.sees(List.of(event(2, EventType.SESSION_END, new JsonObject())));

    assertThat(terminal.answered(question, "helper", List.of(question))).isTrue();
  }

  private static Approval open(long seq, String command) {
    return approval(seq, command, State.OPEN, Instant.EPOCH);
  }

  private static Approval approval(long seq, String command, State state, Instant settledAt) {
    String likeness = Likeness.of(ended(seq, command, null).event());
    return new Approval("q-" + seq, SESSION, seq, state, likeness, NOON, settledAt, "");
  }

  private static PlacedEvent ended(long seq, String command, String helper) {
    JsonObject metadata =
        new JsonObject()
            .put(MetadataKeys.TOOL, "Bash")
            .put(MetadataKeys.INPUT, new JsonObject().put("command", command));
    if (helper != null) {
      metadata.put(MetadataKeys.AGENT_ID, helper);
    }
    return event(seq, EventType.TOOL_RESULT, metadata);
  }

  private static PlacedEvent form(long seq, String hook, String server) {
    JsonObject metadata =
        new JsonObject().put(MetadataKeys.HOOK, hook).put(MetadataKeys.TOOL, server);
    return event(seq, EventType.OTHER, metadata);
  }

  private static PlacedEvent event(long seq, EventType type, JsonObject metadata) {
    return new PlacedEvent(
        seq, new HookEvent("s", "e-" + seq, type, SESSION, NOON, "", metadata, null));
  }
}
