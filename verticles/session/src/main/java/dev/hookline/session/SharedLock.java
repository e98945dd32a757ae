package dev.hookline.session;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * A lock between nodes, and between those of one node: a name that one token has at a time.
 *
 * <p>It is not {@code SharedData.getLock}: over Hazelcast that one is no mutex inside a process, a
 * stale owner's release frees the next owner's lock, and each who waits holds a worker thread. Who
 * waits here is woken when the lock is freed, and tries once more at the end of its patience, when
 * it was not woken because the news was lost or the owner is gone. Confined to its verticle's event
 * loop.
 */
final class SharedLock {

  private final Vertx vertx;
  private final SharedNames names;
  private final Waiters waiters;

  SharedLock(Vertx vertx, SharedNames names, Waiters waiters) {
    this.vertx = vertx;
    this.names = names;
    this.waiters = waiters;
  }

  Future<Boolean> acquire(String name, String token, Duration patience) {
    Attempt attempt = new Attempt(name, token);
    attempt.begin(patience);
    return attempt.got.future();
  }

  Future<Void> release(String name, String token) {
    return names.free(name, token);
  }

  /** Somebody who wants the lock. */
  private final class Attempt {

    private final String name;
    private final String token;
    private final Promise<Boolean> got = Promise.promise();
    private Promise<Void> turn = Promise.promise();
    private boolean last;

    Attempt(String name, String token) {
      this.name = name;
      this.token = token;
    }

    void begin(Duration patience) {
      last = patience.isZero() || waiters.full();
      if (last || !waiters.any(name)) {
        attempt();
      } else {
        awaitTurn(); // in line behind those who came before
      }
      if (!last) {
        long timer = vertx.setTimer(patience.toMillis(), over -> tryForTheLastTime());
        got.future().onComplete(ignored -> vertx.cancelTimer(timer));
      }
    }

    private void awaitTurn() {
      turn = waiters.join(name);
      turn.future().onSuccess(ignored -> attempt());
    }

    private void tryForTheLastTime() {
      last = true;
      waiters.leave(name, turn);
      turn.tryComplete();
    }

    // It waits before it asks: a lock that is freed in between must not be missed.
    private void attempt() {
      Promise<Void> woken = waiters.join(name);
      turn = woken;
      names
          .take(name, token)
          .onSuccess(
              mine -> {
                if (mine || last) {
                  waiters.leave(name, woken);
                  got.complete(mine);
                } else {
                  woken.future().onSuccess(ignored -> attempt());
                }
              });
    }
  }
}
