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
  private final List<Link> idle = new ArrayList<>();
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

  /** Gives it a connection, before anything else. */
  synchronized void add(Link link) {
    idle.add(link);
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
  synchronized void close() {
    idle.forEach(Link::close);
  }

  private void answer(Request<?> request) {
    Link link = borrow();
    try {
      link.first(
          tx -> {
            request.run(tx);
            return null;
          });
      request.succeed();
    } catch (SQLException | RuntimeException cause) {
      link.failed(cause);
      request.fail(cause);
    } finally {
      giveBack(link);
    }
  }

  private synchronized Link borrow() {
    return idle.remove(idle.size() - 1); // there is one for each thread
  }

  private synchronized void giveBack(Link link) {
    idle.add(link);
    asked--;
    if (closing && asked == 0) {
      drained.tryComplete();
    }
  }
}
