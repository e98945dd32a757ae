package dev.hookline.session;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the cluster, but not for long: a question that fails or is not answered in time counts as
 * answered kindly. So a cluster that is cut in two, or gone, stops nobody.
 *
 * <p>Few questions are under way at once, because each may hold a worker thread for as long as
 * Hazelcast waits for a member that does not answer; the others wait for their turn, within the
 * same time. Confined to its verticle's event loop.
 */
final class Courtesy {

  private static final Logger LOGGER = LoggerFactory.getLogger(Courtesy.class);

  /** Well below the 20 threads of a worker pool: the rest must go on. */
  static final int MOST_AT_ONCE = 8;

  private final Vertx vertx;
  private final Duration patience;
  private final Deque<Question<?>> waiting = new ArrayDeque<>();
  private int underWay;

  Courtesy(Vertx vertx, Duration patience) {
    this.vertx = vertx;
    this.patience = patience;
  }

  /**
   * Asks when it is its turn. Never fails.
   *
   * @param kindly what to go on with when there is no answer
   */
  <T> Future<T> ask(Supplier<Future<T>> question, T kindly) {
    Question<T> asked = new Question<>(question, kindly, Promise.promise());
    long timer = vertx.setTimer(patience.toMillis(), late -> asked.giveUp("no answer in time"));
    waiting.add(asked);
    next();
    return asked.answer().future().onComplete(ignored -> vertx.cancelTimer(timer));
  }

  private void next() {
    while (underWay < MOST_AT_ONCE && !waiting.isEmpty()) {
      Question<?> asked = waiting.remove();
      if (!asked.answer().future().isComplete()) {
        underWay++;
        asked.put().onComplete(ignored -> done());
      }
    }
  }

  private void done() {
    underWay--;
    next();
  }

  private record Question<T>(Supplier<Future<T>> question, T kindly, Promise<T> answer) {

    /** Completes when the cluster is done with it, which can be long after we went on. */
    Future<?> put() {
      return Future.succeededFuture()
          .compose(ignored -> question.get())
          .onSuccess(answer::tryComplete)
          .onFailure(cause -> giveUp(String.valueOf(cause.getMessage())));
    }

    void giveUp(String reason) {
      if (answer.tryComplete(kindly)) {
        LOGGER.atDebug().addKeyValue("reason", reason).log("went on without the cluster");
      }
    }
  }
}
