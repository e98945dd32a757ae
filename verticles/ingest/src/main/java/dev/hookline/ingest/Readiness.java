package dev.hookline.ingest;

import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Whether events can be taken now. Confined to one event loop. */
final class Readiness {

  private final Recent<Void> check;

  Readiness(Store store) {
    this.check = new Recent<>(store::check);
  }

  /** 200 when the store takes writes, 503 and the reason when it does not. */
  Future<Reply> reply() {
    return check
        .get()
        .map(Reply.json(200, new JsonObject().put("status", "ready")))
        .otherwise(Readiness::notReady);
  }

  /** Time passes. */
  void tick() {
    check.tick();
  }

  private static Reply notReady(Throwable cause) {
    return Reply.problem(
        Problem.of(503, "Not ready", "the store takes no events: " + cause.getMessage()));
  }
}
