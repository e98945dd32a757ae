package dev.hookline.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HookEventTest {

  private static final JsonObject METADATA =
      new JsonObject()
          .put("input", new JsonObject().put("command", "ls").putNull("nothing"))
          .put("list", new JsonArray().add(1).add("two"))
          .put("durationMs", 12.5)
          .put("final", true)
          .put(MetadataKeys.TOOL_USE_ID, "t-1");

  @ParameterizedTest
  @EnumSource
  void survives_being_kept_as_text(EventType type) {
    HookEvent event =
        new HookEvent(
            "source",
            "id",
            type,
            new SessionKey("s-1"),
            Instant.parse("2026-11-25T10:00:00.123456789Z"),
            "Grüße 🎉\n\"quoted\"\u0000",
            METADATA,
            type.shown() ? 0L : null);

    HookEvent again = HookEvent.fromJson(new JsonObject(event.toJson().encode()));

    assertThat(again).isEqualTo(event);
    assertThat(again.metadata().encode()).isEqualTo(METADATA.encode());
  }

  @Test
  void takes_a_type_that_a_newer_node_wrote_for_something_that_is_only_kept() {
    JsonObject json = event(null).toJson().put("type", "tool_dance");

    assertThat(HookEvent.fromJson(json).type()).isEqualTo(EventType.OTHER);
  }

  @Test
  void knows_what_joins_a_tools_start_to_its_result() {
    assertThat(event(1L).toolUseId()).isEqualTo("t-1");
    assertThat(event(1L).with(MetadataKeys.TOOL_USE_ID, null).toolUseId()).isNull();
  }

  @Test
  void learns_one_more_thing_without_changing_who_holds_it() {
    HookEvent event = event(1L);

    HookEvent richer = event.with("colour", "red");

    assertThat(richer.metadata().getString("colour")).isEqualTo("red");
    assertThat(event.metadata()).isEqualTo(METADATA).isNotSameAs(richer.metadata());
  }

  @Test
  void has_no_number_below_zero() {
    assertThatThrownBy(() -> event(-1L)).hasMessage("sequence must not be negative: -1");
  }

  private static HookEvent event(Long sequence) {
    return new HookEvent(
        "source",
        "id",
        EventType.TOOL_START,
        new SessionKey("s-1"),
        Instant.EPOCH,
        "",
        METADATA,
        sequence);
  }
}
