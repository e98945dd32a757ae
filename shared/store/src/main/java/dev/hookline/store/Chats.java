package dev.hookline.store;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who serves a chat, and what must be known to stay inside its limits.
 *
 * <p>Leases end by the store's own clock, never by a node's: a node only measures how long its own
 * lease lasts, with a clock that never jumps.
 */
public interface Chats {

  /**
   * Takes a chat with the next epoch, when its lease is over, was given back, or is the owner's
   * own: a node that comes back need not wait for itself. What the former holder left in flight
   * becomes ambiguous: entries being sent, and attempts to create topics.
   *
   * @param owner the node, by a name that outlives its restarts
   * @param lifetime how long the lease lasts unless it is renewed
   * @return empty while another owner holds it
   */
  Future<Optional<ChatLease>> take(long chat, String owner, Duration lifetime, Instant now);

  /**
   * Extends the lease, also one that has run out but that nobody took.
   *
   * @param lifetime from now
   * @return the chat as it stands; fails with {@link StaleLeaseException} when it was taken
   */
  Future<ChatLease> renew(ChatLease lease, Duration lifetime);

  /** Gives the chat back: anybody may take it at once. Without effect on a lease that was taken. */
  Future<Void> release(ChatLease lease);

  /** Starts of the chat's calls since the given time, oldest first. */
  Future<List<Instant>> callsSince(long chat, Instant since);

  /** Records that a call is about to be made: it counts against the budget even if we crash. */
  Future<Void> calling(ChatLease lease, Instant now);

  /** Keeps the chat closed until the given time, as Telegram asked. */
  Future<Void> closeUntil(ChatLease lease, Instant until);

  /** Stops sending to the chat until {@link #resume}, for a reason that a person must know. */
  Future<Void> suspend(ChatLease lease, String reason);

  /** The chat can be used again. */
  Future<Void> resume(ChatLease lease);

  /**
   * Telegram gave the chat a new id: moves its sessions, entries and open attempts.
   *
   * @return completes when everything has moved
   */
  Future<Void> migrate(long from, long to);

  /** Where a chat lives now: follows migrations. */
  Future<Long> current(long chat);
}
