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
 * The connections that write. Where the database takes one transaction at a time, those that wait
 * for it are committed together, since the disk takes as long for many as for one; when one of them
 * fails, nothing is kept, and each is run again on its own.
 *
 * <p>Transactions are begun and ended with SQL, not through the driver. SQLite ends a transaction
 * by itself when the disk is full; the driver does not notice, and its next "transaction" would
 * commit every statement on its own. Here a failed transaction is rolled back whatever its state,
 * so the next one begins afresh. Thread-safe.
 */
final class Writer {

  /** Others must not keep those waiting who have a sender waiting: a quarter beside them. */
  private static final int SHARE_BESIDE_URGENT = 4;

  private static final int MOST_TRIES = 10; // of a transaction that collides with others

  private final WorkerExecutor threads;
  private final Dialect dialect;
  private final int mostWaiting;
  private final Deque<Request<?>> urgent = new ArrayDeque<>();
  private final Deque<Request<?>> others = new ArrayDeque<>();
  private final Deque<Link> idle = new ArrayDeque<>();
  private final Promise<Void> drained = Promise.promise();

  private int running;
  private boolean closing;

  /**
   * @param threads as many as there are links
   */
  Writer(WorkerExecutor threads, Dialect dialect, int mostWaiting) {
    this.threads = threads;
    this.dialect = dialect;
    this.mostWaiting = mostWaiting;
  }

  /** Gives it a connection, before anything else. */
  synchronized void add(Link link) {
    idle.add(link);
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
    if (!idle.isEmpty()) {
      running++;
      runNext(idle.pop());
    }
    return true;
  }

  /** Takes no more; completes when what it took is done. */
  synchronized Future<Void> drain() {
    closing = true;
    if (running == 0) {
      drained.tryComplete();
    }
    return drained.future();
  }

  /** On one of its own threads, after it was drained. */
  synchronized void close() {
    idle.forEach(Link::close);
  }

  private void runNext(Link link) {
    threads.executeBlocking(
        () -> {
          try {
            together(link, nextGroup());
          } finally {
            goOn(link);
          }
          return null;
        },
        false);
  }

  private synchronized void goOn(Link link) {
    if (!urgent.isEmpty() || !others.isEmpty()) {
      runNext(link);
      return;
    }
    idle.push(link);
    running--;
    if (closing && running == 0) {
      drained.tryComplete();
    }
  }

  private synchronized List<Request<?>> nextGroup() {
    int most = dialect.mostTogether();
    List<Request<?>> group = new ArrayList<>();
    move(urgent, most, group);
    move(others, group.isEmpty() ? most : most / SHARE_BESIDE_URGENT, group);
    return group;
  }

  private static void move(Deque<Request<?>> from, int most, List<Request<?>> to) {
    for (int i = 0; i < most && !from.isEmpty(); i++) {
      to.add(from.remove());
    }
  }

  private void together(Link link, List<Request<?>> group) {
    if (group.size() > 1) {
      Exception failed = attempt(link, group);
      if (failed != null) {
        group.forEach(request -> together(link, List.of(request)));
      }
      return;
    }
    for (Request<?> request : group) {
      alone(link, request);
    }
  }

  private void alone(Link link, Request<?> request) {
    Exception failed = attempt(link, List.of(request));
    for (int tries = 1; collided(failed) && tries < MOST_TRIES; tries++) {
      failed = attempt(link, List.of(request));
    }
    if (failed != null) {
      request.fail(failed);
    }
  }

  private boolean collided(Exception failed) {
    return failed instanceof SQLException sql && dialect.isCollision(sql);
  }

  /** Runs and commits; answers why nothing was kept, or null when everybody was told. */
  private Exception attempt(Link link, List<Request<?>> group) {
    Tx tx;
    try {
      tx = link.first(this::begun);
    } catch (SQLException down) {
      link.failed(down);
      group.forEach(request -> request.fail(down));
      return null;
    }
    try {
      for (Request<?> request : group) {
        request.run(tx);
      }
    } catch (SQLException | RuntimeException cause) {
      tx.rollBack();
      link.failed(cause);
      return cause;
    }
    commit(link, tx, group);
    return null;
  }

  private Tx begun(Tx tx) throws SQLException {
    tx.run(dialect.beginWriting());
    return tx;
  }

  private static void commit(Link link, Tx tx, List<Request<?>> group) {
    try {
      tx.run("COMMIT");
    } catch (SQLException unknown) { // it may have been committed: nobody is told that it was not
      tx.rollBack();
      link.failed(unknown);
      group.forEach(request -> request.fail(unknown));
      return;
    }
    group.forEach(Request::succeed);
  }
}
