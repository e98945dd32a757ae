package dev.hookline.store.jdbc;

import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One database, and the transactions on it: writers on connections of their own, readers beside
 * them, all on threads of their own. Thread-safe; who asks on an event loop is answered there.
 *
 * <p>Plain JDBC, not Vert.x's client for it: that one takes every statement to a worker thread and
 * prepares it anew. docs/adr/0011 has the figures.
 */
final class Database {

  private final Vertx vertx;
  private final Dialect dialect;
  private final JdbcStoreOptions options;
  private final WorkerExecutor writing;
  private final WorkerExecutor reading;
  private final Writer writer;
  private final Readers readers;
  private final Promise<Void> closing = Promise.promise();
  private Future<Void> closed; // null while it is open

  Database(Vertx vertx, Dialect dialect, JdbcStoreOptions options) {
    this.vertx = vertx;
    this.dialect = dialect;
    this.options = options;
    String name = "store-" + Integer.toHexString(System.identityHashCode(this));
    this.writing = vertx.createSharedWorkerExecutor(name + "-writer", dialect.writers());
    this.reading = vertx.createSharedWorkerExecutor(name + "-reader", options.readers());
    this.writer = new Writer(writing, dialect, options.mostWaiting());
    this.readers = new Readers(reading, options.mostWaiting());
  }

  /** Opens every connection and prepares it. */
  Future<Void> connect() {
    // One that writes first: the first connection decides about SQLite's journal.
    return connected(writing, writer::add)
        .compose(ignored -> Future.all(connectOthers()))
        .mapEmpty();
  }

  /** What differs between databases. */
  Dialect dialect() {
    return dialect;
  }

  /** Runs a transaction that writes: all of it is committed, or nothing. */
  <T> Future<T> write(Work<T> work) {
    return answered(work, request -> writer.take(request, false));
  }

  /** Runs a transaction that writes and has no result. */
  Future<Void> change(Change change) {
    return write(
        tx -> {
          change.in(tx);
          return null;
        });
  }

  /** Like {@link #write}, but before others: for those who keep a sender waiting. */
  <T> Future<T> writeSoon(Work<T> work) {
    return answered(work, request -> writer.take(request, true));
  }

  /** Runs a transaction that only reads, and sees one state of the database throughout. */
  <T> Future<T> read(Work<T> work) {
    return answered(tx -> within(tx, work), readers::take);
  }

  /** Runs a single statement that reads. */
  <T> Future<T> ask(Work<T> statement) {
    return answered(statement, readers::take);
  }

  /** Takes no more, waits for what runs, and closes the connections. */
  synchronized Future<Void> close() {
    if (closed == null) {
      closing.complete();
      closed =
          Future.join(writer.drain(), readers.drain())
              .compose(ignored -> writing.executeBlocking(this::disconnect))
              .eventually(writing::close)
              .eventually(reading::close)
              .mapEmpty();
    }
    return closed;
  }

  /** Completes when it is to be closed. */
  Future<Void> closing() {
    return closing.future();
  }

  private synchronized boolean isClosed() {
    return closed != null;
  }

  private List<Future<Void>> connectOthers() {
    List<Future<Void>> connecting = new ArrayList<>();
    for (int i = 1; i < dialect.writers(); i++) {
      connecting.add(connected(writing, writer::add));
    }
    for (int i = 0; i < options.readers(); i++) {
      connecting.add(connected(reading, readers::add));
    }
    return connecting;
  }

  private Future<Void> connected(WorkerExecutor thread, Consumer<Link> user) {
    return thread.executeBlocking(
        () -> {
          Link link = new Link(dialect, this::newConnection);
          link.open();
          user.accept(link);
          return null;
        },
        false);
  }

  private Tx newConnection() throws SQLException {
    String url = dialect.connection(options);
    Tx tx = new Tx(dialect, DriverManager.getConnection(url, dialect.properties(options)));
    for (String statement : dialect.setUp(options)) {
      tx.run(statement);
    }
    return tx;
  }

  private Void disconnect() {
    readers.close();
    writer.close();
    return null;
  }

  private <T> T within(Tx tx, Work<T> work) throws SQLException {
    tx.run(dialect.beginReading());
    try {
      return work.in(tx);
    } finally {
      tx.rollBack(); // there is nothing to keep
    }
  }

  private <T> Future<T> answered(Work<T> work, Taker taker) {
    if (isClosed()) {
      return Future.failedFuture(new StoreUnavailableException("the store is closed", null));
    }
    Request<T> request = new Request<>(vertx, work, options.patience());
    if (!taker.takes(request)) {
      request.fail(new StoreUnavailableException("too many transactions wait already", null));
    }
    return request.answer().recover(cause -> Future.failedFuture(inOurWords(cause)));
  }

  private Throwable inOurWords(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return new StoreUnavailableException("the database took longer than it may", cause);
    }
    if (cause instanceof SQLException sql) {
      return dialect.isOutage(sql)
          ? new StoreUnavailableException("the database cannot be used: " + sql.getMessage(), sql)
          : new IllegalStateException("the database refused a statement: " + sql, sql);
    }
    return cause;
  }

  private interface Taker {
    boolean takes(Request<?> request);
  }
}
