package dev.hookline.app.cluster;

import dev.hookline.session.Coordination;
import dev.hookline.session.SharedCoordination;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;

/** A node's coordination on its one event loop, as in its verticle. May be asked from anywhere. */
record Desk(Context loop, Coordination coordination) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Desk on(Vertx vertx, Duration lifetime) {
    Promise<Desk> made = Promise.promise();
    vertx.runOnContext(
        ignored ->
            made.complete(
                new Desk(
                    vertx.getOrCreateContext(),
                    new SharedCoordination(vertx, PATIENCE, lifetime))));
    return Nodes.await(made.future());
  }

  <T> Future<T> ask(Function<Coordination, Future<T>> question) {
    Promise<T> answer = Promise.promise();
    loop.runOnContext(ignored -> question.apply(coordination).onComplete(answer));
    return answer.future();
  }
}
