package dev.hookline.app.bench.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.Fault;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
  void what_a_person_waits_for_is_shown_within_a_slot_however_much_else_waits() throws Exception {
    // When
    Seen seen = stand.play(Scenarios.trickle("trickle", 50, 600));

    // Then
    assertThat(seen).extracting(Seen::lost, Seen::misplaced, Seen::floods).containsOnly(0L);
    assertThat(seen.urgentWaits()).hasSizeGreaterThan(5).allMatch(wait -> wait <= 5);
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
    // When
    Seen seen = new Outage(4, 1_000, Duration.ofHours(2)).play(stand);

    // Then
    assertThat(seen).extracting(Seen::lost, Seen::misplaced, Seen::floods).containsOnly(0L);
    assertThat(seen.events()).isEqualTo(1_000);
  }

  @Test
  void a_tool_that_runs_for_minutes_has_a_line_that_says_so() throws Exception {
    // Given
    long begin = stand.now();
    stand.tell(one(0, "start", EventType.TOOL_START), begin);
    stand.drain();

    // When
    stand.pass(Duration.ofSeconds(150));

    // Then
    assertThat(texts()).hasSize(1);
    assertThat(texts().get(0)).endsWith("\n⏱ still running after 2 min");
    assertThat(stand.seen(begin).calls()).isEqualTo(4); // the topic, the message, two edits

    // When
    stand.tell(one(150_000, "end", EventType.TOOL_RESULT), begin);
    stand.drain();
    stand.pass(Duration.ofMinutes(10));

    // Then
    assertThat(texts()).hasSize(2);
    assertThat(texts().get(0)).endsWith("\n⏱ still running after 2 min");
    assertThat(stand.seen(begin)).extracting(Seen::lost, Seen::misplaced).containsOnly(0L);
    assertThat(stand.seen(begin).calls()).isEqualTo(5);
  }

  private List<String> texts() {
    int topic =
        stand.telegram().topics(EmulatorOptions.CHAT).await().stream()
            .filter(one -> !one.general())
            .findFirst()
            .orElseThrow()
            .threadId();
    return stand.telegram().messages(EmulatorOptions.CHAT, topic).await().stream()
        .map(entry -> entry.getJsonObject("message").getString("text", ""))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static Scenario one(long at, String id, EventType type) {
    SessionKey session = new SessionKey("s");
    Instant time = Instant.ofEpochMilli(VirtualTime.BEGIN + at);
    JsonObject metadata = new JsonObject().put(MetadataKeys.TOOL_USE_ID, "t");
    String mark = "⟦" + id + "⟧";
    HookEvent event = new HookEvent("s", id, type, session, time, mark, metadata, null);
    NewEvent told = NewEvent.of(event, EmulatorOptions.CHAT, time);
    return new Scenario(id, false, List.of(new Told(at, told, mark, false)));
  }

  private static Fault flood(int nth, JsonObject refusal) {
    return Fault.on("sendMessage").fromThe(nth).doing("status", refusal);
  }
}
