package dev.hookline.app.cluster;

import io.vertx.core.Future;
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
    return new OfHookline(Desk.on(vertx, lifetime));
  }

  /** The one that comes with Vert.x. */
  static Locks ofVertx(Vertx vertx) {
    return new OfVertx(vertx, new ConcurrentHashMap<>());
  }

  /** As the session room has it. */
  record OfHookline(Desk desk) implements Locks {

    @Override
    public Future<Boolean> acquire(String name, String token, Duration patience) {
      return desk.ask(coordination -> coordination.lock(name, token, patience));
    }

    @Override
    public Future<Void> release(String name, String token) {
      return desk.ask(coordination -> coordination.unlock(name, token));
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
