package dev.hookline.store;

import dev.hookline.messages.HookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * An event on its way into the store.
 *
 * @param event what happened; its (source, id) recognises a repeated delivery for ever
 * @param chat the Telegram chat that shows its session, unless the session has one already
 * @param receivedAt when this node received it
 * @param repeatKey recognises a repeated firing for a short time only, within the source; null when
 *     the id says all
 * @param repeatWindow how long {@code repeatKey} is remembered; null when there is none
 */
public record NewEvent(
    HookEvent event, long chat, Instant receivedAt, String repeatKey, Duration repeatWindow) {

  public NewEvent {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(receivedAt, "receivedAt");
    if ((repeatKey == null) != (repeatWindow == null)) {
      throw new IllegalArgumentException("repeatKey and repeatWindow go together");
    }
  }

  /** An event whose id alone recognises it. */
  public static NewEvent of(HookEvent event, long chat, Instant receivedAt) {
    return new NewEvent(event, chat, receivedAt, null, null);
  }
}
