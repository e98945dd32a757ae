package dev.hookline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.session.NumberGate.Passage;
import dev.hookline.session.SessionOptions.OrderOptions;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.SourceProgress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberGateTest {

  private static final Instant FIRST = Line.START;

  @Test
  void lets_a_number_pass_whose_predecessors_arrived_in_another_session_of_the_source() {
    // Given: 1 is this session's, 2 and 3 went to another one
    NumberGate gate = gate(new SourceProgress(1, FIRST, 4, 1L), 0);

    // When
    Passage passage = gate.passage(4, 1, List.of(event(4, 0)));

    // Then
    assertThat(passage.open()).isTrue();
    assertThat(passage.gap()).isFalse();
  }

  @Test
  void does_not_take_a_sources_first_number_for_a_beginning_in_a_second_session() {
    // Given: the source began at 5 in another session
    NumberGate gate = gate(new SourceProgress(5, FIRST, 7, null), 0);

    // When
    Passage passage = gate.passage(7, 0, List.of(event(7, 0)));

    // Then
    assertThat(passage).isEqualTo(Passage.OPEN);
  }

  @Test
  void lets_a_number_zero_pass_at_once() {
    NumberGate gate = gate(new SourceProgress(0, FIRST, 0, null), 0);

    assertThat(gate.passage(0, 0, List.of(event(0, 0)))).isEqualTo(Passage.OPEN);
  }

  @Test
  void lets_number_one_follow_a_zero_that_has_its_place() {
    NumberGate gate = gate(new SourceProgress(0, FIRST, 1, 0L), 0);

    assertThat(gate.passage(1, gate.placedThrough(), List.of(event(1, 0)))).isEqualTo(Passage.OPEN);
  }

  @Test
  void calls_a_zero_late_that_comes_after_number_one_has_its_place() {
    NumberGate gate = gate(new SourceProgress(0, FIRST, 1, 1L), 400);

    assertThat(gate.late(0)).isTrue();
    assertThat(gate.passage(0, 1, List.of(event(0, 400)))).isEqualTo(Passage.OPEN);
  }

  @Test
  void waits_from_the_first_later_arrival_and_not_from_the_last() {
    // Given: 3 came at 0 ms, 4 at 2 900 ms, 2 is missing
    List<FreshEvent> waiting = List.of(event(3, 0), event(4, 2_900));

    // When
    Passage passage = gate(new SourceProgress(1, FIRST, 1, 1L), 2_950).passage(3, 1, waiting);

    // Then
    assertThat(passage.until()).isEqualTo(FIRST.plusMillis(3_000));
  }

  @Test
  void gives_up_only_the_numbers_that_did_not_arrive() {
    // Given: 1 to 4 have arrived, 3 and 4 in another session; 5 and 6 are missing
    NumberGate gate = gate(new SourceProgress(1, FIRST, 4, 2L), 3_000);

    // When
    Passage passage = gate.passage(7, 2, List.of(event(7, 0)));

    // Then
    assertThat(passage.words()).isEqualTo("Events #5 to #6 did not arrive.");
  }

  @Test
  void is_patient_only_while_the_announced_backlog_covers_what_is_missing() {
    // Given
    FreshEvent announcing = event(9, 0, MetadataKeys.SPOOLED_THROUGH, 5);

    // When
    Passage covered = gate(progress(3), 3_000).passage(9, 3, List.of(announcing));
    Passage uncovered = gate(progress(5), 3_000).passage(9, 5, List.of(announcing));

    // Then
    assertThat(covered.until()).isEqualTo(FIRST.plusSeconds(30));
    assertThat(uncovered.words()).isEqualTo("Events #6 to #8 did not arrive.");
  }

  @Test
  void speaks_of_one_missing_event_in_the_singular() {
    assertThat(Passage.gap(4, 4).words()).isEqualTo("Event #4 did not arrive.");
  }

  private static SourceProgress progress(long through) {
    return new SourceProgress(1, FIRST, through, through);
  }

  private static NumberGate gate(SourceProgress progress, long millis) {
    return new NumberGate(OrderOptions.DEFAULTS, progress, FIRST.plusMillis(millis));
  }

  private static FreshEvent event(long number, long millis) {
    return event(number, millis, "other", 0);
  }

  private static FreshEvent event(long number, long millis, String key, Object value) {
    return new FreshEvent(
        number,
        FIRST.plusMillis(millis),
        Line.numbered(EventType.NOTIFICATION, "#" + number, number).with(key, value));
  }
}
