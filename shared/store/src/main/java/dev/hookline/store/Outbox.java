package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is still to be shown in a chat, in the order of each session. Survives restarts.
 *
 * <p>Only the head of a session can be claimed, so no entry is ever passed by a later one of its
 * session. Every change presents the lease and fails with {@link StaleLeaseException} when another
 * node serves the chat by now.
 */
public interface Outbox {

  /**
   * Marks the head of the least recently served session as being sent.
   *
   * @param passOver sessions not to take now
   * @return empty when no session with a usable topic has an entry that is due
   */
  Future<Optional<OutboxEntry>> claim(ChatLease lease, Set<SessionKey> passOver, Instant now);

  /**
   * The same while a person waits for anything that is due: for a call that is kept back for such.
   * Whose turn it is does not change.
   *
   * @return empty when nobody waits for anything that is due
   */
  Future<Optional<OutboxEntry>> claimWhileUrgent(
      ChatLease lease, Set<SessionKey> passOver, Instant now);

  /**
   * What waits directly behind a claimed entry and could be shown by its message: neither late, nor
   * the closing of the topic, nor behind anything such.
   *
   * @param most how many to look at; what they hold is bounded too, so that they fit into memory
   */
  Future<List<OutboxEntry>> behind(ChatLease lease, OutboxEntry entry, int most);

  /**
   * The entry's message is to show the ones folded into it too. Recorded before it is sent: from
   * then on whatever becomes of the entry becomes of all of them, until they are put back.
   */
  Future<Void> fold(ChatLease lease, OutboxEntry entry);

  /**
   * The message that ends right before a claimed entry and can still be edited: it was shown once,
   * in the entry's topic, and has one part.
   *
   * @param since only when it is no older
   */
  Future<Optional<Shown>> before(ChatLease lease, OutboxEntry entry, Instant since);

  /**
   * The entry is to be edited into the message that another one heads. Recorded before it is done:
   * it can be done again then, and must not be shown in another way before it is known whether it
   * was done. Lasts until the entry is confirmed, or told to go alone.
   *
   * @param head 0: it gets a message of its own
   */
  Future<Void> join(ChatLease lease, OutboxEntry entry, long head);

  /**
   * Telegram has a part of the entry; the entry's next part is due, or its successor when this was
   * the last. What was folded into it is shown by the same message.
   */
  Future<Void> confirm(ChatLease lease, OutboxEntry entry, SentPart sent, Instant now);

  /**
   * The entry, with all that was given to it by {@link OutboxEntry#with}, gets no message of its
   * own: its session goes on, and the next message of the session counts its events.
   */
  Future<Void> hush(ChatLease lease, OutboxEntry entry, Instant now);

  /** Nothing was shown: the entry is due again at {@code notBefore}, and goes alone. */
  Future<Void> putBack(ChatLease lease, OutboxEntry entry, String reason, Instant notBefore);

  /** The part may or may not have been shown; the session waits until that is known. */
  Future<Void> doubt(ChatLease lease, OutboxEntry entry, String reason);

  /** The entry cannot be shown: it is kept for a person, and its session goes on. */
  Future<Void> park(ChatLease lease, OutboxEntry entry, String reason, Instant now);

  /**
   * A message of ours that shows no entry, such as a note in the place of one: from now on it is
   * known to its chat, so that it is never taken for a message whose answer was lost.
   */
  Future<Void> stray(ChatLease lease, long messageId);

  /** Entries of the chat whose outcome is unknown, oldest first. */
  Future<List<OutboxEntry>> doubted(ChatLease lease);

  /**
   * When the next entry of the chat that is put back becomes due; empty when none waits for a time.
   */
  Future<Optional<Instant>> nextDue(ChatLease lease);
}
