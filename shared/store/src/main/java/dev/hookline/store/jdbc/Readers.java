package dev.hookline.store.jdbc;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.WorkerExecutor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A few connections that read, each for one request at a time. Thread-safe. */
final class Readers {

  private final WorkerExecutor threads;
  private final int mostWaiting;
  private final List<Tx> idle = new ArrayList<>();
  private final Promise<Void> drained = Promise.promise();

  private int asked;
  private boolean closing;

  /**
   * @param threads as many as there are connections
   */
  Readers(WorkerExecutor threads, int mostWaiting) {
    this.threads = threads;
    this.mostWaiting = mostWaiting;
  }

  /** Adds a connection, before anything else. */
  synchronized void connected(Tx connection) {
    idle.add(connection);
  }

  /** Takes a request; false when too many wait. */
  synchronized boolean take(Request<?> request) {
    if (closing || asked >= mostWaiting) {
      return false;
    }
    asked++;
    threads.executeBlocking(
        () -> {
          answer(request);
          return null;
        },
        false);
    return true;
  }

  /** Takes no more; completes when what it took is done. */
  synchronized Future<Void> drain() {
    closing = true;
    if (asked == 0) {
      drained.tryComplete();
    }
    return drained.future();
  }

  /** After it was drained. */
  synchronized void close() throws SQLException {
    for (Tx connection : idle) {
      connection.close();
    }
  }

  private void answer(Request<?> request) {
    Tx tx = borrow();
    try {
      request.run(tx);
      request.succeed();
    } catch (SQLException | RuntimeException cause) {
      request.fail(cause);
    } finally {
      giveBack(tx);
    }
  }

  private synchronized Tx borrow() {
    return idle.remove(idle.size() - 1); // there is one for each thread
  }

  private synchronized void giveBack(Tx tx) {
    idle.add(tx);
    asked--;
    if (closing && asked == 0) {
      drained.tryComplete();
    }
  }
}
