package dev.hookline.session;

import io.vertx.core.Future;
import java.time.Duration;

/**
 * Grants everybody everything at once: the worst that a lock service can do. For tests, which must
 * pass with it as well ({@code cluster.lock: always-granted}).
 */
public final class AlwaysGranted implements Coordination {

  @Override
  public Future<Boolean> announce(String session, String token, Duration lifetime) {
    return Future.succeededFuture(true);
  }

  @Override
  public Future<Void> withdraw(String session, String token) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> lock(String name, String token, Duration lifetime) {
    return Future.succeededFuture(true);
  }

  @Override
  public Future<Void> unlock(String name, String token) {
    return Future.succeededFuture();
  }
}
