package dev.hookline.store.jdbc;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Work that somebody asked for, and the answer: given where it was asked, so that an event loop is
 * answered on itself. Who is kept waiting for too long is told so, and the work may still be done.
 */
final class Request<T> {

  private final Vertx vertx;
  private final Work<T> work;
  private final Context asker = Vertx.currentContext(); // null for a thread that is no event loop
  private final Promise<T> answer = Promise.promise();
  private final long timer;

  private T result;

  Request(Vertx vertx, Work<T> work, Duration patience) {
    this.vertx = vertx;
    this.work = work;
    this.timer =
        vertx.setTimer(
            patience.toMillis(),
            ignored -> answer.tryFail(new TimeoutException("after " + patience)));
  }

  Future<T> answer() {
    return answer.future();
  }

  /** Does the work, and keeps the result to itself. */
  void run(Tx tx) throws SQLException {
    result = work.in(tx);
  }

  /** Tells the result. */
  void succeed() {
    tell(() -> answer.tryComplete(result));
  }

  /** Tells that it was in vain. */
  void fail(Throwable cause) {
    tell(() -> answer.tryFail(cause));
  }

  private void tell(Runnable telling) {
    vertx.cancelTimer(timer);
    if (asker == null) {
      telling.run();
    } else {
      asker.runOnContext(ignored -> telling.run());
    }
  }
}
