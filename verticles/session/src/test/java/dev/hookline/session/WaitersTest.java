package dev.hookline.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class WaitersTest {

  private final Waiters waiters = new Waiters();

  @Test
  void wakes_one_at_a_time_in_the_order_in_which_they_came() {
    // Given
    Promise<Void> first = waiters.join("a");
    Promise<Void> second = waiters.join("a");

    // When
    waiters.wake("a");

    // Then
    assertThat(first.future().isComplete()).isTrue();
    assertThat(second.future().isComplete()).isFalse();
  }

  @Test
  void wakes_nobody_who_waits_for_another_name() {
    // Given
    Promise<Void> other = waiters.join("b");

    // When
    waiters.wake("a");

    // Then
    assertThat(other.future().isComplete()).isFalse();
  }

  @Test
  void passes_over_who_left() {
    // Given
    Promise<Void> first = waiters.join("a");
    Promise<Void> second = waiters.join("a");
    waiters.leave("a", first);

    // When
    waiters.wake("a");

    // Then
    assertThat(second.future().isComplete()).isTrue();
    assertThat(waiters.any("a")).isFalse();
  }

  @Test
  void has_an_end_of_room() {
    // Given
    Promise<Void> last = waiters.join("0");
    for (int i = 1; !waiters.full(); i++) {
      assertThat(i).isLessThan(100_000);
      last = waiters.join("" + i % 10);
    }

    // When
    waiters.wake("0");

    // Then
    assertThat(waiters.full()).isFalse();
    assertThat(last).isNotNull();
  }
}
