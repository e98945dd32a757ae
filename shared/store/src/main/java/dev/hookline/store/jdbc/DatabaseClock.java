package dev.hookline.store.jdbc;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The database's clock, read from time to time and carried on by this node's monotonic clock: a
 * node whose own time of day jumps does not notice. Thread-safe.
 */
final class DatabaseClock extends Clock {

  private static final Duration PERIOD = Duration.ofSeconds(5);

  /** An answer that took longer says too little about the moment in which it was given. */
  private static final Duration SLOWEST = Duration.ofSeconds(1);

  private final Database database;
  private final String now;
  private final LongSupplier nanoTime;
  private volatile Anchor anchor;

  private DatabaseClock(Database database, String now, LongSupplier nanoTime) {
    this.database = database;
    this.now = now;
    this.nanoTime = nanoTime;
  }

  /** Reads it for the first time, and from then on until the database is closed. */
  static Future<DatabaseClock> start(
      Vertx vertx, Database database, String now, LongSupplier nanoTime) {
    DatabaseClock clock = new DatabaseClock(database, now, nanoTime);
    return clock
        .read()
        .onSuccess(first -> clock.anchor = first)
        .map(
            ignored -> {
              long timer = vertx.setPeriodic(PERIOD.toMillis(), tick -> clock.readAgain());
              database.closing().onComplete(closed -> vertx.cancelTimer(timer));
              return clock;
            });
  }

  @Override
  public Instant instant() {
    return anchor.at(nanoTime.getAsLong());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants have no zone");
  }

  // While the database cannot be asked, the time goes on from the last answer.
  private void readAgain() {
    read().onSuccess(next -> anchor = next.isPrecise() ? next : anchor);
  }

  private Future<Anchor> read() {
    return database.ask(this::reading);
  }

  private Anchor reading(Tx tx) throws SQLException {
    long before = nanoTime.getAsLong();
    long millis = tx.row(now).orElseThrow().getLong("now");
    return new Anchor(millis, before, nanoTime.getAsLong());
  }

  private record Anchor(long millis, long before, long after) {

    Instant at(long nanos) {
      long middle = before + (after - before) / 2;
      return Instant.ofEpochMilli(millis).plusNanos(nanos - middle);
    }

    boolean isPrecise() {
      return after - before <= SLOWEST.toNanos();
    }
  }
}
