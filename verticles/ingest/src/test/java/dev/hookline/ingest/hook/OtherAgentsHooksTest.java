package dev.hookline.ingest.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.ingest.Recordings;
import dev.hookline.ingest.read.RefusedException;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each event of agents other than Claude Code becomes. */
class OtherAgentsHooksTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:31:00Z");

  private final AtomicInteger made = new AtomicInteger();
  private final Agents agents = new Agents(-1001, () -> "made-up-" + made.incrementAndGet());

  @Test
  void gives_every_event_of_codex_its_place() {
    assertThat(types("codex", "codex"))
        .containsExactly(
            "session_start",
            "user_input",
            "tool_start",
            "tool_start",
            "tool_result",
            "tool_result",
            "tool_start",
            "approval_request",
            "tool_result",
            "agent_response turn_complete",
            "user_input",
            "subagent_start",
            "subagent_stop",
            "pre_compact",
            "notification",
            "notification turn_complete", // an interrupt
            "agent_response turn_complete", // told to the program in notify
            "notification", // not known
            "session_end");
  }

  @Test
  void gives_every_event_of_gemini_its_place() {
    assertThat(types("gemini", "gemini"))
        .containsExactly(
            "session_start",
            "user_input",
            "other",
            "other",
            "other",
            "tool_start",
            "approval_request",
            "tool_result",
            "tool_start",
            "tool_error",
            "notification",
            "pre_compact",
            "agent_response turn_complete",
            "notification", // not known
            "session_end");
  }

  @Test
  void gives_every_event_of_cursor_its_place() {
    assertThat(types("cursor", "cursor"))
        .containsExactly(
            "session_start",
            "user_input",
            "other",
            "agent_response",
            "tool_start",
            "other",
            "other",
            "tool_result",
            "tool_start",
            "other",
            "tool_error",
            "other",
            "other",
            "other",
            "subagent_start",
            "subagent_stop",
            "pre_compact",
            "agent_response",
            "turn_complete",
            "error turn_complete",
            "notification", // not known
            "session_end");
  }

  @Test
  void gives_every_event_of_copilot_its_place() {
    assertThat(types("copilot", "copilot"))
        .containsExactly(
            "session_start",
            "user_input",
            "other",
            "tool_start",
            "approval_request",
            "tool_result",
            "tool_start",
            "tool_error",
            "notification",
            "subagent_start",
            "subagent_stop",
            "error",
            "pre_compact",
            "turn_complete",
            "notification", // not known
            "session_end");
  }

  @Test
  void tells_the_events_of_copilot_apart_that_do_not_bear_their_name() {
    assertThat(types("copilot", "copilot-camel"))
        .containsExactly(
            "session_start",
            "user_input",
            "other",
            "tool_start",
            "approval_request",
            "tool_result",
            "tool_error",
            "notification",
            "subagent_start",
            "subagent_stop",
            "error",
            "pre_compact",
            "turn_complete",
            "notification", // not known
            "session_end");
  }

  @Test
  void gives_every_event_of_opencode_its_place() {
    assertThat(types("opencode", "opencode"))
        .containsExactly(
            "session_start",
            "user_input",
            "other",
            "session_rename",
            "other",
            "other",
            "other", // a text that still grows
            "agent_response",
            "other", // a tool that is yet to run
            "tool_start",
            "approval_request",
            "other",
            "tool_result",
            "tool_start",
            "tool_error",
            "approval_request",
            "other",
            "subagent_start",
            "agent_response",
            "subagent_stop",
            "pre_compact",
            "error",
            "notification",
            "notification",
            "turn_complete",
            "notification", // not known
            "other",
            "session_end");
  }

  @Test
  void gives_every_event_of_the_next_sessions_of_opencode_its_place() {
    assertThat(types("opencode", "opencode-next"))
        .containsExactly(
            "user_input",
            "other",
            "other",
            "agent_response",
            "tool_start",
            "tool_result",
            "tool_start",
            "tool_error",
            "other");
    assertThat(Recordings.of("opencode-next"))
        .extracting(hook -> first("opencode", hook).content())
        .contains("build it", "I build it.", "bash", "built", "exit 2");
  }

  @ParameterizedTest
  @CsvSource({
    "codex, codex, codex-1",
    "gemini, gemini, gemini-1",
    "cursor, cursor, cursor-1",
    "copilot, copilot, copilot-1",
    "copilot, copilot-camel, copilot-2",
    "opencode, opencode, ses_1"
  })
  void finds_session_agent_and_place_in_every_event(String agent, String file, String session) {
    for (JsonObject hook : Recordings.of(file)) {
      for (NewEvent event : read(agent, hook)) {
        assertThat(event.event().session().value()).as(hook.encode()).isEqualTo(session);
        assertThat(event.event().metadata().getString(MetadataKeys.AGENT)).isEqualTo(agent);
        assertThat(event.event().metadata().getString(MetadataKeys.HOOK)).isNotBlank();
      }
    }
    assertThat(first(agent, Recordings.of(file).get(1)).metadata().getString("projectDir"))
        .isEqualTo("/home/dev/proj");
  }

  @ParameterizedTest
  @CsvSource({
    "codex, codex",
    "gemini, gemini",
    "cursor, cursor",
    "copilot, copilot",
    "copilot, copilot-camel",
    "opencode, opencode",
    "opencode, opencode-next"
  })
  void gives_different_events_different_ids(String agent, String file) {
    assertThat(Recordings.of(file))
        .flatExtracting(hook -> read(agent, hook))
        .extracting(event -> event.event().id())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"cursor, cursor", "copilot, copilot", "gemini, gemini", "codex, codex"})
  void knows_whose_event_it_is_that_comes_through_the_settings_of_claude(
      String agent, String file) {
    for (JsonObject hook : Recordings.of(file)) {
      if (hook.containsKey("hook_event_name") && !isMadeUp(first(agent, hook))) {
        HookEvent event = first("claude", hook);
        assertThat(event.id()).as(hook.encode()).isEqualTo(first(agent, hook).id());
        assertThat(event.metadata().getString(MetadataKeys.AGENT)).isEqualTo(agent);
      }
    }
  }

  @Test
  void still_takes_the_events_of_claude_for_its_own() {
    assertThat(Recordings.everyHook())
        .allSatisfy(
            hook ->
                assertThat(first("claude", hook).metadata().getString(MetadataKeys.AGENT))
                    .isEqualTo("claude"));
  }

  @ParameterizedTest
  @CsvSource({
    "preToolUse, PreToolUse",
    "postToolUse, PostToolUse",
    "beforeSubmitPrompt, UserPromptSubmit",
    "stop, Stop",
    "sessionStart, SessionStart",
    "sessionEnd, SessionEnd",
    "subagentStop, SubagentStop",
    "preCompact, PreCompact"
  })
  void takes_one_event_of_cursor_for_one_under_both_names_of_its_hook(String own, String claudes) {
    JsonObject hook =
        Recordings.of("cursor").stream()
            .filter(one -> one.getString("hook_event_name").equals(own))
            .findFirst()
            .orElseThrow();

    assertThat(ids("claude", hook.copy().put("hook_event_name", claudes)))
        .isEqualTo(ids("cursor", hook));
  }

  @Test
  void takes_one_event_of_copilot_for_one_in_both_of_its_forms() {
    JsonObject told = Recordings.of("copilot").get(8);
    JsonObject camel =
        new JsonObject()
            .put("sessionId", told.getString("session_id"))
            .put("timestamp", Instant.parse(told.getString("timestamp")).toEpochMilli())
            .put("cwd", told.getString("cwd"))
            .put("title", told.getString("title"))
            .put("message", told.getString("message"))
            .put("notificationType", told.getString("notification_type"));

    assertThat(ids("copilot", camel)).isEqualTo(ids("claude", told));
  }

  @Test
  void takes_a_turn_of_codex_that_is_told_by_hook_and_program_for_one() {
    JsonObject stop = Recordings.of("codex").get(9);
    JsonObject told =
        new JsonObject()
            .put("type", "agent-turn-complete")
            .put("thread-id", stop.getString("session_id"))
            .put("turn-id", stop.getString("turn_id"))
            .put("last-assistant-message", stop.getString("last_assistant_message"));

    assertThat(ids("codex", told).get(0)).isEqualTo(ids("codex", stop).get(0));
  }

  @Test
  void shows_the_same_answer_in_another_turn_again() {
    JsonObject stop = Recordings.of("codex").get(9);

    assertThat(ids("codex", stop.copy().put("turn_id", "another")).get(0))
        .isNotEqualTo(ids("codex", stop).get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemini", "copilot"})
  void tells_two_alike_apart_by_their_time(String agent) {
    JsonObject prompt = Recordings.of(agent).get(1);

    assertThat(ids(agent, prompt)).isEqualTo(ids(agent, prompt));
    assertThat(ids(agent, prompt.copy().put("timestamp", "2026-11-23T09:30:59Z")))
        .isNotEqualTo(ids(agent, prompt));
  }

  @ParameterizedTest
  @CsvSource({"codex, 7", "gemini, 6", "copilot, 4"})
  void never_takes_two_requests_for_permission_for_one(String agent, int place) {
    JsonObject request = Recordings.of(agent).get(place);

    assertThat(first(agent, request).type()).isEqualTo(EventType.APPROVAL_REQUEST);
    assertThat(ids(agent, request)).isNotEqualTo(ids(agent, request));
  }

  @Test
  void shows_what_a_tool_was_asked_and_what_it_said() {
    HookEvent cursor = first("cursor", Recordings.of("cursor").get(7));
    HookEvent copilot = first("copilot", Recordings.of("copilot-camel").get(5));
    HookEvent gemini = first("gemini", Recordings.of("gemini").get(7));
    HookEvent opencode = first("opencode", Recordings.of("opencode").get(12));

    assertThat(List.of(cursor, copilot, gemini, opencode))
        .extracting(event -> event.metadata().getJsonObject("input").getString("command"))
        .containsExactly("npm test", "ls", "ls", "make");
    assertThat(List.of(cursor, copilot, gemini, opencode))
        .extracting(HookEvent::content)
        .containsExactly("ok", "a.txt", "a.txt", "built");
    assertThat(cursor.metadata().getJsonObject("response").getInteger("exitCode")).isZero();
    assertThat(opencode.metadata().getLong("durationMs")).isEqualTo(500);
  }

  @Test
  void names_the_subagent_whose_answer_it_is() {
    HookEvent answer = first("opencode", Recordings.of("opencode").get(18));

    assertThat(answer.metadata().getString(MetadataKeys.AGENT_ID)).isEqualTo("ses_2");
    assertThat(answer.metadata().getString(MetadataKeys.AGENT_TYPE)).isEqualTo("explore");
  }

  @Test
  void takes_tool_ids_of_cursor_that_have_two_lines() {
    JsonObject hook = Recordings.of("cursor").get(4).put("tool_use_id", "call_1\nfc_2");

    assertThat(first("cursor", hook).toolUseId()).isEqualTo("call_1_fc_2");
  }

  @ParameterizedTest
  @CsvSource({
    "codex, codex",
    "gemini, gemini",
    "cursor, cursor",
    "copilot, copilot",
    "copilot, copilot-camel",
    "opencode, opencode",
    "opencode, opencode-next"
  })
  void bears_odd_kinds_of_values(String agent, String file) {
    for (JsonObject hook : Recordings.of(file)) {
      for (String field : hook.copy().fieldNames()) {
        for (Object odd : new Object[] {17, "odd", new JsonArray().addNull(), new JsonObject()}) {
          bears(agent, hook.copy().put(field, odd));
        }
        bears(agent, hook.copy().putNull(field));
      }
    }
  }

  @Test
  void names_what_it_cannot_do_without() {
    for (String agent : List.of("codex", "gemini", "cursor", "copilot", "opencode")) {
      assertThatThrownBy(() -> read(agent, new JsonObject()))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.flaw().field()).matches("(session|conversation)_id"));
    }
  }

  /** Reads it, or refuses it in words. */
  private void bears(String agent, JsonObject hook) {
    try {
      assertThat(read(agent, hook)).isNotEmpty();
    } catch (RefusedException refused) {
      assertThat(refused.flaw().fix()).isNotBlank();
    }
  }

  private List<String> types(String agent, String file) {
    return Recordings.of(file).stream()
        .map(
            hook ->
                read(agent, hook).stream()
                    .map(event -> event.event().type().wireName())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private List<NewEvent> read(String agent, JsonObject hook) {
    return agents.named(agent).orElseThrow().read(hook, Firing.UNKNOWN, NOW);
  }

  private HookEvent first(String agent, JsonObject hook) {
    return read(agent, hook).get(0).event();
  }

  private List<String> ids(String agent, JsonObject hook) {
    return read(agent, hook).stream().map(event -> event.event().id()).toList();
  }

  private static boolean isMadeUp(HookEvent event) {
    return event.id().startsWith("made-up");
  }
}
