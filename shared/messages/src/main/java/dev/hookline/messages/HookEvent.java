package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;

/**
 * One event of an agent session, in Hookline's canonical form, whichever agent fired it.
 *
 * @param source who numbers and names its events: one sender, such as a hook's spool; without one
 *     of its own, an event's source is its session
 * @param id names the event within its source: the same (source, id) twice is one event
 * @param type what happened
 * @param session the session it belongs to
 * @param timestamp when the agent says it happened; shown to people, never used for order
 * @param content what happened, as text: an answer, a prompt, a tool's output
 * @param metadata what else is known, for example {@code tool}, {@code input}, {@code toolUseId};
 *     not to be changed by anyone who holds the event
 * @param sequence the source's own number of the event, without holes, from 0 or 1; null when the
 *     source does not number
 */
public record HookEvent(
    String source,
    String id,
    EventType type,
    SessionKey session,
    Instant timestamp,
    String content,
    JsonObject metadata,
    Long sequence) {

  public HookEvent {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(metadata, "metadata");
    if (sequence != null && sequence < 0) {
      throw new IllegalArgumentException("sequence must not be negative: " + sequence);
    }
  }

  /** The id that joins a tool's start to its result, or null. */
  public String toolUseId() {
    return metadata.getString(MetadataKeys.TOOL_USE_ID);
  }

  /** The same event with one more thing known about it. */
  public HookEvent with(String key, Object value) {
    return new HookEvent(
        source, id, type, session, timestamp, content, metadata.copy().put(key, value), sequence);
  }

  /** The event as JSON, to be read again by {@link #fromJson}. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("source", source)
        .put("id", id)
        .put("type", type.wireName())
        .put("sessionId", session.value())
        .put("timestamp", timestamp)
        .put("content", content)
        .put("metadata", metadata)
        .put("sequence", sequence);
  }

  /** Reads what {@link #toJson} wrote. Not for input from outside, which ingest checks. */
  public static HookEvent fromJson(JsonObject json) {
    return new HookEvent(
        json.getString("source"),
        json.getString("id"),
        EventType.ofWireName(json.getString("type")).orElse(EventType.OTHER),
        new SessionKey(json.getString("sessionId")),
        json.getInstant("timestamp"),
        json.getString("content"),
        json.getJsonObject("metadata", new JsonObject()),
        json.getLong("sequence"));
  }
}
