package dev.hookline.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void finds_percentiles_whatever_the_order() {
    Sample sample =
        Sample.of(IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (i * 37 % 101)).toList());

    assertThat(sample.percentile(50)).isEqualTo(50);
    assertThat(sample.percentile(99)).isEqualTo(99);
    assertThat(sample.percentile(100)).isEqualTo(100);
  }

  @Test
  void has_a_median_of_few_values() {
    assertThat(Sample.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Sample.median(List.of(5.0))).isEqualTo(5);
  }

  @Test
  void tells_how_many_there_were_in_a_second() {
    assertThat(new Sample(List.of(1.0, 1.0, 1.0), 1.5).perSecond()).isEqualTo(2);
  }

  @Test
  void does_not_make_up_a_figure() {
    assertThatThrownBy(() -> Sample.median(List.of())).hasMessage("nothing was measured");
  }
}
