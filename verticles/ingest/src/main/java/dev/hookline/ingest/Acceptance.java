package dev.hookline.ingest;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionHint;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.GroupCommit;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts events into the store and tells that they are there, in this order. Confined to the event
 * loop of its instance.
 */
final class Acceptance {

  private static final Logger LOGGER = LoggerFactory.getLogger(Acceptance.class);

  private final GroupCommit commits;
  private final EventBus bus;
  private final Trail trail;

  private boolean failing;

  Acceptance(GroupCommit commits, EventBus bus, Trail trail) {
    this.commits = commits;
    this.bus = bus;
    this.trail = trail;
  }

  /**
   * Commits the events.
   *
   * @return one receipt for each, after the commit; fails with {@link
   *     dev.hookline.store.StoreUnavailableException}
   */
  Future<List<Receipt>> accept(List<NewEvent> events) {
    if (events.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Instant begun = trail.now();
    return commits
        .accept(events)
        .onSuccess(receipts -> committed(events, receipts))
        .onSuccess(receipts -> trail.accepted(events, receipts, begun))
        .onFailure(this::failed);
  }

  private void committed(List<NewEvent> events, List<Receipt> receipts) {
    if (failing) {
      failing = false;
      LOGGER.atInfo().log("the store takes events again");
    }
    receipts.stream()
        .filter(receipt -> !receipt.duplicate())
        .map(Receipt::session)
        .distinct()
        .forEach(this::hint);
    for (int i = 0; i < receipts.size(); i++) {
      if (!receipts.get(i).duplicate()) {
        Addresses.EVENT_ACCEPTED.tellHere(bus, events.get(i).event().toJson());
      }
    }
  }

  private void hint(SessionKey session) {
    SessionHint hint = new SessionHint(session);
    Addresses.SESSION_HINT.hint(bus, hint);
    Addresses.EVENTS_STORED.tellAll(bus, hint);
  }

  // Once: while the store is away, every sender asks again every second.
  private void failed(Throwable cause) {
    if (!failing) {
      failing = true;
      LOGGER.atWarn().setCause(cause).log("the store takes no events");
    }
  }
}
