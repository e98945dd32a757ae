package dev.hookline.bus;

import dev.hookline.store.Approval;
import dev.hookline.store.PlacedEvent;
import dev.hookline.store.SessionSummary;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** What goes out, as JSON: published in {@code docs/bus/asyncapi.yaml}, so it only ever grows. */
final class Forms {

  private Forms() {}

  /** An event as it is stored, with its place of arrival in its session. */
  static JsonObject event(PlacedEvent placed) {
    JsonObject json = placed.event().toJson().put("arrival", placed.seq());
    if (placed.event().sequence() == null) {
      json.remove("sequence");
    }
    return json.put("timestamp", placed.event().timestamp().toString());
  }

  /** How a session stands. */
  static JsonObject session(SessionSummary session) {
    return new JsonObject()
        .put("sessionId", session.topic().session().value())
        .put("agent", session.topic().agent())
        .put("hostname", session.topic().host())
        .put("projectDir", session.topic().project())
        .put("topic", session.topic().state().name().toLowerCase(Locale.ROOT))
        .put("topicName", session.topicName())
        .put("arrived", session.accepted())
        .put("waiting", session.waiting())
        .put("lastEventAt", session.lastEventAt().toString());
  }

  /** How an agent's question stands; its text is the event's. */
  static JsonObject approval(Approval approval) {
    JsonObject json =
        new JsonObject()
            .put("id", approval.id())
            .put("sessionId", approval.session().value())
            .put("arrival", approval.seq())
            .put("state", approval.state().name().toLowerCase(Locale.ROOT))
            .put("askedAt", approval.askedAt().toString());
    return approval.settledAt().toEpochMilli() == 0
        ? json
        : json.put("settledAt", approval.settledAt().toString());
  }
}
