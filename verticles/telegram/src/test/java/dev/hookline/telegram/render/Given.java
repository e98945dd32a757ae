package dev.hookline.telegram.render;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Entries to render. */
final class Given {

  private static final SessionKey SESSION = new SessionKey("5f0c-orchard");

  private Given() {}

  static HookEvent event(EventType type, String content, JsonObject metadata) {
    return new HookEvent("source", "id", type, SESSION, Instant.EPOCH, content, metadata, null);
  }

  static HookEvent event(EventType type, String content) {
    return event(type, content, new JsonObject());
  }

  static HookEvent tool(EventType type, String tool, JsonObject input) {
    JsonObject metadata = new JsonObject().put("tool", tool).put("input", input);
    return event(type, "", metadata.put("projectDir", "/home/ada/orchard"));
  }

  static OutboxEntry entry(HookEvent... events) {
    return entry(Release.Kind.EVENT, false, "", List.of(events));
  }

  static OutboxEntry late(HookEvent event) {
    return entry(Release.Kind.EVENT, true, "", List.of(event));
  }

  static OutboxEntry words(Release.Kind kind, String text) {
    return entry(kind, false, text, List.of());
  }

  private static OutboxEntry entry(
      Release.Kind kind, boolean late, String text, List<HookEvent> events) {
    return new OutboxEntry(
        SESSION, 1, kind, late, text, events, 12, 1, 7, "orchard", false, 0, 0, 0, 1);
  }
}
