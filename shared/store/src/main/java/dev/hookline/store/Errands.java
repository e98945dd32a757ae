package dev.hookline.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Commands that people write in a chat: what they change, and what is to be done in the chat for
 * them. Each message counts once, however often it is told.
 */
public interface Errands {

  /** So many errands of one person may wait in a chat; what comes then is not answered. */
  int MOST_WAITING = 5;

  // --- For who reads commands

  /**
   * Carries a command out: what it changes, what is to be done in the chat, and that it happened,
   * in one transaction.
   *
   * @param text the words to say, or the topic's new name
   * @return false when it was carried out before, and nothing happened now
   */
  Future<Boolean> carryOut(
      Order order, Arrangement arrangement, Errand.Deed deed, String text, Instant now);

  /** A command that has no effect is remembered too. */
  Future<Void> refused(Order order, String why, Instant now);

  // --- For who serves the chat. Every change fails with StaleLeaseException when another node does

  /** Marks the oldest errand that is due as being done. */
  Future<Optional<Errand>> claim(ChatLease lease, Instant now);

  /**
   * It is done.
   *
   * @param message our message that says it, from now on known to its chat; 0 when there is none
   */
  Future<Void> done(ChatLease lease, Errand errand, long message, Instant now);

  /** Nothing was done: it is due again at the given time. */
  Future<Void> putBack(ChatLease lease, Errand errand, Instant notBefore);

  /** It cannot be done, and nobody is told. */
  Future<Void> drop(ChatLease lease, Errand errand, String why, Instant now);

  /** It cannot be done: the person is to be told this instead. */
  Future<Void> sayInstead(ChatLease lease, Errand errand, String words, Instant now);

  /** Errands that were claimed and neither done nor put back, oldest first. */
  Future<List<Errand>> underWay(ChatLease lease);
}
