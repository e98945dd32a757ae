package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TriesTest {

  private final Tries tries = new Tries();

  @Test
  void remembers_the_form_of_the_part_that_was_refused() {
    // When
    tries.degrade(Entries.at("s", 4, 0), Form.PLAIN, "no");

    // Then
    assertThat(tries.form(Entries.at("s", 4, 0))).isEqualTo(Form.PLAIN);
    assertThat(tries.reason(Entries.at("s", 4, 0))).isEqualTo("no");
  }

  @Test
  void begins_anew_with_another_part_entry_or_session() {
    // When
    tries.degrade(Entries.at("s", 4, 0), Form.PLAIN, "no");

    // Then
    assertThat(tries.form(Entries.at("s", 4, 1))).isEqualTo(Form.RENDERED);
    assertThat(tries.form(Entries.at("s", 5, 0))).isEqualTo(Form.RENDERED);
    assertThat(tries.form(Entries.at("t", 4, 0))).isEqualTo(Form.RENDERED);
  }

  @Test
  void stays_uncertain_when_a_plainer_form_is_tried() {
    // Given
    tries.uncertain(Entries.at("s", 4, 0));

    // When
    tries.degrade(Entries.at("s", 4, 0), Form.PLAIN, "no");

    // Then
    assertThat(tries.certain(Entries.at("s", 4, 0))).isFalse();
  }

  @Test
  void keeps_all_that_a_message_shows_uncertain_until_it_is_shown() {
    // When
    tries.uncertain(Entries.folded("s", 4, 2));

    // Then
    assertThat(tries.certain(Entries.at("s", 4, 0))).isFalse();
    assertThat(tries.certain(Entries.at("s", 6, 0))).isFalse();
    assertThat(tries.certain(Entries.at("s", 7, 0))).isTrue();

    tries.forget(Entries.at("s", 4, 0));
    assertThat(tries.certain(Entries.at("s", 5, 0))).isFalse();
  }

  @Test
  void adds_nothing_to_a_message_that_may_be_there_already() {
    // When
    tries.uncertain(Entries.folded("s", 4, 2));

    // Then
    assertThat(tries.mostTogether(Entries.at("s", 4, 0))).isEqualTo(3);
    assertThat(tries.mostTogether(Entries.at("s", 5, 0))).isEqualTo(2);
    assertThat(tries.mostTogether(Entries.at("s", 7, 0))).isEqualTo(Tries.MOST_TOGETHER);
  }

  @Test
  void halves_what_was_refused_together_until_it_is_past() {
    // When
    tries.halve(Entries.folded("s", 4, 7));

    // Then
    assertThat(tries.mostTogether(Entries.at("s", 4, 0))).isEqualTo(4);
    assertThat(tries.mostTogether(Entries.at("s", 11, 0))).isEqualTo(4);
    assertThat(tries.mostTogether(Entries.at("s", 12, 0))).isEqualTo(Tries.MOST_TOGETHER);
  }

  @Test
  void sends_alone_what_is_tried_in_a_plainer_form() {
    // When
    tries.degrade(Entries.at("s", 4, 0), Form.PLAIN, "no");

    // Then
    assertThat(tries.mostTogether(Entries.at("s", 4, 0))).isEqualTo(1);
  }

  @Test
  void forgets_the_oldest_when_very_many_sessions_are_stuck() {
    // When
    for (int i = 0; i < 5_000; i++) {
      tries.degrade(Entries.at("s-" + i, 1, 0), Form.PLAIN, "no");
    }

    // Then
    assertThat(tries.form(Entries.at("s-0", 1, 0))).isEqualTo(Form.RENDERED);
    assertThat(tries.form(Entries.at("s-4999", 1, 0))).isEqualTo(Form.PLAIN);
  }
}
