package dev.hookline.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InOrderTest {

  private final Checker checker = new InOrder();

  @Test
  void accepts_numbers_that_grow() {
    Verdict verdict = Run.of("s1", 3).shows(2, "s1-1").shows(2, "s1-2", "s1-3").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
  }

  @Test
  void finds_an_event_behind_a_later_one() {
    Verdict verdict = Run.of("s1", 2).shows(2, "s1-2").shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).containsExactly("s1-1 is shown behind s1-2, and not as late");
  }

  @Test
  void finds_it_inside_of_a_message() {
    Verdict verdict = Run.of("s1", 2).shows(2, "s1-2", "s1-1").judgedBy(checker);

    assertThat(verdict.isGood()).isFalse();
  }

  @Test
  void accepts_an_event_that_is_late_and_says_so() {
    Verdict verdict =
        Run.of("s1", 3).shows(2, "s1-2").showsLate(2, "s1-1").shows(2, "s1-3").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.figures()).containsEntry("shown late and marked", 1L);
  }

  @Test
  void does_not_take_a_second_showing_for_a_first() {
    Verdict verdict =
        Run.of("s1", 2).shows(2, "s1-1").shows(2, "s1-2").shows(2, "s1-1").judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
  }

  @Test
  void does_not_compare_sessions() {
    Verdict verdict =
        Run.of("s1", 2)
            .tells("s2", 1)
            .shows(2, "s1-1")
            .shows(2, "s1-2")
            .shows(3, "s2-1")
            .judgedBy(checker);

    assertThat(verdict.violations()).isEmpty();
  }
}
