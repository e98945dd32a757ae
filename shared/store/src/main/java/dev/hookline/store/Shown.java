package dev.hookline.store;

import java.util.Objects;

/**
 * A message that is there.
 *
 * @param entry what it shows, with all that was folded into it
 * @param messageId its id in the chat
 */
public record Shown(OutboxEntry entry, long messageId) {

  public Shown {
    Objects.requireNonNull(entry, "entry");
  }
}
