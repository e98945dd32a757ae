package dev.hookline.lab.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ShiftedClockTest {

  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

  private final ShiftedClock clock =
      new ShiftedClock(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(-5));

  @Test
  void is_wrong_from_its_start_when_it_is_told_so() {
    assertThat(clock.instant()).isEqualTo(NOW.minusSeconds(5));
  }

  @Test
  void jumps_when_it_is_set() {
    clock.set(Duration.ofDays(1));

    assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofDays(1)));
  }
}
