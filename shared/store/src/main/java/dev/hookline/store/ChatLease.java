package dev.hookline.store;

import java.time.Instant;
import java.util.Objects;

/**
 * The right to serve a chat, and its state.
 *
 * @param chat the Telegram chat's id
 * @param owner the node that serves it
 * @param epoch grows with each take-over; the store refuses an older one
 * @param closedUntil no call before this time
 * @param suspended why nothing can be sent; null when all is well
 * @param lastMessageId the highest message id of the chat that is known
 */
public record ChatLease(
    long chat,
    String owner,
    long epoch,
    Instant closedUntil,
    String suspended,
    long lastMessageId) {

  public ChatLease {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(closedUntil, "closedUntil");
  }
}
