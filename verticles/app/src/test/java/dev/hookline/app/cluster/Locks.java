package dev.hookline.app.cluster;

import dev.hookline.session.Coordination;
import dev.hookline.session.SharedCoordination;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Lock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A kind of lock as one node has it. May be called from anywhere. */
interface Locks {

  /** Whether the lock was got within that time. */
  Future<Boolean> acquire(String name, String token, Duration patience);

  Future<Void> release(String name, String token);

  /** Ours. */
  static Locks ofHookline(Vertx vertx, Duration lifetime) {
    Promise<Locks> made = Promise.promise();
    vertx.runOnContext(
        ignored ->
            made.complete(
                new OfHookline(
                    vertx.getOrCreateContext(),
                    new SharedCoordination(vertx, Duration.ofSeconds(30), lifetime))));
    return Nodes.await(made.future());
  }

  /** The one that comes with Vert.x. */
  static Locks ofVertx(Vertx vertx) {
    return new OfVertx(vertx, new ConcurrentHashMap<>());
  }

  /** Confined to one event loop, as in its verticle. */
  record OfHookline(Context loop, Coordination coordination) implements Locks {

    @Override
    public Future<Boolean> acquire(String name, String token, Duration patience) {
      Promise<Boolean> got = Promise.promise();
      loop.runOnContext(ignored -> coordination.lock(name, token, patience).onComplete(got));
      return got.future();
    }

    @Override
    public Future<Void> release(String name, String token) {
      Promise<Void> freed = Promise.promise();
      loop.runOnContext(ignored -> coordination.unlock(name, token).onComplete(freed));
      return freed.future();
    }
  }

  /** With a lock object for each token. */
  record OfVertx(Vertx vertx, Map<String, Lock> owned) implements Locks {

    @Override
    public Future<Boolean> acquire(String name, String token, Duration patience) {
      return vertx
          .sharedData()
          .getLockWithTimeout(name, Math.max(1, patience.toMillis()))
          .onSuccess(lock -> owned.put(token, lock))
          .map(true)
          .otherwise(false);
    }

    @Override
    public Future<Void> release(String name, String token) {
      owned.remove(token).release();
      return Future.succeededFuture();
    }
  }
}
