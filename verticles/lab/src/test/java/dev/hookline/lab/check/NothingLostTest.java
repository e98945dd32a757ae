package dev.hookline.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NothingLostTest {

  private final Checker checker = new NothingLost();

  @Test
  void accepts_a_run_that_shows_everything() {
    Verdict verdict = Run.of("s1", 3).shows(2, "s1-1").shows(2, "s1-2", "s1-3").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
  }

  @Test
  void finds_an_acknowledged_event_that_is_not_shown() {
    Verdict verdict = Run.of("s1", 2).shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).singleElement().asString().contains("s1-2");
    assertThat(verdict.figures()).containsEntry("lost", 1L);
  }

  @Test
  void finds_an_event_whose_only_message_was_deleted() {
    Verdict verdict = Run.of("s1", 1).showedAndDeleted(2, "s1-1").judgedBy(checker);

    assertThat(verdict.isGood()).isFalse();
  }

  @Test
  void does_not_ask_the_chat_for_events_that_are_only_stored() {
    Verdict verdict = Run.of("s1", 1).onlyStores("s1", 2).shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
  }

  @Test
  void finds_an_event_that_the_store_has_lost() {
    Verdict verdict =
        Run.of("s1", 1).onlyStores("s1", 2).forgets("s1-2").shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations())
        .containsExactly("s1-2 was acknowledged and is not in the store");
  }

  @Test
  void does_not_ask_for_events_that_nobody_acknowledged() {
    Verdict verdict = Run.of("s1", 1).triesInVain("s1", 2).shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
  }
}
