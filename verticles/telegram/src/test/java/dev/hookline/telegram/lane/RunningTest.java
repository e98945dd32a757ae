package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When it is said of a tool that it still runs. */
class RunningTest {

  private static final long MINUTE = 60_000;
  private static final TextPart SHOWN = new TextPart("Bash", List.of());

  private final Running running = new Running();

  @Test
  void says_it_after_one_minute_and_then_more_and_more_seldom() {
    shown(entry("s", EventType.TOOL_START));

    List<Long> said = new ArrayList<>();
    for (long now = 0; now <= 3 * 60 * MINUTE; now += MINUTE / 2) {
      running.next(now).map(Running.Word::minutes).ifPresent(said::add);
    }

    assertThat(said).containsExactly(1L, 2L, 5L, 10L, 20L, 30L, 60L);
  }

  @Test
  void says_which_message_shows_the_tool_and_what_it_shows() {
    shown(entry("s", EventType.TOOL_START));

    assertThat(running.next(MINUTE))
        .contains(new Running.Word(new SessionKey("s"), 1, 11, SHOWN, 1));
  }

  @Test
  void says_nothing_when_something_else_has_happened_since() {
    shown(entry("s", EventType.TOOL_START));

    running.forget(new SessionKey("s"));

    assertThat(running.next(MINUTE)).isEmpty();
  }

  @Test
  void says_nothing_of_what_an_earlier_tenure_showed() {
    shown(entry("s", EventType.TOOL_START));

    running.begin();

    assertThat(running.next(MINUTE)).isEmpty();
  }

  @Test
  void says_nothing_of_a_message_that_goes_on_behind_the_start() {
    OutboxEntry start = entry("s", EventType.TOOL_START);

    shown(start.with(List.of(entry("s", EventType.TOOL_RESULT))));

    assertThat(running.next(MINUTE)).isEmpty();
  }

  @Test
  void says_it_of_a_start_that_was_folded_into_a_message_last() {
    OutboxEntry answer = entry("s", EventType.AGENT_RESPONSE);

    shown(answer.with(List.of(entry("s", EventType.TOOL_START))));

    assertThat(running.next(MINUTE)).isPresent();
  }

  @Test
  void says_it_late_but_not_twice_when_it_could_not_be_said_in_time() {
    shown(entry("s", EventType.TOOL_START));

    assertThat(running.next(4 * MINUTE)).map(Running.Word::minutes).contains(4L);
    assertThat(running.next(4 * MINUTE)).isEmpty();
    assertThat(running.next(5 * MINUTE)).map(Running.Word::minutes).contains(5L);
  }

  @Test
  void does_not_grow_with_the_number_of_sessions() {
    for (int session = 0; session < 1_000; session++) {
      shown(entry("s" + session, EventType.TOOL_START));
    }

    long said = 0;
    for (Optional<?> next = running.next(MINUTE); next.isPresent(); next = running.next(MINUTE)) {
      said++;
    }
    assertThat(said).isEqualTo(100);
  }

  private void shown(OutboxEntry entry) {
    running.shown(entry, 11, SHOWN, 0);
  }

  private static OutboxEntry entry(String session, EventType type) {
    return Entries.of(session, 7, type, new JsonObject());
  }
}
