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
 * maxWaitMillis}. While one group is being committed the next one gathers, whatever its size and
 * age, and follows at once: the slower the disk, the larger the groups. Confined to the event loop
 * that uses it: make one per verticle instance.
 */
public final class GroupCommit {

  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final Events events;
  private final int maxEvents;
  private final long maxWaitMillis;

  private List<Waiting> gathered = new ArrayList<>();
  private int size;
  private long timer = NO_TIMER;
  private boolean committing;

  /**
   * @param maxEvents events that make a group full
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
    if (!committing && size >= maxEvents) {
      commit();
    } else if (!committing && timer == NO_TIMER) {
      timer = vertx.setTimer(maxWaitMillis, ignored -> commit());
    }
    return waiting.promise().future();
  }

  private void commit() {
    vertx.cancelTimer(timer);
    timer = NO_TIMER;
    committing = true;
    List<Waiting> group = gathered;
    gathered = new ArrayList<>();
    size = 0;
    List<NewEvent> all = group.stream().flatMap(waiting -> waiting.events().stream()).toList();
    events
        .accept(all)
        .recover(cause -> events.accept(all)) // a failed commit may have succeeded: the ids tell
        .onComplete(ignored -> goOn())
        .onSuccess(receipts -> answer(group, receipts))
        .onFailure(cause -> group.forEach(waiting -> waiting.promise().fail(cause)));
  }

  private void goOn() {
    committing = false;
    if (!gathered.isEmpty()) {
      commit();
    }
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
