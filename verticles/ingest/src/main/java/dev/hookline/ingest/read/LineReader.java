package dev.hookline.ingest.read;

import dev.hookline.messages.EventType;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * Reads a line of the clients that existed before Hookline: {@code {"type", "sessionId",
 * "timestamp", "content", "metadata"?}}. They hear no answer, so what can be guessed is not
 * refused: a time that is missing or odd is the time of receipt, a type that we do not know is kept
 * as {@code OTHER}, and a missing content is empty. Their later versions begin every batch of lines
 * with a {@code session_start}; the session starts once. Thread-safe.
 */
public final class LineReader {

  private static final String START = EventType.SESSION_START.wireName();

  private final EventReader events;

  public LineReader(EventReader events) {
    this.events = events;
  }

  /**
   * Reads one line.
   *
   * @throws RefusedException when it is no JSON object, or names no session
   */
  public NewEvent read(byte[] line, Instant receivedAt) {
    Object value = StrictJson.parse(StrictJson.text(line));
    if (value instanceof JsonObject json) {
      json.put("timestamp", timestamp(json.getValue("timestamp"), receivedAt));
      json.put("type", type(json.getValue("type")));
      json.put("content", text(json.getValue("content")));
      if (json.getValue("type").equals(START) && json.getValue("id") == null) {
        json.put("id", START);
      }
    }
    return events.read(value, receivedAt);
  }

  private static String timestamp(Object value, Instant receivedAt) {
    try {
      return OffsetDateTime.parse(text(value)).toString();
    } catch (DateTimeParseException odd) {
      return receivedAt.toString();
    }
  }

  private static String type(Object value) {
    return EventType.ofWireName(text(value)).orElse(EventType.OTHER).wireName();
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
