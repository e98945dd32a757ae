package dev.hookline.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PausesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

  private final Pauses pauses = new Pauses();

  @Test
  void takes_up_at_once_what_was_not_tried_before() {
    assertThat(pauses.over("a", NOW)).isTrue();
  }

  @Test
  void leaves_alone_what_was_tried_in_vain() {
    // When
    pauses.lengthen("a", NOW);

    // Then
    assertThat(pauses.over("a", NOW.plusMillis(1_999))).isFalse();
    assertThat(pauses.over("a", NOW.plusMillis(2_000))).isTrue();
    assertThat(pauses.over("b", NOW)).isTrue();
  }

  @Test
  void asks_at_most_every_five_minutes_in_the_end() {
    // Given
    Instant now = NOW;

    // When
    int asked = 0;
    while (now.isBefore(NOW.plus(Duration.ofHours(1)))) {
      if (pauses.over("a", now)) {
        pauses.lengthen("a", now);
        asked++;
      }
      now = now.plusSeconds(1);
    }

    // Then: 2 + 4 + … + 256 s for the first 8, then 300 s each
    assertThat(asked).isEqualTo(9 + 10);
  }

  @Test
  void forgets_what_nobody_asks_about_any_more() {
    // Given
    for (int i = 0; i < 1_000; i++) {
      pauses.lengthen("old-" + i, NOW);
    }

    // When
    pauses.lengthen("new", NOW.plus(Duration.ofMinutes(10)));

    // Then
    assertThat(pauses.size()).isEqualTo(1);
  }
}
