package dev.hookline.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers events from many senders into one transaction: one disk write then serves them all.
 *
 * <p>A group is committed as soon as it is full, or when its first event has waited {@code
 * maxWaitMillis}. Confined to the event loop that uses it: make one per verticle instance.
 */
public final class GroupCommit {

  private final Vertx vertx;
  private final Events events;
  private final int maxEvents;
  private final long maxWaitMillis;

  private List<Waiting> gathered = new ArrayList<>();
  private int size;
  private long timer = -1;

  /**
   * @param maxEvents events in a group, unless a single request brings more
   * @param maxWaitMillis how long the first event of a group waits for company
   */
  public GroupCommit(Vertx vertx, Events events, int maxEvents, long maxWaitMillis) {
    this.vertx = vertx;
    this.events = events;
    this.maxEvents = maxEvents;
    this.maxWaitMillis = maxWaitMillis;
  }

  /**
   * Accepts the events with the next group.
   *
   * @return one receipt per event after the commit; fails with {@link StoreUnavailableException}
   */
  public Future<List<Receipt>> accept(List<NewEvent> arrived) {
    Waiting waiting = new Waiting(List.copyOf(arrived), Promise.promise());
    gathered.add(waiting);
    size += arrived.size();
    if (size >= maxEvents) {
      commit();
    } else if (timer < 0) {
      timer = vertx.setTimer(maxWaitMillis, ignored -> commit());
    }
    return waiting.promise().future();
  }

  private void commit() {
    vertx.cancelTimer(timer);
    timer = -1;
    List<Waiting> group = gathered;
    gathered = new ArrayList<>();
    size = 0;
    List<NewEvent> all = group.stream().flatMap(waiting -> waiting.events().stream()).toList();
    events
        .accept(all)
        .recover(cause -> events.accept(all)) // a failed commit may have succeeded: the ids tell
        .onSuccess(receipts -> answer(group, receipts))
        .onFailure(cause -> group.forEach(waiting -> waiting.promise().fail(cause)));
  }

  private static void answer(List<Waiting> group, List<Receipt> receipts) {
    int next = 0;
    for (Waiting waiting : group) {
      int end = next + waiting.events().size();
      waiting.promise().complete(List.copyOf(receipts.subList(next, end)));
      next = end;
    }
  }

  private record Waiting(List<NewEvent> events, Promise<List<Receipt>> promise) {}
}
