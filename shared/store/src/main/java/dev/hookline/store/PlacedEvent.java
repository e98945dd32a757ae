package dev.hookline.store;

import dev.hookline.messages.HookEvent;
import java.util.Objects;

/**
 * A stored event.
 *
 * @param seq its place of arrival in its session
 * @param event what happened
 */
public record PlacedEvent(long seq, HookEvent event) {

  public PlacedEvent {
    Objects.requireNonNull(event, "event");
  }
}
