package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is worth a message, and to whom. */
class HushTest {

  private static final JsonObject NOTHING = new JsonObject();
  private static final JsonObject INSIDE = new JsonObject().put(MetadataKeys.AGENT_ID, "helper-1");

  private final Hush quiet = new Hush(Verbosity.QUIET);
  private final Hush normal = new Hush(Verbosity.NORMAL);
  private final Hush everything = new Hush(Verbosity.EVERYTHING);

  @Test
  void quiet_shows_what_a_person_must_know_or_answer() {
    assertThat(Arrays.stream(EventType.values()).filter(type -> !quiet.covers(one(type))))
        .containsExactlyInAnyOrder(
            EventType.AGENT_RESPONSE,
            EventType.APPROVAL_REQUEST,
            EventType.NOTIFICATION,
            EventType.ERROR,
            EventType.SEND_IMAGE,
            EventType.SESSION_START,
            EventType.SESSION_END,
            EventType.SESSION_RENAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AskUserQuestion", "ask_user", "question", "ExitPlanMode"})
  void quiet_shows_questions(String tool) {
    JsonObject metadata = new JsonObject().put(MetadataKeys.TOOL, tool);

    assertThat(quiet.covers(one(EventType.TOOL_START, metadata))).isFalse();
    assertThat(quiet.covers(one(EventType.TOOL_RESULT, metadata))).isTrue();
  }

  @Test
  void quiet_keeps_the_answers_of_subagents_out() {
    assertThat(quiet.covers(one(EventType.AGENT_RESPONSE, INSIDE))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void normal_shows_all_that_the_agent_itself_does(EventType type) {
    assertThat(normal.covers(one(type))).isFalse();
  }

  @Test
  void normal_keeps_out_what_subagents_do_inside() {
    assertThat(normal.covers(one(EventType.TOOL_START, INSIDE))).isTrue();
    assertThat(normal.covers(one(EventType.AGENT_RESPONSE, INSIDE))).isTrue();
    assertThat(normal.covers(one(EventType.SUBAGENT_START, INSIDE))).isFalse();
    assertThat(normal.covers(one(EventType.SUBAGENT_STOP, INSIDE))).isFalse();
    assertThat(normal.covers(one(EventType.APPROVAL_REQUEST, INSIDE))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void everything_shows_everything(EventType type) {
    assertThat(everything.covers(one(type, INSIDE))).isFalse();
  }

  @Test
  void what_is_said_of_a_session_goes_before_what_is_usual() {
    OutboxEntry tool = one(EventType.TOOL_START);

    assertThat(everything.covers(said(tool, Verbosity.QUIET))).isTrue();
    assertThat(quiet.covers(said(tool, Verbosity.EVERYTHING))).isFalse();
  }

  @Test
  void one_event_worth_a_message_gets_the_entry_one() {
    List<HookEvent> events =
        List.of(event(EventType.TOOL_START, NOTHING), event(EventType.ERROR, NOTHING));

    assertThat(quiet.covers(entry(events, null))).isFalse();
  }

  @Test
  void our_own_words_are_never_kept_out() {
    assertThat(quiet.covers(entry(List.of(), null))).isFalse();
  }

  private static OutboxEntry one(EventType type) {
    return one(type, NOTHING);
  }

  private static OutboxEntry one(EventType type, JsonObject metadata) {
    return entry(List.of(event(type, metadata)), null);
  }

  private static OutboxEntry said(OutboxEntry entry, Verbosity verbosity) {
    return entry(entry.events(), verbosity);
  }

  private static HookEvent event(EventType type, JsonObject metadata) {
    SessionKey session = new SessionKey("s");
    return new HookEvent("source", "e", type, session, Instant.EPOCH, "", metadata, null);
  }

  private static OutboxEntry entry(List<HookEvent> events, Verbosity verbosity) {
    return new OutboxEntry(
        new SessionKey("s"),
        1,
        Release.Kind.EVENT,
        false,
        "",
        events,
        1,
        1,
        9,
        "topic m",
        false,
        0,
        0,
        0,
        1,
        1,
        List.of(),
        0,
        verbosity,
        Map.of(),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
