package dev.hookline.ingest;

import dev.hookline.ingest.read.Batch;
import dev.hookline.ingest.read.LineReader;
import dev.hookline.ingest.read.RefusedException;
import dev.hookline.store.NewEvent;
import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads lines and has them stored. While the store is away they are kept and tried again, for their
 * senders hear no answer and send nothing twice. What is wrong with a line goes to the log, without
 * the line. Confined to the event loop of its instance.
 */
final class LineIntake {

  private static final Logger LOGGER = LoggerFactory.getLogger(LineIntake.class);
  private static final long RETRY_MILLIS = 1_000;

  private final Vertx vertx;
  private final Reading reading;
  private final LineReader reader;
  private final Acceptance acceptance;

  private boolean stopping;
  private Future<Void> earlier = Future.succeededFuture(); // what came before is on its way

  LineIntake(Vertx vertx, Reading reading, LineReader reader, Acceptance acceptance) {
    this.vertx = vertx;
    this.reading = reading;
    this.reader = reader;
    this.acceptance = acceptance;
  }

  /**
   * Stores the lines, in one transaction, behind what came in earlier: lines that take long to read
   * are not overtaken by shorter ones.
   *
   * @return the events in them, once they are stored; fails only when they never will be
   */
  Future<List<NewEvent>> store(List<byte[]> lines) {
    long bytes = lines.stream().mapToLong(line -> line.length).sum();
    Future<Batch> batch = read(lines, bytes);
    Future<Void> before = earlier;
    Promise<Void> onItsWay = Promise.promise();
    earlier = onItsWay.future();
    return before
        .compose(ignored -> batch)
        .map(Batch::events)
        .compose(
            events -> {
              Future<Void> accepted = accept(events);
              onItsWay.complete();
              return accepted.map(events);
            })
        .onFailure(ignored -> onItsWay.tryComplete());
  }

  /** Gives up what cannot be stored now. */
  void stop() {
    stopping = true;
  }

  // A client of lines is not answered, so it cannot be asked to send them again.
  private Future<Batch> read(List<byte[]> lines, long bytes) {
    return reading
        .read(bytes, now -> read(lines, now))
        .recover(
            cause ->
                cause instanceof FilterUnavailableException && !stopping
                    ? later().compose(waited -> read(lines, bytes))
                    : Future.failedFuture(cause));
  }

  private Future<Void> accept(List<NewEvent> events) {
    return acceptance
        .accept(events)
        .<Void>mapEmpty()
        .recover(
            cause ->
                cause instanceof StoreUnavailableException && !stopping
                    ? later().compose(waited -> accept(events))
                    : Future.failedFuture(cause));
  }

  private Future<Void> later() {
    Promise<Void> later = Promise.promise();
    vertx.setTimer(RETRY_MILLIS, ignored -> later.complete());
    return later.future();
  }

  private Batch read(List<byte[]> lines, Instant now) {
    List<NewEvent> events = new ArrayList<>(lines.size());
    for (byte[] line : lines) {
      try {
        events.add(reader.read(line, now));
      } catch (RefusedException wrong) {
        LOGGER
            .atWarn()
            .addKeyValue("bytes", line.length)
            .addKeyValue("why", wrong.flaw().detailForLogs())
            .log("left out a line from the line socket");
      }
    }
    return new Batch(events, List.of());
  }
}
