package dev.hookline.telegram.lane;

import dev.hookline.store.Outbox;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.StaleLeaseException;
import io.vertx.core.Future;
import java.util.List;

/** What waits behind a claimed entry in its session. */
final class Queue {

  private final Outbox outbox;
  private final Tenure tenure;

  Queue(Outbox outbox, Tenure tenure) {
    this.outbox = outbox;
    this.tenure = tenure;
  }

  /**
   * At most so many entries, in order. Fails only when the chat is no longer ours: a store that
   * cannot be read now is no reason to keep back what is claimed.
   */
  Future<List<OutboxEntry>> behind(OutboxEntry entry, int most) {
    return outbox
        .behind(tenure.lease(), entry, most)
        .recover(
            cause ->
                cause instanceof StaleLeaseException
                    ? Future.failedFuture(cause)
                    : Future.succeededFuture(List.of()));
  }
}
