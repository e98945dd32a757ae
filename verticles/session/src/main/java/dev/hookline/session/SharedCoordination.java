package dev.hookline.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.AsyncMap;
import java.time.Duration;
import java.util.Objects;

/**
 * Coordination through Vert.x's shared maps: within this process on a single node, and across the
 * cluster when Vert.x is clustered.
 *
 * <p>The lock is a token in a map, not {@code SharedData.getLock}: over Hazelcast that one is no
 * mutex inside a process, and a stale owner's release frees the next owner's lock. Thread-safe.
 */
public final class SharedCoordination implements Coordination {

  private static final String TOPICS = "hookline.topics";
  private static final String LOCKS = "hookline.locks";

  private final Vertx vertx;

  public SharedCoordination(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public Future<Boolean> announce(String session, String token, Duration lifetime) {
    return put(TOPICS, session, token, lifetime);
  }

  @Override
  public Future<Void> withdraw(String session, String token) {
    return remove(TOPICS, session, token);
  }

  @Override
  public Future<Boolean> lock(String name, String token, Duration lifetime) {
    return put(LOCKS, name, token, lifetime);
  }

  @Override
  public Future<Void> unlock(String name, String token) {
    return remove(LOCKS, name, token);
  }

  private Future<Boolean> put(String map, String key, String token, Duration lifetime) {
    return map(map)
        .compose(m -> m.putIfAbsent(key, token, lifetime.toMillis()))
        .map(Objects::isNull);
  }

  private Future<Void> remove(String map, String key, String token) {
    return map(map).compose(m -> m.removeIfPresent(key, token)).mapEmpty();
  }

  private Future<AsyncMap<String, String>> map(String name) {
    return vertx.sharedData().getAsyncMap(name);
  }
}
