package dev.hookline.ingest;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.trace.Stage;
import dev.hookline.messages.trace.Stage.Kind;
import dev.hookline.messages.trace.Stage.Mark;
import dev.hookline.messages.trace.TraceParent;
import dev.hookline.messages.trace.Traces;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells those who follow events what this room does with them. Thread-safe. */
final class Trail {

  private final Traces traces;
  private final Clock clock;

  Trail(Traces traces, Clock clock) {
    this.traces = traces;
    this.clock = clock;
  }

  /** What caused the events of a request; null when nobody follows, or the sender does not say. */
  TraceParent parent(HttpServerRequest request) {
    return traces.on() ? TraceParent.read(request.getHeader(TraceParent.NAME)).orElse(null) : null;
  }

  /** The time at which something begins. */
  Instant now() {
    return clock.instant();
  }

  /** Events were stored, by a commit that was asked for at the given time. */
  void accepted(List<NewEvent> events, List<Receipt> receipts, Instant begun) {
    if (!traces.on()) {
      return;
    }
    Instant ended = clock.instant();
    for (int i = 0; i < receipts.size(); i++) {
      accepted(events.get(i), receipts.get(i), begun, ended, events.size());
    }
  }

  private void accepted(
      NewEvent item, Receipt receipt, Instant begun, Instant ended, int together) {
    HookEvent event = item.event();
    Instant received = item.receivedAt().truncatedTo(ChronoUnit.MILLIS); // as it is stored
    if (receipt.duplicate()) {
      tell(new Mark(event, Kind.AGAIN, received.toString()), received, ended, facts(event));
      return;
    }
    tell(Mark.only(event, Kind.HOOK), received, ended, facts(event));
    Map<String, Object> size = Map.of("hookline.commit.events", (long) together);
    tell(Mark.only(event, Kind.COMMIT), begun, ended, size);
  }

  private void tell(Mark mark, Instant begun, Instant ended, Map<String, Object> facts) {
    traces.over(new Stage(mark, "", begun, ended, false, facts, List.of()));
  }

  private static Map<String, Object> facts(HookEvent event) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("hookline.content.length", (long) event.content().length());
    name(facts, "hookline.tool", event.metadata().getValue(MetadataKeys.TOOL));
    name(facts, "hookline.agent", event.metadata().getValue(MetadataKeys.AGENT));
    return facts;
  }

  private static void name(Map<String, Object> facts, String key, Object value) {
    if (value instanceof String name) {
      facts.put(key, name);
    }
  }
}
