package dev.hookline.session;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The cluster's map of futures: what is being made under a name stands there while it is made, and
 * whoever wants the same waits for the end of it. Who announced keeps it up, so it stands for as
 * long as that takes, and falls when the node does. Confined to its verticle's event loop.
 */
final class Announcements {

  private final Vertx vertx;
  private final SharedNames names;
  private final Waiters waiters;
  private final Map<String, Long> kept = new HashMap<>(); // timers, by token

  Announcements(Vertx vertx, SharedNames names, Waiters waiters) {
    this.vertx = vertx;
    this.names = names;
    this.waiters = waiters;
  }

  Future<Boolean> announce(String name, String token, Duration patience) {
    boolean full = waiters.full();
    Promise<Void> over =
        waiters.join(name); // first: an end that comes meanwhile must not be missed
    return names
        .take(name, token)
        .compose(mine -> mine ? begin(name, token) : end(over, full ? Duration.ZERO : patience))
        .onComplete(ignored -> waiters.leave(name, over));
  }

  Future<Void> withdraw(String name, String token) {
    Long timer = kept.remove(token);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
    return names.free(name, token);
  }

  private Future<Boolean> begin(String name, String token) {
    long millis = names.lifetime().dividedBy(2).toMillis();
    kept.put(token, vertx.setPeriodic(millis, ignored -> names.keep(name, token)));
    return Future.succeededFuture(true);
  }

  private static Future<Boolean> end(Promise<Void> over, Duration patience) {
    return patience.isZero()
        ? Future.succeededFuture(false)
        : over.future()
            .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .transform(ignored -> Future.succeededFuture(false));
  }
}
