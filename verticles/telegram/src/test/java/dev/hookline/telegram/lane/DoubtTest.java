package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DoubtTest {

  private static final long SETTLE = 30_000;
  private static final int LIMIT = 8;

  private final Doubt doubt = new Doubt(new LostEntry(Entries.above(10), null, null), 0, 0, SETTLE);

  @Test
  void looks_a_second_after_the_answer_was_lost_and_then_more_seldom() {
    assertThat(doubt.waitMillis(0)).isEqualTo(1_000);

    doubt.look(Set.of(), 10, 0, 1_000);
    assertThat(doubt.waitMillis(1_000)).isEqualTo(4_000);

    doubt.look(Set.of(), 10, 0, 5_000);
    assertThat(doubt.waitMillis(5_000)).isEqualTo(10_000);

    doubt.look(Set.of(), 10, 0, 15_000);
    assertThat(doubt.waitMillis(15_000)).isEqualTo(15_000);
  }

  @Test
  void asks_for_the_ids_that_nobody_accounts_for_and_the_next_one() {
    // When
    boolean asks = doubt.look(Set.of(11L, 13L), 13, LIMIT, 1_000);

    // Then
    assertThat(asks).isTrue();
    assertThat(doubt.nextCandidate()).isEqualTo(12);
    assertThat(doubt.nextCandidate()).isEqualTo(14);
    assertThat(doubt.nextCandidate()).isNull();
  }

  @Test
  void does_not_ask_twice_for_an_id_that_is_somebody_elses() {
    // Given
    doubt.look(Set.of(), 11, LIMIT, 1_000);
    doubt.dismiss(doubt.nextCandidate());
    doubt.dismiss(doubt.nextCandidate());

    // When: the id after the highest was not given to anybody then
    doubt.look(Set.of(), 11, LIMIT, 5_000);

    // Then
    assertThat(doubt.nextCandidate()).isEqualTo(12);
    assertThat(doubt.nextCandidate()).isNull();
  }

  @Test
  void asks_first_again_for_an_id_that_could_not_be_asked_for() {
    // Given
    doubt.look(Set.of(), 11, LIMIT, 1_000);
    long first = doubt.nextCandidate();

    // When
    doubt.keep(first);

    // Then
    assertThat(doubt.waitMillis(1_000)).isZero();
    assertThat(doubt.nextCandidate()).isEqualTo(first);
  }

  @Test
  void was_not_shown_when_a_later_message_follows_without_a_hole() {
    // Given
    doubt.sentAfterwards(12);

    // When
    boolean asks = doubt.look(Set.of(11L, 12L), 12, LIMIT, 10);

    // Then
    assertThat(asks).isFalse();
    assertThat(doubt.wasOvertaken()).isTrue();
  }

  @Test
  void may_have_been_shown_while_there_is_a_hole_before_the_later_message() {
    // Given
    doubt.sentAfterwards(12);

    // When
    doubt.look(Set.of(12L), 12, LIMIT, 10);

    // Then
    assertThat(doubt.wasOvertaken()).isFalse();
  }

  @Test
  void was_not_shown_when_the_hole_turned_out_to_be_somebody_elses() {
    // Given
    doubt.sentAfterwards(12);
    doubt.look(Set.of(12L), 12, LIMIT, 1_000);
    doubt.dismiss(doubt.nextCandidate());
    doubt.dismiss(doubt.nextCandidate());

    // When
    doubt.look(Set.of(12L), 12, LIMIT, 1_001);

    // Then
    assertThat(doubt.wasOvertaken()).isTrue();
  }

  @Test
  void proves_nothing_by_a_message_that_is_older_than_the_doubt() {
    // Given
    doubt.sentAfterwards(10);

    // When
    doubt.look(Set.of(), 10, 0, 10);

    // Then
    assertThat(doubt.wasOvertaken()).isFalse();
  }

  @Test
  void ends_after_the_last_look_and_not_before() {
    for (long now : new long[] {1_000, 5_000, 15_000}) {
      doubt.look(Set.of(), 10, 0, now);
      assertThat(doubt.isOver(now)).isFalse();
    }

    doubt.look(Set.of(), 10, 0, SETTLE);

    assertThat(doubt.isOver(SETTLE)).isTrue();
  }
}
