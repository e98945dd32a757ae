package dev.hookline.telegram.lane;

import dev.hookline.store.Outbox;
import dev.hookline.store.OutboxEntry;
import io.vertx.core.Future;

/**
 * Puts entries of a session that wait behind one another on one message, when more wait than there
 * are calls to spare. Else each entry goes out at once and alone.
 */
final class Folding {

  private final Outbox outbox;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final Persistence persistence;
  private final Queue queue;
  private final Hush hush;
  private final Drawings drawings;
  private final Tries tries;

  Folding(
      Outbox outbox,
      PacedCalls calls,
      Tenure tenure,
      Persistence persistence,
      Queue queue,
      Hush hush,
      Drawings drawings,
      Tries tries) {
    this.outbox = outbox;
    this.calls = calls;
    this.tenure = tenure;
    this.persistence = persistence;
    this.queue = queue;
    this.hush = hush;
    this.drawings = drawings;
    this.tries = tries;
  }

  /** The claimed entry with what its message is to show too; that is in the store by then. */
  Future<OutboxEntry> fold(OutboxEntry entry) {
    boolean isQueue = entry.waiting() > calls.toSpare();
    int most = isQueue || !tries.certain(entry) ? tries.mostTogether(entry) : 1;
    if (most < 2 || !drawings.hasRoom(entry)) {
      return Future.succeededFuture(entry);
    }
    return queue
        .behind(entry, most - 1)
        .map(waiting -> waiting.stream().takeWhile(next -> !hush.covers(next)).toList())
        .map(waiting -> drawings.together(entry, waiting))
        .compose(this::written);
  }

  private Future<OutboxEntry> written(OutboxEntry entry) {
    return entry.folded().isEmpty()
        ? Future.succeededFuture(entry)
        : persistence.insist("folded", () -> outbox.fold(tenure.lease(), entry)).map(entry);
  }
}
