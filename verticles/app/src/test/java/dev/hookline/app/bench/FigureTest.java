package dev.hookline.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void says_whether_a_target_was_met() {
    assertThat(Figure.of("ready", 900, "ms").atMost(1000).line()).endsWith("at most 1000: met");
    assertThat(Figure.of("ready", 1100, "ms").atMost(1000).line()).endsWith("at most 1000: MISSED");
    assertThat(Figure.of("share", 59.9, "%").atLeast(60).line()).endsWith("at least 60.00: MISSED");
    assertThat(Figure.of("share", 60, "%").atLeast(60).isMissed()).isFalse();
  }

  @Test
  void claims_nothing_where_there_is_no_target() {
    Figure figure = Figure.of("acknowledged", 12_345, "/s");

    assertThat(figure.isMissed()).isFalse();
    assertThat(figure.toJson().containsKey("met")).isFalse();
  }

  @Test
  void is_told_to_programs_with_its_target() {
    assertThat(Figure.of("ready", 900, "ms").atMost(1000).toJson().getMap())
        .containsEntry("value", 900.0)
        .containsEntry("atMost", 1000.0)
        .containsEntry("met", true);
  }
}
