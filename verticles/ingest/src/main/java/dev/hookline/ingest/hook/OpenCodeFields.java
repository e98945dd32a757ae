package dev.hookline.ingest.hook;

import dev.hookline.ingest.read.Checks;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds in an event of OpenCode what events of other agents have in front: {@code {id, type,
 * properties}} on its stream of events, {@code {id, type, durable, data}} on that of a session.
 */
final class OpenCodeFields {

  private OpenCodeFields() {}

  /** Everything that is told about the event, side by side. */
  static JsonObject plain(JsonObject json) {
    JsonObject told = object(json, json.containsKey("properties") ? "properties" : "data");
    JsonObject info = object(told, "info");
    JsonObject part = object(told, "part");
    Object own =
        first(told.getValue("sessionID"), info.getValue("sessionID"), part.getValue("sessionID"));
    Object session = own == null ? info.getValue("id") : own; // the info is the session's
    Object root = json.getValue("rootSessionID");
    JsonObject plain =
        told.copy()
            .put("request_id", told.getValue("id"))
            .put("id", Checks.name("id", json.getValue("id")))
            .put(RawHook.NAME, json.getValue("type"))
            .put("session_id", first(root, session))
            .put("directory", first(json.getValue("directory"), info.getValue("directory")));
    Checks.name("part.callID", part.getValue("callID"));
    Checks.name("callID", told.getValue("callID"));
    boolean child = root != null && !root.equals(session);
    return child ? plain.put("agent_id", session).put("agent_type", json.getValue("title")) : plain;
  }

  private static JsonObject object(JsonObject json, String field) {
    return json.getValue(field) instanceof JsonObject object ? object : new JsonObject();
  }

  private static Object first(Object... values) {
    return Stream.of(values).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
