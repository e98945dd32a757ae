package dev.hookline.ingest;

import dev.hookline.ingest.read.Batch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/**
 * How everything is read that comes in, through whichever door: what leaves here has no secrets in
 * it any more, and has passed the filters. Large input is read on a worker thread, so that it does
 * not keep others waiting. Confined to the event loop of its instance.
 */
final class Reading {

  private static final int LARGE = 16 * 1024;

  private final Vertx vertx;
  private final Clock clock;
  private final Redaction redaction;
  private final Filters filters;

  Reading(Vertx vertx, Clock clock, Redaction redaction, Filters filters) {
    this.vertx = vertx;
    this.clock = clock;
    this.redaction = redaction;
    this.filters = filters;
  }

  /**
   * Reads input.
   *
   * @param bytes how long the input is
   * @param reader gets the time of receipt; may run on any thread
   * @return what it read, without secrets; fails with what it throws, and with {@link
   *     FilterUnavailableException}
   */
  Future<Batch> read(long bytes, Function<Instant, Batch> reader) {
    Instant now = clock.instant();
    Future<Batch> batch =
        bytes > LARGE
            ? vertx.executeBlocking(() -> clean(reader.apply(now)), false)
            : Future.succeededFuture(now).map(reader).map(this::clean);
    return batch.compose(filters::apply);
  }

  private Batch clean(Batch batch) {
    return new Batch(redaction.of(batch.events()), batch.refused());
  }
}
