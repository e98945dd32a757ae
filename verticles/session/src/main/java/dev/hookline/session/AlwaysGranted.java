package dev.hookline.session;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * Grants everybody everything at once: the worst that a lock service can do. For tests, which must
 * pass with it as well ({@code cluster.lock: always-granted}).
 */
public final class AlwaysGranted implements Coordination {

  @Override
  public Future<Boolean> announce(SessionKey session, String token, Duration patience) {
    return Future.succeededFuture(true);
  }

  @Override
  public Future<Void> withdraw(SessionKey session, String token) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Boolean> lock(String name, String token, Duration patience) {
    return Future.succeededFuture(true);
  }

  @Override
  public Future<Void> unlock(String name, String token) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> stop() {
    return Future.succeededFuture();
  }
}
