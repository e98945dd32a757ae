package dev.hookline.store.jdbc;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The one connection that writes. Transactions that wait for it are committed together, since the
 * disk takes as long for many as for one; when one of them fails, nothing is kept, and each is run
 * again on its own.
 *
 * <p>Transactions are begun and ended with SQL, not through the driver. SQLite ends a transaction
 * by itself when the disk is full; the driver does not notice, and its next "transaction" would
 * commit every statement on its own. Here a failed transaction is rolled back whatever its state,
 * so the next one begins afresh. Thread-safe.
 */
final class Writer {

  /** Others must not keep those waiting who have a sender waiting: few at a time beside them. */
  private static final int MOST_URGENT = 32;

  private static final int MOST_BESIDE_URGENT = 8;
  private static final int MOST_OTHERS = 32;

  private final WorkerExecutor thread;
  private final String begin;
  private final int mostWaiting;
  private final Deque<Request<?>> urgent = new ArrayDeque<>();
  private final Deque<Request<?>> others = new ArrayDeque<>();
  private final Promise<Void> drained = Promise.promise();

  private Tx tx;
  private boolean running;
  private boolean closing;

  /**
   * @param thread a single one
   * @param begin the statement that begins a transaction
   */
  Writer(WorkerExecutor thread, String begin, int mostWaiting) {
    this.thread = thread;
    this.begin = begin;
    this.mostWaiting = mostWaiting;
  }

  /** Gives it its connection, before anything else. */
  synchronized void connected(Tx connection) {
    tx = connection;
  }

  /**
   * Takes a request.
   *
   * @param now whether it goes before the others
   * @return false when too many wait
   */
  synchronized boolean take(Request<?> request, boolean now) {
    if (closing || urgent.size() + others.size() >= mostWaiting) {
      return false;
    }
    (now ? urgent : others).add(request);
    if (!running) {
      running = true;
      runNext();
    }
    return true;
  }

  /** Takes no more; completes when what it took is done. */
  synchronized Future<Void> drain() {
    closing = true;
    if (!running) {
      drained.tryComplete();
    }
    return drained.future();
  }

  /** On its own thread, after it was drained. */
  synchronized void close() throws SQLException {
    if (tx != null) {
      tx.close();
    }
  }

  private void runNext() {
    thread.executeBlocking(
        () -> {
          try {
            together(nextGroup());
          } finally {
            goOn();
          }
          return null;
        },
        false);
  }

  private synchronized void goOn() {
    running = !urgent.isEmpty() || !others.isEmpty();
    if (running) {
      runNext();
    } else if (closing) {
      drained.tryComplete();
    }
  }

  private synchronized List<Request<?>> nextGroup() {
    List<Request<?>> group = new ArrayList<>();
    move(urgent, MOST_URGENT, group);
    move(others, group.isEmpty() ? MOST_OTHERS : MOST_BESIDE_URGENT, group);
    return group;
  }

  private static void move(Deque<Request<?>> from, int most, List<Request<?>> to) {
    for (int i = 0; i < most && !from.isEmpty(); i++) {
      to.add(from.remove());
    }
  }

  private void together(List<Request<?>> group) {
    try {
      tx.run(begin);
    } catch (SQLException down) {
      group.forEach(request -> request.fail(down));
      return;
    }
    try {
      for (Request<?> request : group) {
        request.run(tx);
      }
    } catch (SQLException | RuntimeException cause) {
      tx.rollBack();
      apart(group, cause);
      return;
    }
    commit(group);
  }

  private void apart(List<Request<?>> group, Exception cause) {
    if (group.size() == 1) {
      group.get(0).fail(cause);
    } else {
      group.forEach(request -> together(List.of(request)));
    }
  }

  private void commit(List<Request<?>> group) {
    try {
      tx.run("COMMIT");
    } catch (SQLException unknown) { // it may have been committed: nobody is told that it was not
      tx.rollBack();
      group.forEach(request -> request.fail(unknown));
      return;
    }
    group.forEach(Request::succeed);
  }
}
