package dev.hookline.app.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanCountsTest {

  private final SpanCounts counts = new SpanCounts(2);

  @Test
  void let_no_more_wait_than_may_and_count_the_others() {
    assertThat(counts.admit()).isTrue();
    assertThat(counts.admit()).isTrue();
    assertThat(counts.admit()).isFalse();

    assertThat(counts.dropped()).isEqualTo(1);
  }

  @Test
  void have_room_again_for_what_was_taken_or_lost() {
    counts.admit();
    counts.admit();
    counts.exported(1);
    counts.lost(1);

    assertThat(counts.admit()).isTrue();
    assertThat(counts.exported()).isEqualTo(1);
    assertThat(counts.dropped()).isEqualTo(1);
  }

  @Test
  void give_up_what_waits_in_the_end() {
    counts.admit();

    counts.end();

    assertThat(counts.dropped()).isEqualTo(1);
  }
}
