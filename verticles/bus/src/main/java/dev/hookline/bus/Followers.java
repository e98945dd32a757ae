package dev.hookline.bus;

import dev.hookline.messages.SessionKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who follows which session. A hint wakes them; so does time, in turns, since hints may be lost.
 * Confined to one event loop.
 */
final class Followers {

  private static final int PER_SWEEP = 100;

  private final Map<SessionKey, Set<Runnable>> followers = new HashMap<>();
  private final Deque<SessionKey> toSweep = new ArrayDeque<>();

  /** From now on this one is woken when the session may have something new. */
  Registration follow(SessionKey session, Runnable wake) {
    followers.computeIfAbsent(session, key -> new LinkedHashSet<>()).add(wake);
    return () -> leave(session, wake);
  }

  /** The session may have something new. */
  void hint(SessionKey session) {
    followers.getOrDefault(session, Set.of()).forEach(Runnable::run);
  }

  /** Wakes a share of all followers. */
  void sweep() {
    if (toSweep.isEmpty()) {
      toSweep.addAll(followers.keySet());
    }
    for (int i = 0; i < PER_SWEEP && !toSweep.isEmpty(); i++) {
      hint(toSweep.remove());
    }
  }

  private void leave(SessionKey session, Runnable wake) {
    Set<Runnable> left = followers.get(session);
    if (left != null && left.remove(wake) && left.isEmpty()) {
      followers.remove(session);
    }
  }
}
