package dev.hookline.ingest;

import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Whether events can be taken now. However often it is asked, the store is asked once a second at
 * most, for nobody needs a token to ask. Confined to one event loop.
 */
final class Readiness {

  private final Store store;

  private Future<Void> latest;

  Readiness(Store store) {
    this.store = store;
  }

  /** 200 when the store takes writes, 503 and the reason when it does not. */
  Future<Reply> reply() {
    if (latest == null) {
      latest = store.check();
    }
    return latest
        .map(Reply.json(200, new JsonObject().put("status", "ready")))
        .otherwise(Readiness::notReady);
  }

  /** Time passes: what is known grows old, but what is being asked is not asked twice. */
  void tick() {
    if (latest != null && latest.isComplete()) {
      latest = null;
    }
  }

  private static Reply notReady(Throwable cause) {
    return Reply.problem(
        Problem.of(503, "Not ready", "the store takes no events: " + cause.getMessage()));
  }
}
