package dev.hookline.ingest;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * What is asked for once between two ticks at most, however many want to know it: nobody needs a
 * token to ask. Confined to one event loop.
 */
final class Recent<T> {

  private final Supplier<Future<T>> question;

  private Future<T> latest;

  Recent(Supplier<Future<T>> question) {
    this.question = question;
  }

  Future<T> get() {
    if (latest == null) {
      latest = question.get();
    }
    return latest;
  }

  /** Time passes: what is known grows old, but what is being asked is not asked twice. */
  void tick() {
    if (latest != null && latest.isComplete()) {
      latest = null;
    }
  }
}
