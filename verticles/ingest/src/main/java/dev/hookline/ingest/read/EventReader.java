package dev.hookline.ingest.read;

import static dev.hookline.ingest.read.Checks.refused;
import static dev.hookline.ingest.read.Checks.required;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads a canonical event: {@code {"id"?, "type", "sessionId", "timestamp", "content", "metadata"?,
 * "sequence"?, "source"?}}. Fields that it does not know are ignored.
 *
 * <p>An event without a source has its session as its source. One without an id gets an id from us:
 * derived from its sequence number when it has one, so that sending it again adds nothing; made up
 * otherwise, so that sending it again adds it again. Thread-safe as far as {@code ids} is.
 */
public final class EventReader {

  private static final long MAX_SEQUENCE = (1L << 53) - 1; // what every JSON library can count to
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final String TYPE_FIX =
      "write one of "
          + Arrays.stream(EventType.values())
              .map(EventType::wireName)
              .collect(Collectors.joining(", "));
  private static final String TIME_FIX =
      "write an ISO 8601 time with its zone, for example 2026-11-23T09:30:00Z";
  private static final String TEXT_FIX = "write what happened as a string; it may be empty";

  private final long chat;
  private final Supplier<String> ids;

  /**
   * @param chat the chat that shows new sessions
   * @param ids makes up ids that are unique everywhere
   */
  public EventReader(long chat, Supplier<String> ids) {
    this.chat = chat;
    this.ids = ids;
  }

  /**
   * Reads one event.
   *
   * @throws RefusedException when it is none
   */
  public NewEvent read(Object element, Instant receivedAt) {
    if (!(element instanceof JsonObject json)) {
      throw new RefusedException(Flaw.whole("it is not a JSON object, as every event is"));
    }
    SessionKey session = Checks.session("sessionId", json.getValue("sessionId"));
    Long sequence = sequence(json.getValue("sequence"));
    String source = Checks.name("source", json.getValue("source"));
    HookEvent event =
        new HookEvent(
            Objects.requireNonNullElse(source, session.value()),
            id(json, sequence),
            type(json.getValue("type")),
            session,
            timestamp(json.getValue("timestamp")),
            content(json.getValue("content")),
            metadata(json.getValue("metadata")),
            sequence);
    return NewEvent.of(event, chat, receivedAt);
  }

  private String id(JsonObject json, Long sequence) {
    String id = Checks.name("id", json.getValue("id"));
    if (id != null) {
      return id;
    }
    return sequence == null ? ids.get() : "sequence:" + sequence;
  }

  private static EventType type(Object value) {
    return EventType.ofWireName(required("type", value, TYPE_FIX).toString())
        .orElseThrow(() -> refused("type", value, TYPE_FIX));
  }

  private static Instant timestamp(Object value) {
    try {
      Instant at =
          OffsetDateTime.parse(required("timestamp", value, TIME_FIX).toString()).toInstant();
      if (!at.isBefore(FIRST) && !at.isAfter(LAST)) {
        return at;
      }
    } catch (DateTimeParseException wrong) {
      // said below, in our words
    }
    throw refused("timestamp", value, TIME_FIX);
  }

  private static String content(Object value) {
    if (required("content", value, TEXT_FIX) instanceof String text) {
      return text;
    }
    throw new RefusedException(new Flaw("content", "not a string", TEXT_FIX));
  }

  private static JsonObject metadata(Object value) {
    if (value == null) {
      return new JsonObject();
    }
    if (!(value instanceof JsonObject metadata)) {
      throw new RefusedException(new Flaw("metadata", "not an object", "write a JSON object"));
    }
    // The store finds a tool's start by the one; answers are put together by the other.
    Checks.name("metadata.toolUseId", metadata.getValue(MetadataKeys.TOOL_USE_ID));
    Checks.name("metadata.messageId", metadata.getValue(MetadataKeys.MESSAGE_ID));
    return metadata;
  }

  private static Long sequence(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      if (number >= 0 && number <= MAX_SEQUENCE) {
        return number;
      }
    }
    throw refused("sequence", value, "write a whole number from 0 to " + MAX_SEQUENCE);
  }
}
