package dev.hookline.telegram.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often people are told in private. */
class WhispersTest {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final List<Long> told = new ArrayList<>();
  private long now = -MINUTE; // a monotonic clock may begin anywhere
  private final Whispers whispers = new Whispers((user, words) -> told.add(user), () -> now);

  @Test
  void tells_each_person_once_in_a_minute() {
    whispers.tell(1, "no");
    whispers.tell(1, "no");
    now += MINUTE - 1;
    whispers.tell(1, "no");
    assertThat(told).containsExactly(1L);

    now += 1;
    whispers.tell(1, "no");
    assertThat(told).containsExactly(1L, 1L);
  }

  @Test
  void tells_no_more_than_six_in_a_minute_in_all() {
    for (long user = 1; user <= 100; user++) {
      whispers.tell(user, "no");
    }
    assertThat(told).hasSize(6);

    now += MINUTE;
    whispers.tell(100, "no");
    assertThat(told).hasSize(7);
  }
}
