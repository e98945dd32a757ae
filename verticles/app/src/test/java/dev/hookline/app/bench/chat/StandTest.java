package dev.hookline.app.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.Fault;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chat shows of much in virtual time, when Telegram is as it is, and when it is worse. */
class StandTest {

  @TempDir private Path directory;
  private Stand stand;

  @BeforeEach
  void open() {
    stand = Stand.open(directory.resolve("test.db"));
  }

  @AfterEach
  void close() {
    stand.close();
  }

  @Test
  void a_burst_takes_few_more_calls_than_its_characters_need() throws Exception {
    // Given
    Scenario burst = Scenarios.burst("burst", 3, 100);

    // When
    Seen seen = stand.play(burst);

    // Then
    assertThat(seen).extracting(Seen::lost, Seen::misplaced, Seen::floods).containsOnly(0L);
    Measure measure = Measure.of(burst);
    assertThat(seen.calls()).isLessThan(2 * measure.least());
    assertThat(seen.seconds()).isLessThan(measure.aloneSeconds() / 10);
  }

  @Test
  void what_a_person_waits_for_overtakes_the_other_sessions() throws Exception {
    // When
    Seen seen = stand.play(Scenarios.trickle("trickle", 30, 120));

    // Then
    assertThat(seen).extracting(Seen::lost, Seen::misplaced, Seen::floods).containsOnly(0L);
    assertThat(mean(seen.urgentWaits())).isLessThan(mean(seen.waits()) / 3);
  }

  @Test
  void silences_that_grow_longer_and_longer_are_kept_over_a_restart() throws Exception {
    // Given
    for (int storm = 1; storm <= 8; storm++) {
      JsonObject refusal = new JsonObject().put("code", 429).put("retry_after", 1 << storm);
      stand.telegram().addFault(flood(4 * storm, refusal)).await();
    }
    long begin = stand.now();

    // When
    stand.tell(Scenarios.burst("burst", 6, 100), begin);
    while (!stand.isSettled()) {
      stand.pass(Duration.ofSeconds(10));
    }
    stand.restart();
    stand.drain();

    // Then
    Seen seen = stand.seen(begin);
    assertThat(seen).extracting(Seen::lost, Seen::misplaced, Seen::whileClosed).containsOnly(0L);
    assertThat(seen.floods()).isEqualTo(8);
  }

  @Test
  void a_telegram_that_is_away_for_hours_is_caught_up_with_after_a_restart() throws Exception {
    // Given
    long begin = stand.now();
    stand.tell(Scenarios.burst("before", 4, 1), begin);
    stand.drain();
    stand.telegram().turn(new JsonObject().put("accept_connections", false)).await();

    // When
    stand.tell(Scenarios.burst("away", 4, 250), begin);
    stand.pass(Duration.ofHours(1));
    stand.restart();
    stand.pass(Duration.ofHours(1));
    stand.telegram().turn(new JsonObject().put("accept_connections", true)).await();
    stand.drain();

    // Then
    Seen seen = stand.seen(begin);
    assertThat(seen).extracting(Seen::lost, Seen::misplaced, Seen::floods).containsOnly(0L);
    assertThat(seen.events()).isEqualTo(1_000);
  }

  private static Fault flood(int nth, JsonObject refusal) {
    return Fault.on("sendMessage").fromThe(nth).doing("status", refusal);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
