package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.util.List;

/** What was accepted, for those who follow it. Read-only. */
public interface Journal {

  /**
   * A session's events behind a place of arrival, in the order of their arrival, without holes.
   *
   * @param seq 0 for those from the beginning
   */
  Future<List<PlacedEvent>> behind(SessionKey session, long seq, int limit);

  /** The place of arrival of the session's last event; 0 for a session that nobody knows. */
  Future<Long> last(SessionKey session);

  /** Questions whose agents wait, or have not got their answer yet. */
  Future<List<Approval>> asking(int limit);
}
