package dev.hookline.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Who serves a chat, and what must be known to stay inside its limits. */
public interface Chats {

  /**
   * Takes a chat over with the next epoch, unconditionally. What the former owner left in flight
   * becomes ambiguous: entries being sent, and attempts to create topics.
   */
  Future<ChatLease> take(long chat, String owner, Instant now);

  /** The chat as it stands, for the holder of the lease. Fails with {@link StaleLeaseException}. */
  Future<ChatLease> renew(ChatLease lease);

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
