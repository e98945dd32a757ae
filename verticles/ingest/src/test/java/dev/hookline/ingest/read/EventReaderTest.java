package dev.hookline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
  private static final long CHAT = -1001;

  private final EventReader reader = new EventReader(CHAT, () -> "made-up");

  @Test
  void reads_an_event_with_every_field() {
    JsonObject json =
        event()
            .put("id", "e-1")
            .put("source", "spool-1")
            .put("sequence", 7)
            .put("metadata", new JsonObject().put("tool", "Bash"));

    assertThat(read(json))
        .isEqualTo(
            new HookEvent(
                "spool-1",
                "e-1",
                EventType.TOOL_START,
                new SessionKey("s-1"),
                Instant.parse("2026-11-23T08:00:00Z"),
                "text",
                new JsonObject().put("tool", "Bash"),
                7L));
  }

  @Test
  void takes_the_session_as_source_and_makes_an_id_up() {
    HookEvent event = read(event());

    assertThat(event.source()).isEqualTo("s-1");
    assertThat(event.id()).isEqualTo("made-up");
    assertThat(event.metadata()).isEmpty();
    assertThat(event.sequence()).isNull();
  }

  @Test
  void derives_the_id_of_a_numbered_event_from_its_number() {
    assertThat(read(event().put("sequence", 0)).id()).isEqualTo("sequence:0");
  }

  @Test
  void sends_new_sessions_to_the_chat() {
    assertThat(reader.read(event(), NOW).chat()).isEqualTo(CHAT);
    assertThat(reader.read(event(), NOW).receivedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void knows_every_type(EventType type) {
    assertThat(read(event().put("type", type.wireName())).type()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "sessionId", "timestamp", "content"})
  void names_a_field_that_is_missing(String field) {
    JsonObject json = event();
    json.remove(field);

    assertThat(flaw(json).field()).isEqualTo(field);
    assertThat(flaw(json).detail()).startsWith(field + " is missing: ");
  }

  @ParameterizedTest
  @CsvSource({
    "type, tool_strat",
    "type, TOOL_START",
    "sessionId, a b",
    "sessionId, ''",
    "timestamp, yesterday",
    "timestamp, 2026-11-23T08:00:00",
    "timestamp, +1000000000-12-31T23:59:59Z",
    "timestamp, 1969-12-31T23:59:59Z",
    "sequence, 1",
    "id, ''",
    "source, ' '",
    "metadata, x"
  })
  void names_a_field_that_is_wrong_with_its_value_and_the_fix(String field, String value) {
    Flaw flaw = flaw(event().put(field, value));

    assertThat(flaw.field()).isEqualTo(field);
    assertThat(flaw.fix()).startsWith("write ");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MAX_VALUE, 1L << 53})
  void refuses_a_number_that_no_source_counts_to(long sequence) {
    assertThat(flaw(event().put("sequence", sequence)).detail())
        .startsWith("sequence is " + sequence + ": write a whole number from 0 to ");
  }

  @Test
  void refuses_a_fraction_as_number() {
    assertThat(flaw(event().put("sequence", 1.5)).field()).isEqualTo("sequence");
  }

  @Test
  void refuses_a_name_with_control_characters_or_without_end() {
    assertThat(flaw(event().put("id", "a\nb")).field()).isEqualTo("id");
    assertThat(flaw(event().put("source", "x".repeat(201))).field()).isEqualTo("source");
    assertThat(flaw(event().put("id", 17)).field()).isEqualTo("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toolUseId", "messageId"})
  void refuses_what_other_rooms_could_not_look_up(String key) {
    JsonObject json = event().put("metadata", new JsonObject().put(key, new JsonObject()));

    assertThat(flaw(json).field()).isEqualTo("metadata." + key);
  }

  @Test
  void never_tells_what_a_wrong_content_was() {
    Flaw flaw = flaw(event().put("content", new JsonObject().put("password", "hunter2")));

    assertThat(flaw.detail()).startsWith("content is not a string").doesNotContain("hunter2");
  }

  @Test
  void shortens_a_wrong_value_and_keeps_it_from_logs() {
    Flaw flaw = flaw(event().put("type", "x".repeat(39) + "😀".repeat(500)));

    assertThat(flaw.detail()).hasSizeLessThan(500).contains("xxx…");
    assertThat(flaw.detailForLogs()).doesNotContain("xxx");
  }

  @Test
  void refuses_what_is_no_object() {
    assertThatThrownBy(() -> reader.read("text", NOW))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not a JSON object");
  }

  private static JsonObject event() {
    return new JsonObject()
        .put("type", "tool_start")
        .put("sessionId", "s-1")
        .put("timestamp", "2026-11-23T09:00:00+01:00")
        .put("content", "text");
  }

  private HookEvent read(JsonObject json) {
    return reader.read(json, NOW).event();
  }

  private Flaw flaw(JsonObject json) {
    try {
      reader.read(json, NOW);
    } catch (RefusedException refused) {
      return refused.flaw();
    }
    throw new AssertionError("was not refused: " + json);
  }
}
