package dev.hookline.store.jdbc;

import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.jdbcclient.JDBCPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One database, and the transactions on it: writers one after another on a connection of their own,
 * readers beside them.
 *
 * <p>Transactions are begun and ended with SQL, not with the client's {@code Transaction}. SQLite
 * ends a transaction by itself when the disk is full; the driver does not notice, and its next
 * "transaction" would commit every statement on its own. Here a failed transaction is rolled back
 * whatever its state, so the next one begins afresh. Thread-safe.
 */
final class Database {

  private final Dialect dialect;
  private final JdbcStoreOptions options;
  private final Pool writer;
  private final Pool readers;
  private Future<Void> closed; // null while it is open

  Database(Vertx vertx, Dialect dialect, JdbcStoreOptions options) {
    this.dialect = dialect;
    this.options = options;
    this.writer = pool(vertx, 1);
    this.readers = pool(vertx, options.readers());
  }

  /** Opens every connection and prepares it. */
  Future<Void> connect() {
    return setUp(writer, 1).compose(ignored -> setUp(readers, options.readers()));
  }

  /** Runs a transaction that writes: all of it is committed, or nothing. */
  <T> Future<T> write(Function<Tx, Future<T>> work) {
    return answered(() -> within(writer, dialect.beginWriting(), work));
  }

  /** Runs a transaction that only reads, and sees one state of the database throughout. */
  <T> Future<T> read(Function<Tx, Future<T>> work) {
    return answered(() -> within(readers, dialect.beginReading(), work));
  }

  /** Runs a single statement that reads. */
  <T> Future<T> ask(Function<Tx, Future<T>> statement) {
    return answered(
        () -> readers.withConnection(connection -> statement.apply(new Tx(connection))));
  }

  /** Takes no more, waits for what runs, and closes the connections. */
  synchronized Future<Void> close() {
    if (closed == null) {
      closed =
          Future.join(all(writer, 1), all(readers, options.readers()))
              .eventually(writer::close)
              .eventually(readers::close)
              .mapEmpty();
    }
    return closed;
  }

  private synchronized boolean isClosed() {
    return closed != null;
  }

  private static <T> Future<T> within(Pool pool, String begin, Function<Tx, Future<T>> work) {
    return pool.withConnection(
        connection -> {
          Tx tx = new Tx(connection);
          return tx.run(begin)
              .compose(ignored -> work.apply(tx))
              .compose(result -> tx.run("COMMIT").map(result))
              .recover(cause -> tx.run("ROLLBACK").transform(done -> Future.failedFuture(cause)));
        });
  }

  private <T> Future<T> answered(Supplier<Future<T>> work) {
    if (isClosed()) {
      return Future.failedFuture(new StoreUnavailableException("the store is closed", null));
    }
    return work.get()
        .timeout(options.patience().toMillis(), TimeUnit.MILLISECONDS)
        .recover(cause -> Future.failedFuture(inOurWords(cause)));
  }

  private Throwable inOurWords(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return new StoreUnavailableException("the database took longer than it may", cause);
    }
    if (cause instanceof SQLException sql && !dialect.isOutage(sql)) {
      return new IllegalStateException("the database refused a statement: " + sql, sql);
    }
    boolean ours = cause instanceof RuntimeException && !(cause instanceof VertxException);
    return ours
        ? cause
        : new StoreUnavailableException(
            "the database cannot be used: " + cause.getMessage(), cause);
  }

  private Pool pool(Vertx vertx, int size) {
    return JDBCPool.pool(
        vertx,
        dialect.connection(options),
        new PoolOptions().setMaxSize(size).setMaxWaitQueueSize(options.mostWaiting()));
  }

  private Future<Void> setUp(Pool pool, int size) {
    return all(pool, size)
        .compose(
            connections -> {
              Future<Void> done = Future.succeededFuture();
              for (SqlConnection connection : connections) {
                for (String statement : dialect.setUp()) {
                  done = done.compose(ignored -> new Tx(connection).run(statement));
                }
                done = done.eventually(connection::close);
              }
              return done;
            });
  }

  /** Every connection of a pool, when nobody else uses any. */
  private static Future<List<SqlConnection>> all(Pool pool, int size) {
    List<Future<SqlConnection>> connections = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      connections.add(pool.getConnection());
    }
    return Future.all(connections)
        .map(ignored -> connections.stream().map(Future::result).toList());
  }
}
