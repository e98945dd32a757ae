package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReachTest {

  private final AtomicLong now = new AtomicLong(1_000);
  private final LaneTime time =
      new LaneTime(Clock.systemUTC(), () -> TimeUnit.MILLISECONDS.toNanos(now.get()));
  private final Reach reach = new Reach(time, 5_000);

  @Test
  void is_not_lost_while_nothing_was_asked() {
    passes(1_000_000);

    assertThat(reach.lost()).isFalse();
  }

  @Test
  void is_lost_when_nothing_was_answered_for_too_long() {
    reach.unanswered(time.now());
    passes(4_999);
    reach.unanswered(time.now());
    assertThat(reach.lost()).isFalse();

    passes(1);

    assertThat(reach.lost()).isTrue();
  }

  @Test
  void is_lost_at_once_by_a_call_that_took_too_long() {
    long begun = time.now();
    passes(5_000);

    reach.unanswered(begun);

    assertThat(reach.lost()).isTrue();
  }

  @Test
  void is_back_with_any_answer() {
    reach.unanswered(time.now());
    passes(4_000);
    reach.answered();
    reach.unanswered(time.now());

    passes(4_000);

    assertThat(reach.lost()).isFalse();
  }

  @Test
  void is_given_longer_each_time() {
    loses(5_000);
    reach.begin();

    reach.unanswered(time.now());
    passes(9_999);
    assertThat(reach.lost()).isFalse();
    passes(1);
    assertThat(reach.lost()).isTrue();
  }

  @Test
  void is_given_a_minute_at_most() {
    for (int i = 0; i < 10; i++) {
      loses(60_000);
      reach.begin();
    }

    loses(60_000);

    assertThat(reach.lost()).isTrue();
  }

  @Test
  void is_given_no_longer_than_at_first_after_an_answer() {
    loses(5_000);
    reach.begin();
    reach.answered();

    loses(5_000);

    assertThat(reach.lost()).isTrue();
  }

  @Test
  void is_given_no_longer_by_a_tenure_that_ended_for_another_reason() {
    reach.begin();

    loses(5_000);

    assertThat(reach.lost()).isTrue();
  }

  private void loses(long millis) {
    reach.unanswered(time.now());
    passes(millis);
  }

  private void passes(long millis) {
    now.addAndGet(millis);
  }
}
