package dev.hookline.bus;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Journal;
import dev.hookline.store.PlacedEvent;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a session's events on behind those that its program has got: all of them, in the order of
 * their arrival, however slowly the program takes them. Confined to one event loop; one look at a
 * time.
 */
final class Tail {

  private static final int AT_ONCE = 8;

  private final SessionKey session;
  private final Journal journal;
  private final Function<List<PlacedEvent>, Future<Void>> program;

  private long after;
  private boolean ended;

  /**
   * @param after the place of arrival behind which to begin
   * @param program takes events; completes when it has taken them
   */
  Tail(
      SessionKey session,
      Journal journal,
      long after,
      Function<List<PlacedEvent>, Future<Void>> program) {
    this.session = session;
    this.journal = journal;
    this.after = after;
    this.program = program;
  }

  /** Gives the program what is new; completes with whether there may be more. */
  Future<Boolean> look() {
    return journal.behind(session, after, AT_ONCE).compose(this::give);
  }

  /** The program wants no more, not even what is being read for it. */
  void end() {
    ended = true;
  }

  private Future<Boolean> give(List<PlacedEvent> events) {
    if (ended || events.isEmpty()) {
      return Future.succeededFuture(false);
    }
    after = events.get(events.size() - 1).seq();
    return program.apply(events).map(events.size() == AT_ONCE);
  }
}
