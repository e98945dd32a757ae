package dev.hookline.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneTopicTest {

  private final Checker checker = new OneTopic();

  @Test
  void accepts_a_session_in_one_topic() {
    Verdict verdict = Run.of("s1", 2).shows(2, "s1-1").shows(2, "s1-2").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
  }

  @Test
  void finds_a_session_in_two_topics() {
    Verdict verdict =
        Run.of("s1", 2).topic(5, 0).shows(2, "s1-1").shows(5, "s1-2").judgedBy(checker);

    assertThat(verdict.violations()).containsExactly("s1 was written to the topics [2, 5]");
  }

  @Test
  void finds_a_session_in_two_topics_even_when_one_message_was_deleted() {
    Verdict verdict =
        Run.of("s1", 1).topic(5, 0).showedAndDeleted(5, "s1-1").shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.figures()).containsEntry("sessions written to two topics", 1L);
  }

  @Test
  void finds_an_empty_topic_that_stays() {
    Verdict verdict = Run.of("s1", 1).topic(5, 0).shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).containsExactly("topic 5 is nobody's: topic 5");
  }

  @Test
  void counts_an_empty_topic_that_was_deleted_and_how_long_it_was_there() {
    Verdict verdict = Run.of("s1", 1).topic(5, 40_000).shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.figures())
        .containsEntry("orphans deleted", 1L)
        .containsEntry("longest life of an orphan, ms", 40_000L);
  }
}
