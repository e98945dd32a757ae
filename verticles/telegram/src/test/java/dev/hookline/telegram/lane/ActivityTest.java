package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.OutboxEntry;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is at work. */
class ActivityTest {

  private static final JsonObject NOTHING = new JsonObject();

  private final Activity activity = new Activity();

  @ParameterizedTest
  @EnumSource(names = {"USER_INPUT", "TOOL_START", "TOOL_RESULT", "TOOL_ERROR", "SUBAGENT_START"})
  void an_agent_is_at_work_while_it_goes_on(EventType type) {
    activity.settled(Entries.of("s", 7, type, NOTHING), 0);

    assertThat(activity.next(1_000)).contains(7L);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"AGENT_RESPONSE", "APPROVAL_REQUEST", "NOTIFICATION", "SESSION_END", "ERROR"})
  void an_agent_rests_when_it_has_spoken_or_waits_for_a_person(EventType type) {
    activity.settled(Entries.of("s", 7, EventType.TOOL_START, NOTHING), 0);

    activity.settled(Entries.of("s", 7, type, NOTHING), 0);

    assertThat(activity.next(0)).isEmpty();
  }

  @Test
  void an_agent_works_on_when_its_subagent_has_spoken() {
    JsonObject inside = new JsonObject().put(MetadataKeys.AGENT_ID, "helper");

    activity.settled(Entries.of("s", 7, EventType.AGENT_RESPONSE, inside), 0);

    assertThat(activity.next(0)).contains(7L);
  }

  @Test
  void what_was_folded_in_last_tells() {
    OutboxEntry tool = Entries.of("s", 7, EventType.TOOL_START, NOTHING);
    OutboxEntry answer = Entries.of("s", 7, EventType.AGENT_RESPONSE, NOTHING);

    activity.settled(tool.with(List.of(answer)), 0);

    assertThat(activity.next(0)).isEmpty();
  }

  @Test
  void words_of_our_own_tell_nothing() {
    activity.settled(Entries.of("s", 9, EventType.TOOL_START, NOTHING), 0);

    activity.settled(Entries.at("s", 2, 0), 0);

    assertThat(activity.next(0)).contains(9L);
  }

  @Test
  void topics_take_turns() {
    activity.settled(Entries.of("one", 1, EventType.TOOL_START, NOTHING), 0);
    activity.settled(Entries.of("two", 2, EventType.TOOL_START, NOTHING), 0);
    assertThat(activity.next(0)).contains(1L);

    activity.settled(Entries.of("one", 1, EventType.TOOL_RESULT, NOTHING), 0);

    assertThat(activity.next(0)).contains(2L);
    assertThat(activity.next(0)).contains(1L);
  }

  @Test
  void work_of_which_nothing_is_heard_is_over_some_time() {
    activity.settled(Entries.of("s", 7, EventType.TOOL_START, NOTHING), 0);

    assertThat(activity.next(300_000)).contains(7L);
    assertThat(activity.next(300_001)).isEmpty();
  }

  @Test
  void does_not_grow_with_the_number_of_sessions() {
    for (int session = 0; session < 1_000; session++) {
      activity.settled(Entries.of("s" + session, session, EventType.TOOL_START, NOTHING), 0);
    }

    for (int turn = 0; turn < 100; turn++) {
      assertThat(activity.next(0)).contains((long) turn);
    }
    assertThat(activity.next(0)).contains(0L);
  }
}
