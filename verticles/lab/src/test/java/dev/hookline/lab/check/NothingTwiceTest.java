package dev.hookline.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NothingTwiceTest {

  private final Checker checker = new NothingTwice();

  @Test
  void accepts_a_run_that_shows_each_event_once() {
    Verdict verdict = Run.of("s1", 2).shows(2, "s1-1").shows(2, "s1-2").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
  }

  @Test
  void finds_an_event_that_is_shown_twice() {
    Verdict verdict = Run.of("s1", 1).shows(2, "s1-1").shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).singleElement().asString().startsWith("s1-1 ");
  }

  @Test
  void excuses_what_the_store_calls_uncertain() {
    Verdict verdict =
        Run.of("s1", 1).uncertain("s1-1").shows(2, "s1-1").shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.figures()).containsEntry("duplicates, answer lost", 1L);
  }

  @Test
  void excuses_nothing_when_no_answer_can_have_been_lost() {
    Verdict verdict =
        Run.of("s1", 1)
            .losesNoAnswer()
            .uncertain("s1-1")
            .shows(2, "s1-1")
            .shows(2, "s1-1")
            .judgedBy(checker);

    assertThat(verdict.isGood()).isFalse();
  }

  @Test
  void accepts_a_second_message_that_was_taken_back() {
    Verdict verdict =
        Run.of("s1", 1).shows(2, "s1-1").showedAndDeleted(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
  }
}
