package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** How much of a session its topic shows, and what was kept out of it for that. */
public interface Hushed {

  /**
   * How much of a session is shown from now on; what was kept out already stays out.
   *
   * @param verbosity empty: as much as the chat's setting says
   * @return false when there is no such session
   */
  Future<Boolean> show(SessionKey session, Optional<Verbosity> verbosity);

  /** What was said of the session itself; empty when nothing was, or there is no such session. */
  Future<Optional<Verbosity>> verbosity(SessionKey session);

  /**
   * What was kept out of the topic, in the session's order.
   *
   * @param after only what has a later place
   */
  Future<List<OutboxEntry>> list(SessionKey session, long after, int limit);
}
