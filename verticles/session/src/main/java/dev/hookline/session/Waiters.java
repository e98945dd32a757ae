package dev.hookline.session;

import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Those of this node who wait for names to be freed, each name's in the order in which they came.
 * Waiting holds no thread. Confined to its verticle's event loop.
 */
final class Waiters {

  private static final int MOST = 10_000;

  private final Map<String, Deque<Promise<Void>>> lines = new HashMap<>();
  private int size;

  /** Whether nobody else may wait. */
  boolean full() {
    return size >= MOST;
  }

  /** Whether somebody waits for the name. */
  boolean any(String name) {
    return lines.containsKey(name);
  }

  /** Begins to wait; completed when it is this one's turn to try. */
  Promise<Void> join(String name) {
    Promise<Void> turn = Promise.promise();
    lines.computeIfAbsent(name, key -> new ArrayDeque<>()).add(turn);
    size++;
    return turn;
  }

  /** Ends waiting; without effect for one whose turn has come. */
  void leave(String name, Promise<Void> turn) {
    Deque<Promise<Void>> line = lines.get(name);
    if (line != null && line.remove(turn)) {
      left(name, line);
    }
  }

  /** Lets the first who waits for the name try. */
  void wake(String name) {
    Deque<Promise<Void>> line = lines.get(name);
    if (line != null) {
      Promise<Void> first = line.remove();
      left(name, line);
      first.tryComplete();
    }
  }

  private void left(String name, Deque<Promise<Void>> line) {
    size--;
    if (line.isEmpty()) {
      lines.remove(name);
    }
  }
}
