package dev.hookline.ingest;

import dev.hookline.ingest.read.Batch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/**
 * How everything is read that comes in, through whichever door: what leaves here has no secrets in
 * it any more. Large input is read on a worker thread, so that it does not keep others waiting.
 * Confined to the event loop of its instance.
 */
final class Reading {

  private static final int LARGE = 16 * 1024;

  private final Vertx vertx;
  private final Clock clock;
  private final Redaction redaction;

  Reading(Vertx vertx, Clock clock, Redaction redaction) {
    this.vertx = vertx;
    this.clock = clock;
    this.redaction = redaction;
  }

  /**
   * Reads input.
   *
   * @param bytes how long the input is
   * @param reader gets the time of receipt; may run on any thread
   * @return what it read, without secrets; fails with what it throws
   */
  Future<Batch> read(long bytes, Function<Instant, Batch> reader) {
    Instant now = clock.instant();
    if (bytes > LARGE) {
      return vertx.executeBlocking(() -> clean(reader.apply(now)), false);
    }
    return Future.succeededFuture(now).map(reader).map(this::clean);
  }

  private Batch clean(Batch batch) {
    return new Batch(redaction.of(batch.events()), batch.refused());
  }
}
