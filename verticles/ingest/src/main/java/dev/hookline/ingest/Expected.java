package dev.hookline.ingest;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * For whose agents something waits, as far as hints tell: so that a hook asks only when there may
 * be something. The oldest are forgotten when there are too many. Confined to one event loop.
 */
final class Expected {

  private static final int MOST = 1_000;

  private final Set<SessionKey> sessions = new LinkedHashSet<>();

  void add(SessionKey session) {
    if (sessions.size() >= MOST) {
      sessions.remove(sessions.iterator().next());
    }
    sessions.add(session);
  }

  /** Somebody has looked, and taken what there was. */
  void remove(SessionKey session) {
    sessions.remove(session);
  }

  /** What to answer to who has these events accepted and does not wait. */
  Reply answer(List<NewEvent> events) {
    return events.stream().anyMatch(event -> sessions.contains(event.event().session()))
        ? Reply.doneAndMore()
        : Reply.done();
  }
}
