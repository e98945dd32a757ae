package dev.hookline.ingest.hook;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * A canonical event in the making. An agent that neither numbers nor names its events leaves it to
 * us to recognise one that it fires twice: by an {@link #id} for ever, or by a {@link #repeat} key
 * for a short time, where the same may rightly happen again later.
 */
final class Draft {

  private final EventType type;
  private final JsonObject metadata;
  private String content = "";
  private String id;
  private String repeatKey;
  private Duration repeatWindow;

  Draft(EventType type, JsonObject metadata) {
    this.type = type;
    this.metadata = metadata;
  }

  /** Whether it is of this type. */
  boolean is(EventType other) {
    return type == other;
  }

  /** What happened, as text. */
  Draft content(String text) {
    this.content = text;
    return this;
  }

  /** One more thing that is known; null says nothing. */
  Draft with(String key, Object value) {
    if (value != null) {
      metadata.put(key, value);
    }
    return this;
  }

  /** Another event with the same id is this one. */
  Draft id(String unique) {
    this.id = unique;
    return this;
  }

  /** The same, unless it has an id already. */
  Draft otherwiseId(String unique) {
    return id == null ? id(unique) : this;
  }

  /** Another event with the same key is this one, when it comes within the window. */
  Draft repeat(String key, Duration window) {
    this.repeatKey = key;
    this.repeatWindow = window;
    return this;
  }

  /** The event; its source is its session, which numbers nothing. */
  NewEvent toEvent(SessionKey session, Origin origin) {
    HookEvent event =
        new HookEvent(
            session.value(),
            id == null ? origin.otherwiseId() : id,
            type,
            session,
            origin.happenedAt(),
            content,
            metadata,
            null);
    return origin.named()
        ? NewEvent.of(event, origin.chat(), origin.receivedAt())
        : new NewEvent(event, origin.chat(), origin.receivedAt(), repeatKey, repeatWindow);
  }

  /**
   * Where and when an event came in.
   *
   * @param chat the chat that shows new sessions
   * @param happenedAt when its hook ran, as far as we know
   * @param receivedAt when it came
   * @param named whether its sender named it: then its name alone tells whether it came before, for
   *     what waited at the sender comes in one moment, however far apart it happened
   * @param otherwiseId its id when it has none that the agent gave
   */
  record Origin(
      long chat, Instant happenedAt, Instant receivedAt, boolean named, String otherwiseId) {}
}
