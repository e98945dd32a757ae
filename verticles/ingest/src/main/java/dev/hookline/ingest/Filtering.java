package dev.hookline.ingest;

import dev.hookline.ingest.read.StrictJson;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Set;

/**
 * What a filter may do to an event: change its text and what else is known about it, or keep it out
 * of the chat. Never whose it is, what it is, or where it belongs: by these, events are recognised,
 * put in order and joined. Immutable, thread-safe.
 */
final class Filtering {

  /** What rooms put events in order and together by. */
  private static final Set<String> FIXED =
      Set.of(
          MetadataKeys.TOOL_USE_ID,
          MetadataKeys.MESSAGE_ID,
          MetadataKeys.AGENT_ID,
          MetadataKeys.PIECE,
          MetadataKeys.FINAL,
          MetadataKeys.FALLBACK,
          MetadataKeys.SPOOLED_THROUGH);

  private final Redaction redaction;

  Filtering(Redaction redaction) {
    this.redaction = redaction;
  }

  /**
   * The event as the filter wants it. One that it drops stays as an event without any text: its
   * sender is told that it was taken, its number leaves no gap, and it is known when it comes
   * again.
   *
   * @param answer {@code {"keep"?: boolean, "content"?: string, "metadata"?: object}}
   * @throws IllegalArgumentException when it is no such answer
   */
  NewEvent of(NewEvent event, String filter, JsonObject answer) {
    // Not from a sender, but as little to be trusted to be storable.
    JsonObject strict = (JsonObject) StrictJson.parse(answer.encode());
    HookEvent old = event.event();
    if (!of(Boolean.class, strict, "keep", true)) {
      JsonObject told = new JsonObject().put("filtered", filter);
      return with(event, EventType.OTHER, "", told);
    }
    String content = of(String.class, strict, "content", old.content());
    JsonObject metadata = of(JsonObject.class, strict, "metadata", old.metadata());
    return metadata.equals(old.metadata()) && content.equals(old.content())
        ? event
        : redaction.of(with(event, old.type(), content, fixed(old.metadata(), metadata)));
  }

  private static JsonObject fixed(JsonObject before, JsonObject after) {
    JsonObject metadata = after.copy();
    for (String name : FIXED) {
      metadata.remove(name);
      if (before.containsKey(name)) {
        metadata.put(name, before.getValue(name));
      }
    }
    return metadata;
  }

  private static NewEvent with(
      NewEvent event, EventType type, String content, JsonObject metadata) {
    HookEvent old = event.event();
    HookEvent changed =
        new HookEvent(
            old.source(),
            old.id(),
            type,
            old.session(),
            old.timestamp(),
            content,
            metadata,
            old.sequence());
    return new NewEvent(
        changed, event.chat(), event.receivedAt(), event.repeatKey(), event.repeatWindow());
  }

  private static <T> T of(Class<T> type, JsonObject answer, String key, T otherwise) {
    Object value = Objects.requireNonNullElse(answer.getValue(key), otherwise);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("its answer's " + key + " is of another type");
    }
    return type.cast(value);
  }
}
