package dev.hookline.store;

import dev.hookline.messages.HookEvent;
import java.time.Instant;
import java.util.Objects;

/**
 * An accepted event that has no place in the outbox yet.
 *
 * @param seq its place of arrival in its session, from 1
 * @param receivedAt when it was received
 * @param event what happened
 */
public record FreshEvent(long seq, Instant receivedAt, HookEvent event) {

  public FreshEvent {
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(event, "event");
  }
}
