package dev.hookline.ingest.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hookline.ingest.Recordings;
import dev.hookline.ingest.read.RefusedException;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaudeHooksTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

  private final AtomicInteger made = new AtomicInteger();
  private final ClaudeHooks hooks =
      new ClaudeHooks(-1001, () -> "made-up-" + made.incrementAndGet());

  @Test
  void gives_every_hook_its_place() {
    Map<String, String> types = new LinkedHashMap<>();
    Recordings.everyHook()
        .forEach(hook -> types.put(hook.getString("hook_event_name"), types(read(hook))));

    assertThat(types)
        .hasSize(33)
        .contains(
            entry("SessionStart", "session_start"),
            entry("SessionEnd", "session_end"),
            entry("UserPromptSubmit", "user_input"),
            entry("MessageDisplay", "agent_response"),
            entry("PreToolUse", "tool_start"),
            entry("PostToolUse", "tool_result"),
            entry("PostToolUseFailure", "tool_error"),
            entry("PostToolBatch", "tool_error"),
            entry("PermissionDenied", "tool_error"),
            entry("PermissionRequest", "approval_request"),
            entry("Elicitation", "approval_request"),
            entry("Notification", "notification"),
            entry("Stop", "agent_response turn_complete"),
            entry("StopFailure", "error turn_complete"),
            entry("SubagentStart", "subagent_start"),
            entry("SubagentStop", "subagent_stop"),
            entry("PreCompact", "pre_compact"),
            entry("PostCompact", "notification"))
        .allSatisfy((hook, type) -> assertThat(type).isNotEmpty());
    assertThat(types.values()).filteredOn("other"::equals).hasSize(15);
  }

  @Test
  void keeps_whole_what_has_no_place_in_a_chat() {
    JsonObject hook = hook("TaskCreated").put("task_subject", "tidy");

    HookEvent event = only(hook);

    assertThat(event.type()).isEqualTo(EventType.OTHER);
    assertThat(event.metadata().getJsonObject("payload")).isEqualTo(hook);
  }

  @Test
  void shows_hooks_that_are_yet_to_be_invented_and_keeps_them_whole() {
    JsonObject hook = hook("MindRead").put("thought", "tea?").put("cwd", "/home/ann");

    HookEvent event = only(hook);

    assertThat(event.type()).isEqualTo(EventType.NOTIFICATION);
    assertThat(event.content()).isEqualTo("thought: tea?");
    assertThat(event.metadata().getString("title")).isEqualTo("MindRead");
    assertThat(event.metadata().getJsonObject("payload")).isEqualTo(hook);
  }

  @Test
  void cuts_no_character_in_two_when_it_is_brief() {
    HookEvent event = only(hook("MindRead").put("t", "x".repeat(196) + "🙂".repeat(9)));

    assertThat(event.content()).isEqualTo("t: " + "x".repeat(196) + "…");
  }

  @Test
  void tells_where_and_in_whose_name_it_happened() {
    JsonObject hook =
        hook("PreToolUse")
            .put("agent_id", "a1")
            .put("agent_type", "Explore")
            .put("cwd", "/home/ann");

    JsonObject metadata =
        hooks.read(hook, Firing.UNKNOWN.on("laptop"), NOW).get(0).event().metadata();

    assertThat(metadata.getMap())
        .contains(
            entry(MetadataKeys.AGENT, "claude"),
            entry(MetadataKeys.HOOK, "PreToolUse"),
            entry(MetadataKeys.PROJECT_DIR, "/home/ann"),
            entry(MetadataKeys.HOSTNAME, "laptop"),
            entry(MetadataKeys.AGENT_ID, "a1"),
            entry(MetadataKeys.AGENT_TYPE, "Explore"));
  }

  @Test
  void takes_its_session_as_source_and_the_time_of_receipt() {
    NewEvent event = read(hook("SessionEnd")).get(0);

    assertThat(event.event().source()).isEqualTo("s-1");
    assertThat(event.event().timestamp()).isEqualTo(NOW);
    assertThat(event.event().sequence()).isNull();
    assertThat(event.chat()).isEqualTo(-1001);
  }

  @Test
  void keeps_a_tools_input_and_answer_for_who_shows_them() {
    JsonObject hook = Recordings.parallelTools().get(10);

    HookEvent event = only(hook);

    assertThat(event.metadata().getString(MetadataKeys.TOOL)).isEqualTo("Edit");
    assertThat(event.metadata().getJsonObject(MetadataKeys.INPUT))
        .isEqualTo(hook.getJsonObject("tool_input"));
    assertThat(
            event.metadata().getJsonObject(MetadataKeys.RESPONSE).getJsonArray("structuredPatch"))
        .isEqualTo(hook.getJsonObject("tool_response").getJsonArray("structuredPatch"));
    assertThat(event.metadata().getJsonObject(MetadataKeys.RESPONSE).getString("originalFile"))
        .isEqualTo("[2400 characters left out]");
    assertThat(event.metadata().getInteger(MetadataKeys.DURATION_MILLIS)).isEqualTo(9);
  }

  @Test
  void gives_a_call_one_start_and_one_end_whoever_tells_of_them() {
    JsonObject call =
        new JsonObject()
            .put("tool_name", "Bash")
            .put("tool_use_id", "t")
            .put("tool_response", "no");

    assertThat(id(hook("PreToolUse").put("tool_use_id", "t"))).isEqualTo("start:t");
    assertThat(id(hook("PostToolUse").put("tool_use_id", "t"))).isEqualTo("end:t");
    assertThat(id(hook("PostToolUseFailure").put("tool_use_id", "t"))).isEqualTo("end:t");
    assertThat(id(hook("PermissionDenied").put("tool_use_id", "t"))).isEqualTo("end:t");
    assertThat(id(hook("PostToolBatch").put("tool_calls", new JsonArray().add(call))))
        .isEqualTo("end:t");
  }

  @Test
  void tells_of_each_call_in_a_batch() {
    List<NewEvent> events = read(Recordings.parallelTools().get(8));

    assertThat(events)
        .extracting(event -> event.event().id())
        .containsExactly("end:toolu_read", "end:toolu_sleep");
    assertThat(events.get(1).event().content()).isEqualTo("ready");
  }

  @Test
  void keeps_a_batch_without_calls() {
    assertThat(only(hook("PostToolBatch")).type()).isEqualTo(EventType.OTHER);
  }

  @Test
  void numbers_the_pieces_of_an_answer() {
    HookEvent piece = only(Recordings.parallelTools().get(3));

    assertThat(piece.id()).isEqualTo("msg:m-1:1");
    assertThat(piece.content()).isEqualTo("and start the server.");
    assertThat(piece.metadata().getMap())
        .contains(
            entry(MetadataKeys.MESSAGE_ID, "m-1"),
            entry(MetadataKeys.PIECE, 1),
            entry(MetadataKeys.FINAL, true));
  }

  @Test
  void shows_no_answer_that_says_nothing() {
    JsonObject empty =
        hook("MessageDisplay").put("message_id", "m").put("index", 0).put("final", true);

    assertThat(only(empty.put("delta", "\n")).type()).isEqualTo(EventType.OTHER);
  }

  @Test
  void keeps_an_empty_last_piece_for_it_completes_the_answer() {
    JsonObject last =
        hook("MessageDisplay").put("message_id", "m").put("index", 1).put("final", true);

    assertThat(only(last.put("delta", "")).type()).isEqualTo(EventType.AGENT_RESPONSE);
  }

  @Test
  void ends_a_turn_with_the_answer_for_those_who_missed_it() {
    List<NewEvent> events = read(hook("Stop").put("last_assistant_message", "All done"));

    assertThat(events.get(0).event().content()).isEqualTo("All done");
    assertThat(events.get(0).event().metadata().getBoolean(MetadataKeys.FALLBACK)).isTrue();
    assertThat(events.get(0).event().metadata().containsKey(MetadataKeys.MESSAGE_ID)).isFalse();
    assertThat(events.get(1).event().type()).isEqualTo(EventType.TURN_COMPLETE);
  }

  @Test
  void ends_a_turn_without_words() {
    assertThat(types(read(hook("Stop")))).isEqualTo("turn_complete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<task-notification>\n<summary>…", "<channel source=\"telegram\">hi"})
  void shows_no_prompt_that_no_person_wrote(String prompt) {
    assertThat(only(hook("UserPromptSubmit").put("prompt", prompt)).type())
        .isEqualTo(EventType.OTHER);
  }

  @ParameterizedTest
  @CsvSource({"user, user_input", "sdk, user_input", "system, other", "loop_wakeup, other"})
  void shows_prompts_of_persons_only(String source, String type) {
    JsonObject hook = hook("UserPromptSubmit").put("prompt", "hi").put("source", source);

    assertThat(types(read(hook))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "startup, Session started",
    "resume, Session resumed",
    "clear, New session after /clear",
    "fork, 'New session, forked from another'"
  })
  void says_how_a_session_came_about(String source, String words) {
    HookEvent event = only(hook("SessionStart").put("source", source));

    assertThat(event.type()).isEqualTo(EventType.SESSION_START);
    assertThat(event.content()).isEqualTo(words);
    assertThat(event.metadata().getString(MetadataKeys.TRIGGER)).isEqualTo(source);
  }

  @Test
  void does_not_take_a_compaction_for_a_new_session() {
    assertThat(only(hook("SessionStart").put("source", "compact")).type())
        .isEqualTo(EventType.OTHER);
  }

  @Test
  void does_not_repeat_that_a_permission_is_wanted() {
    assertThat(only(Recordings.deniedCall().get(3)).type()).isEqualTo(EventType.OTHER);
  }

  @Test
  void does_not_show_the_helper_that_writes_the_summary() {
    JsonObject hook = hook("SubagentStop").put("agent_id", "a1").put("agent_type", "");

    assertThat(only(hook).type()).isEqualTo(EventType.OTHER);
  }

  @Test
  void never_takes_two_requests_for_permission_for_one() {
    JsonObject hook = Recordings.deniedCall().get(2);
    NewEvent one = read(hook).get(0);
    NewEvent other = read(hook).get(0);

    assertThat(one.event().id()).isNotEqualTo(other.event().id());
    assertThat(one.repeatKey()).isNull();
  }

  @Test
  void leaves_nothing_out_of_what_is_to_be_allowed() {
    JsonObject input = new JsonObject().put("content", "QUJD".repeat(5_000));

    HookEvent event = only(hook("PermissionRequest").put("tool_input", input));

    assertThat(event.metadata().getJsonObject(MetadataKeys.INPUT)).isEqualTo(input);
  }

  @ParameterizedTest
  @CsvSource({
    "SessionStart, 5",
    "SessionEnd, 5",
    "UserPromptSubmit, 2",
    "Stop, 2",
    "StopFailure, 2",
    "Notification, 5",
    "PreCompact, 5"
  })
  void recognises_a_repeated_firing_for_a_short_time(String name, int seconds) {
    NewEvent one = read(hook(name)).get(0);
    NewEvent again = read(hook(name)).get(0);

    assertThat(again.repeatKey()).isEqualTo(one.repeatKey()).isNotNull();
    assertThat(one.repeatWindow()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(again.event().id()).isNotEqualTo(one.event().id());
  }

  @ParameterizedTest
  @CsvSource({
    "UserPromptSubmit, prompt",
    "UserPromptSubmit, prompt_id",
    "Stop, last_assistant_message",
    "Notification, message",
    "SessionEnd, reason",
    "PreCompact, trigger"
  })
  void does_not_take_one_thing_for_another(String name, String field) {
    String one = read(hook(name).put(field, "one")).get(0).repeatKey();
    String other = read(hook(name).put(field, "other")).get(0).repeatKey();

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void recognises_a_helper_for_ever() {
    JsonObject stop = hook("SubagentStop").put("agent_id", "a1").put("agent_type", "Explore");

    assertThat(id(stop)).isEqualTo(id(stop));
    assertThat(id(stop)).isNotEqualTo(id(stop.copy().put("last_assistant_message", "more")));
    assertThat(id(stop)).isNotEqualTo(id(stop.copy().put("agent_id", "a2")));
  }

  @Test
  void fits_its_keys_into_the_store_however_long_the_text() {
    JsonObject hook = hook("UserPromptSubmit").put("prompt", "long ".repeat(10_000));

    assertThat(read(hook).get(0).repeatKey()).hasSizeLessThan(120);
  }

  @ParameterizedTest
  @ValueSource(strings = {"session_id", "hook_event_name"})
  void names_what_it_cannot_do_without(String field) {
    JsonObject hook = hook("Stop");
    hook.remove(field);

    assertThatThrownBy(() -> read(hook))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.flaw().field()).isEqualTo(field));
  }

  @ParameterizedTest
  @CsvSource({"session_id, a b", "tool_use_id, ''", "message_id, ' '", "hook_event_name, ''"})
  void refuses_names_that_cannot_be_kept(String field, String value) {
    assertThatThrownBy(() -> read(hook("Stop").put(field, value)))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.flaw().field()).isEqualTo(field));
  }

  @Test
  void bears_odd_kinds_of_values() {
    for (JsonObject hook : Recordings.everyHook()) {
      for (String field : hook.copy().fieldNames()) {
        if (!field.endsWith("_id") && !field.equals("hook_event_name")) {
          assertThat(read(hook.copy().put(field, 17))).isNotEmpty();
          assertThat(read(hook.copy().put(field, new JsonArray().addNull()))).isNotEmpty();
          assertThat(read(hook.copy().putNull(field))).isNotEmpty();
        }
      }
    }
  }

  private static JsonObject hook(String name) {
    return new JsonObject().put("session_id", "s-1").put("hook_event_name", name);
  }

  private List<NewEvent> read(JsonObject hook) {
    return hooks.read(hook, Firing.UNKNOWN, NOW);
  }

  private HookEvent only(JsonObject hook) {
    List<NewEvent> events = read(hook);
    assertThat(events).hasSize(1);
    return events.get(0).event();
  }

  private String id(JsonObject hook) {
    return only(hook).id();
  }

  private static String types(List<NewEvent> events) {
    return events.stream()
        .map(event -> event.event().type().wireName())
        .collect(Collectors.joining(" "));
  }
}
