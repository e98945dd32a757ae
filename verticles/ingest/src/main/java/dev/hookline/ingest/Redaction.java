package dev.hookline.ingest;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.redaction.Redactor;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * Takes secrets out of what was read, before anything else gets it. By then an event has its id and
 * its repeat key, so that a repeated one is still recognised. What joins events to one another is
 * kept as it is. Immutable, thread-safe.
 */
final class Redaction {

  /** Names, and not texts: rooms find events by them. */
  private static final Set<String> NAMES =
      Set.of(MetadataKeys.TOOL_USE_ID, MetadataKeys.MESSAGE_ID, MetadataKeys.AGENT_ID);

  private final Redactor redactor;

  Redaction(Redactor redactor) {
    this.redactor = redactor;
  }

  /** The events without secrets, in the same order. */
  List<NewEvent> of(List<NewEvent> events) {
    return events.stream().map(this::of).toList();
  }

  /** The event without secrets. */
  NewEvent of(NewEvent event) {
    return new NewEvent(
        of(event.event()),
        event.chat(),
        event.receivedAt(),
        event.repeatKey(),
        event.repeatWindow());
  }

  private HookEvent of(HookEvent event) {
    return new HookEvent(
        event.source(),
        event.id(),
        event.type(),
        event.session(),
        event.timestamp(),
        redactor.text(event.content()),
        metadata(event.metadata()),
        event.sequence());
  }

  private JsonObject metadata(JsonObject metadata) {
    JsonObject clean = redactor.json(metadata);
    NAMES.stream()
        .filter(metadata::containsKey)
        .forEach(name -> clean.put(name, metadata.getValue(name)));
    return clean;
  }
}
