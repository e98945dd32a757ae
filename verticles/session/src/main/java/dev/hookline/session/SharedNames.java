package dev.hookline.session;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.NameFreed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.AsyncMap;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Names that nodes take in turns: a name belongs to the token that stands beside it in a shared map
 * of Vert.x, which is the process's own on a single node and the cluster's on others. Every call is
 * a question of {@link Courtesy}. Confined to its verticle's event loop.
 */
final class SharedNames {

  private static final String MAP = "hookline.names";

  private final Vertx vertx;
  private final Courtesy courtesy;
  private final Duration lifetime;
  private final Map<String, String> owned = new HashMap<>(); // tokens, by name

  /**
   * @param lifetime after which a name is free when its owner does not keep it
   */
  SharedNames(Vertx vertx, Courtesy courtesy, Duration lifetime) {
    this.vertx = vertx;
    this.courtesy = courtesy;
    this.lifetime = lifetime;
  }

  Duration lifetime() {
    return lifetime;
  }

  /** Takes the name unless it is taken. */
  Future<Boolean> take(String name, String token) {
    return courtesy
        .ask(() -> map().compose(map -> put(map, name, token)).map(Objects::isNull), true)
        .onSuccess(
            mine -> {
              if (mine) {
                owned.put(name, token);
              }
            });
  }

  /** Lets the name be the token's for another lifetime, if it still is. */
  Future<Void> keep(String name, String token) {
    return courtesy.ask(
        () -> map().compose(map -> map.get(name).compose(now -> renew(map, name, token, now))),
        null);
  }

  /** Frees the name if it is the token's, and tells all nodes. */
  Future<Void> free(String name, String token) {
    owned.remove(name, token);
    return courtesy
        .ask(() -> map().compose(map -> map.removeIfPresent(name, token)), false)
        .onSuccess(ignored -> Addresses.NAME_FREED.tellAll(vertx.eventBus(), new NameFreed(name)))
        .mapEmpty();
  }

  /** Frees every name that was taken here and not freed. */
  Future<Void> freeAll() {
    List<Future<Void>> freed =
        Map.copyOf(owned).entrySet().stream()
            .map(entry -> free(entry.getKey(), entry.getValue()))
            .toList();
    return Future.all(freed).mapEmpty();
  }

  private Future<String> put(AsyncMap<String, String> map, String name, String token) {
    return map.putIfAbsent(name, token, lifetime.toMillis());
  }

  private Future<Void> renew(AsyncMap<String, String> map, String name, String token, String now) {
    return token.equals(now) ? map.put(name, token, lifetime.toMillis()) : Future.succeededFuture();
  }

  private Future<AsyncMap<String, String>> map() {
    return vertx.sharedData().getAsyncMap(MAP);
  }
}
