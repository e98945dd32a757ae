package dev.hookline.telegram.lane;

import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what happened, however long the store takes to come back: what Telegram did cannot be
 * done again. Only for changes that may be repeated.
 */
final class Persistence {

  private static final Logger LOGGER = LoggerFactory.getLogger(Persistence.class);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LAST_PAUSE_MILLIS = 5_000;

  private final Vertx vertx;
  private boolean stopped;

  Persistence(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Makes the change again until the store took it or refused it. */
  <T> Future<T> insist(String what, Supplier<Future<T>> change) {
    Promise<T> done = Promise.promise();
    attempt(what, change, FIRST_PAUSE_MILLIS, done);
    return done.future();
  }

  /** No further repetitions: what cannot be written now is left as in doubt. */
  void stop() {
    stopped = true;
  }

  private <T> void attempt(
      String what, Supplier<Future<T>> change, long pauseMillis, Promise<T> done) {
    Future.succeededFuture()
        .compose(ignored -> change.get())
        .onSuccess(done::complete)
        .onFailure(
            cause -> {
              if (stopped || !(cause instanceof StoreUnavailableException)) {
                done.fail(cause);
                return;
              }
              LOGGER.atWarn().addKeyValue("what", what).log("the store did not take it; again");
              long next = Math.min(LAST_PAUSE_MILLIS, pauseMillis * 2);
              vertx.setTimer(pauseMillis, ignored -> attempt(what, change, next, done));
            });
  }
}
