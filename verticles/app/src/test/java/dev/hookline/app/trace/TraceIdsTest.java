package dev.hookline.app.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.trace.Stage.Kind;
import dev.hookline.messages.trace.Stage.Mark;
import dev.hookline.messages.trace.TraceParent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TraceIdsTest {

  private static final TraceParent CAUSE =
      TraceParent.read("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").orElseThrow();

  private final HookEvent event = event("source", "e", new JsonObject());

  @Test
  void follow_from_what_names_the_event_and_from_nothing_else() {
    HookEvent same = event("source", "e", new JsonObject().put("tool", "Bash"));

    assertThat(TraceIds.trace(same)).isEqualTo(TraceIds.trace(event)).matches("[0-9a-f]{32}");
    assertThat(TraceIds.trace(event("source", "f", new JsonObject())))
        .isNotEqualTo(TraceIds.trace(event));
    assertThat(TraceIds.trace(event("sourcee", "", new JsonObject())))
        .isNotEqualTo(TraceIds.trace(event));
  }

  @Test
  void are_those_that_they_were_in_earlier_releases() {
    assertThat(TraceIds.trace(event)).isEqualTo("bc74ea39784bbc6d0148e67240f345ae");
    assertThat(TraceIds.span(Mark.only(event, Kind.PLACE))).isEqualTo("0efb2b62bbbfaf78");
  }

  @Test
  void lead_from_the_call_to_the_hook() {
    Mark call = new Mark(event, Kind.CALL, "0.1");
    Mark outbox = new Mark(event, Kind.OUTBOX, "0.1");
    Mark place = Mark.only(event, Kind.PLACE);
    Mark hook = Mark.only(event, Kind.HOOK);

    assertThat(TraceIds.parent(call)).contains(TraceIds.span(outbox));
    assertThat(TraceIds.parent(outbox)).contains(TraceIds.span(place));
    assertThat(TraceIds.parent(place)).contains(TraceIds.span(hook));
    assertThat(TraceIds.parent(hook)).isEmpty();
  }

  @Test
  void lead_on_to_what_caused_the_event() {
    JsonObject metadata = new JsonObject().put(TraceParent.NAME, CAUSE.toString());
    HookEvent caused = event("source", "e", metadata);

    assertThat(TraceIds.trace(caused)).isEqualTo(CAUSE.traceId());
    assertThat(TraceIds.parent(Mark.only(caused, Kind.HOOK))).contains(CAUSE.spanId());
    assertThat(TraceIds.parent(Mark.only(caused, Kind.PLACE)))
        .contains(TraceIds.span(Mark.only(caused, Kind.HOOK)));
  }

  private static HookEvent event(String source, String id, JsonObject metadata) {
    return new HookEvent(
        source, id, EventType.TOOL_START, new SessionKey("s"), Instant.EPOCH, "", metadata, null);
  }
}
