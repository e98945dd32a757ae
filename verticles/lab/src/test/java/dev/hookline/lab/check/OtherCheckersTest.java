package dev.hookline.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherCheckersTest {

  @Test
  void a_phantom_is_found() {
    Verdict verdict = Run.of("s1", 1).shows(2, "s1-1", "s9-9").judgedBy(new NoPhantoms());

    assertThat(verdict.violations()).containsExactly("s9-9 is shown and was never told");
  }

  @Test
  void a_phantom_is_found_even_when_it_was_deleted() {
    Verdict verdict = Run.of("s1", 1).showedAndDeleted(2, "s9-9").judgedBy(new NoPhantoms());

    assertThat(verdict.isGood()).isFalse();
  }

  @Test
  void an_event_that_nobody_acknowledged_is_no_phantom() {
    Verdict verdict =
        Run.of("s1", 0).triesInVain("s1", 1).shows(2, "s1-1").judgedBy(new NoPhantoms());

    assertThat(verdict.violations()).isEmpty();
  }

  @Test
  void a_run_that_never_drains_is_found() {
    Verdict verdict = Run.of("s1", 1).neverDrains().judgedBy(new Drained());

    assertThat(verdict.isGood()).isFalse();
  }

  @Test
  void the_time_from_healed_to_drained_is_told() {
    Verdict verdict = Run.of("s1", 1).judgedBy(new Drained());

    assertThat(verdict.figures()).containsEntry("from healed to drained, ms", 15_000L);
  }

  @Test
  void an_input_that_arrives_twice_is_found() {
    Verdict verdict =
        Run.of("s1", 0)
            .delivers("a", 1)
            .delivers("b", 2)
            .delivers("c", 0)
            .judgedBy(new InputsOnce());

    assertThat(verdict.violations()).containsExactly("b was delivered 2 times");
  }
}
