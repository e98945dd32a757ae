package dev.hookline.testkit.store;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** Events for tests, each as plain as its test allows. */
public final class Sample {

  /** When everything happens, unless a test says otherwise. */
  public static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private static final long CHAT = StoreContract.CHAT;

  private Sample() {}

  /** An event without a number; its source is its session. */
  public static NewEvent event(SessionKey session, String id) {
    return NewEvent.of(hook(session, id, EventType.USER_INPUT, new JsonObject(), null), CHAT, NOW);
  }

  /** An event received at another time. */
  public static NewEvent at(Instant receivedAt, SessionKey session, String id) {
    return NewEvent.of(event(session, id).event(), CHAT, receivedAt);
  }

  /** An event of a type. */
  public static NewEvent typed(EventType type, SessionKey session, String id) {
    return typed(type, new JsonObject(), session, id);
  }

  /** An event of a type, with metadata. */
  public static NewEvent typed(EventType type, JsonObject metadata, SessionKey session, String id) {
    return NewEvent.of(hook(session, id, type, metadata, null), CHAT, NOW);
  }

  /** An event with metadata. */
  public static NewEvent with(JsonObject metadata, SessionKey session, String id) {
    return typed(EventType.USER_INPUT, metadata, session, id);
  }

  /** A tool's start, result or error. */
  public static NewEvent tool(EventType type, SessionKey session, String id, String toolUse) {
    JsonObject metadata = new JsonObject().put(MetadataKeys.TOOL_USE_ID, toolUse);
    return NewEvent.of(hook(session, id, type, metadata, null), CHAT, NOW);
  }

  /** An event that its source numbers. */
  public static NewEvent numbered(SessionKey session, long number) {
    return numbered(EventType.USER_INPUT, session, number);
  }

  /** An event of a type that its source numbers. */
  public static NewEvent numbered(EventType type, SessionKey session, long number) {
    return NewEvent.of(hook(session, "n-" + number, type, new JsonObject(), number), CHAT, NOW);
  }

  /** One firing of a hook that may fire twice for the same thing within two seconds. */
  public static NewEvent firing(SessionKey session, String id, String key, Instant receivedAt) {
    return new NewEvent(event(session, id).event(), CHAT, receivedAt, key, Duration.ofSeconds(2));
  }

  private static HookEvent hook(
      SessionKey session, String id, EventType type, JsonObject metadata, Long number) {
    return new HookEvent(
        "source of " + session, id, type, session, NOW, "content of " + id, metadata, number);
  }
}
