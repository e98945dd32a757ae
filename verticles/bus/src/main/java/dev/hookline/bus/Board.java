package dev.hookline.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells those who listen what has changed since the last look, and a new one how everything stands.
 * Looks only while somebody listens, when there may be something new, and at most four times per
 * second. Confined to one event loop.
 */
final class Board {

  private static final long PAUSE_MILLIS = 250;

  private final Vertx vertx;
  private final Supplier<Future<Map<String, JsonObject>>> view;
  private final Set<Consumer<JsonObject>> listeners = new LinkedHashSet<>();
  private final Set<Consumer<JsonObject>> fresh = new HashSet<>();

  private Map<String, JsonObject> known = Map.of();
  private boolean looking;
  private boolean hinted;

  /**
   * @param view looks how everything stands, by name
   */
  Board(Vertx vertx, Supplier<Future<Map<String, JsonObject>>> view) {
    this.vertx = vertx;
    this.view = view;
  }

  /** From now on this one is told. */
  Registration listen(Consumer<JsonObject> listener) {
    listeners.add(listener);
    fresh.add(listener);
    hint();
    return () -> {
      listeners.remove(listener);
      fresh.remove(listener);
    };
  }

  /** There may be something new. */
  void hint() {
    hinted = true;
    if (!looking && !listeners.isEmpty()) {
      look();
    }
  }

  private void look() {
    looking = true;
    hinted = false;
    view.get()
        .onSuccess(this::tell)
        .onComplete(looked -> vertx.setTimer(PAUSE_MILLIS, ignored -> rested()));
  }

  private void rested() {
    looking = false;
    if (hinted) {
      hint();
    }
  }

  private void tell(Map<String, JsonObject> now) {
    Map<String, JsonObject> changed = new LinkedHashMap<>(now);
    changed.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
    known = now;
    Set<Consumer<JsonObject>> beginners = Set.copyOf(fresh);
    fresh.clear();
    for (Consumer<JsonObject> listener : Set.copyOf(listeners)) {
      Map<String, JsonObject> news = beginners.contains(listener) ? now : changed;
      news.values().forEach(listener);
    }
  }
}
