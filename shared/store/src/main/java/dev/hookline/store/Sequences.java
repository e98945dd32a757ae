package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a session's accepted events become outbox entries, in the order in which they are shown.
 */
public interface Sequences {

  /** What is known about a session and its events that have no place yet; empty when unknown. */
  Future<Optional<SessionView>> view(SessionKey session);

  /**
   * Appends outbox entries to a session and gives their events their place, all or nothing.
   *
   * @param expectedPosition the view's next position; when another node was faster nothing is
   *     written
   * @return whether the entries were written
   */
  Future<Boolean> release(
      SessionKey session, long expectedPosition, List<Release> releases, Instant now);

  /** Sessions with events that have no place yet, the longest waiting first. */
  Future<List<SessionKey>> unreleased(int limit);
}
