package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;

/**
 * What became of each event of a session, page by page: from a place of arrival on, so that a page
 * stays the same while others arrive, and costs as much in a long session as in a short one.
 * Read-only.
 */
public interface Timelines {

  /** The last events that arrived before this place. */
  Future<Timeline> before(SessionKey session, long seq, int limit);

  /** The first events that arrived behind this place. */
  Future<Timeline> after(SessionKey session, long seq, int limit);
}
