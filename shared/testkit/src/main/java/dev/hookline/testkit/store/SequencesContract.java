package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.Release;
import dev.hookline.store.SourceProgress;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What putting events in order must do. */
public abstract class SequencesContract extends StoreContract {

  protected SequencesContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void knows_nothing_of_a_session_without_events() {
    assertThat(result(store.sequences().view(ONE))).isEmpty();
  }

  @Test
  void shows_numbered_events_by_number_and_then_the_others_by_arrival() {
    accept(
        Sample.event(ONE, "x"),
        Sample.numbered(ONE, 3),
        Sample.numbered(ONE, 1),
        Sample.event(ONE, "y"));

    assertThat(view(ONE).fresh())
        .extracting(item -> item.event().id())
        .containsExactly("n-1", "n-3", "x", "y");
  }

  @Test
  void shows_no_more_at_once_than_fits_into_memory_and_the_rest_after_that() {
    // Given: 12 million characters
    JsonObject large = new JsonObject().put("padding", "x".repeat(600_000));
    for (int i = 1; i <= 20; i++) {
      accept(Sample.with(large, ONE, "e-" + i));
    }

    // When
    List<FreshEvent> first = view(ONE).fresh();
    release(ONE, 1, Release.event(false, first.stream().map(FreshEvent::seq).toList()));

    // Then
    assertThat(first).hasSize(7);
    assertThat(view(ONE).fresh().get(0).event().id()).isEqualTo("e-8");
  }

  @Test
  void shows_one_event_however_large_it_is() {
    accept(Sample.with(new JsonObject().put("padding", "x".repeat(6_000_000)), ONE, "large"));

    assertThat(view(ONE).fresh()).hasSize(1);
  }

  @Test
  void tells_which_tools_have_started_and_which_have_finished() {
    accept(
        Sample.tool(EventType.TOOL_START, ONE, "1", "t-1"),
        Sample.tool(EventType.TOOL_START, ONE, "2", "t-2"),
        Sample.tool(EventType.TOOL_ERROR, ONE, "3", "t-2"),
        Sample.tool(EventType.TOOL_START, ONE, "4", "elsewhere"));
    release(ONE, 1, Release.event(false, List.of(1L)), Release.event(false, List.of(2L)));
    release(ONE, 3, Release.event(false, List.of(3L)), Release.event(false, List.of(4L)));

    accept(
        Sample.tool(EventType.TOOL_RESULT, ONE, "5", "t-1"),
        Sample.tool(EventType.TOOL_START, ONE, "6", "t-2"),
        Sample.tool(EventType.TOOL_RESULT, ONE, "7", "t-3"));

    assertThat(view(ONE).startedTools()).containsExactlyInAnyOrder("t-1", "t-2");
    assertThat(view(ONE).finishedTools()).containsExactly("t-2");
  }

  @Test
  void does_not_take_a_tool_of_another_session_for_its_own() {
    accept(Sample.tool(EventType.TOOL_START, TWO, "1", "t-1"));
    release(TWO, 1, Release.event(false, List.of(1L)));

    accept(Sample.tool(EventType.TOOL_RESULT, ONE, "2", "t-1"));

    assertThat(view(ONE).startedTools()).isEmpty();
  }

  @Test
  void remembers_the_last_answers_with_their_pieces_in_the_order_of_showing() {
    accept(
        Sample.typed(EventType.AGENT_RESPONSE, ONE, "piece two"),
        Sample.typed(EventType.AGENT_RESPONSE, ONE, "piece one"),
        Sample.typed(EventType.AGENT_RESPONSE, ONE, "short"),
        Sample.event(ONE, "prompt"));
    release(ONE, 1, Release.event(false, List.of(2L, 1L)), Release.event(false, List.of(3L)));
    accept(Sample.typed(EventType.AGENT_RESPONSE, ONE, "told again"));

    assertThat(view(ONE).lastAnswers())
        .extracting(HookEvent::id)
        .containsExactly("piece one", "piece two", "short");
  }

  @Test
  void tells_how_far_a_source_has_come() {
    accept(Sample.numbered(ONE, 2), Sample.numbered(ONE, 3), Sample.numbered(ONE, 6));
    release(ONE, 1, Release.event(false, List.of(1L)));

    assertThat(view(ONE).sources())
        .containsExactly(Map.entry("source of s-1", new SourceProgress(2, NOW, 3, 2L)));
  }

  @Test
  void tells_that_no_number_of_a_source_has_its_place() {
    accept(Sample.numbered(ONE, 1));

    assertThat(view(ONE).sources().get("source of s-1").released()).isNull();
  }

  @Test
  void gives_events_their_place_one_entry_after_the_other() {
    accept(Sample.event(ONE, "a"), Sample.event(ONE, "b"), Sample.event(ONE, "c"));

    boolean written =
        release(ONE, 1, Release.event(false, List.of(1L, 2L)), Release.event(true, List.of(3L)));

    assertThat(written).isTrue();
    assertThat(fresh(ONE)).isEmpty();
    assertThat(view(ONE).nextPosition()).isEqualTo(3);
  }

  @Test
  void writes_nothing_when_another_node_was_faster() {
    accept(Sample.event(ONE, "a"), Sample.event(ONE, "b"));
    release(ONE, 1, Release.event(false, List.of(1L)));

    boolean written = release(ONE, 1, Release.event(false, List.of(2L)));

    assertThat(written).isFalse();
    assertThat(fresh(ONE)).containsExactly(2L);
    assertThat(view(ONE).nextPosition()).isEqualTo(2);
  }

  @Test
  void writes_nothing_when_one_of_the_events_has_its_place_already() {
    accept(Sample.event(ONE, "a"), Sample.event(ONE, "b"));
    release(ONE, 1, Release.mirrored(List.of(1L)));

    boolean written = release(ONE, 1, Release.event(false, List.of(1L, 2L)));

    assertThat(written).isFalse();
    assertThat(fresh(ONE)).containsExactly(2L);
    assertThat(view(ONE).nextPosition()).isEqualTo(1);
  }

  @Test
  void lets_one_node_win_when_many_place_the_same_events_at_once() {
    accept(Sample.event(ONE, "a"));

    List<Boolean> written =
        AtOnce.run(8, thread -> release(ONE, 1, Release.event(false, List.of(1L))));

    assertThat(written).containsOnlyOnce(true);
    assertThat(view(ONE).nextPosition()).isEqualTo(2);
  }

  @Test
  void keeps_an_event_whose_content_was_shown_already_without_an_entry() {
    accept(Sample.event(ONE, "a"));

    release(ONE, 1, Release.mirrored(List.of(1L)));

    assertThat(fresh(ONE)).isEmpty();
    assertThat(view(ONE).nextPosition()).isEqualTo(1);
    assertThat(result(store.overview().totals()).kept()).isEqualTo(1);
  }

  @Test
  void finds_sessions_whose_events_wait_longest_first() {
    accept(
        Sample.at(NOW.plusSeconds(2), ONE, "a"),
        Sample.at(NOW.plusSeconds(1), TWO, "b"),
        Sample.at(NOW, new SessionKey("placed"), "c"));
    release(new SessionKey("placed"), 1, Release.event(false, List.of(1L)));

    assertThat(result(store.sequences().unreleased(10))).containsExactly(TWO, ONE);
    assertThat(result(store.sequences().unreleased(1))).containsExactly(TWO);
  }
}
