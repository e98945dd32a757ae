package dev.hookline.store.jdbc;

import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Opens one database: looks whether it is sound, and brings its schema up to date. */
final class Opening {

  private final Vertx vertx;
  private final JdbcStoreOptions options;
  private final Clock clock;
  private final Dialect dialect;

  Opening(Vertx vertx, JdbcStoreOptions options, Clock clock) {
    this.vertx = vertx;
    this.options = options;
    this.clock = clock;
    this.dialect = Dialect.of(options.url());
  }

  Future<Database> open() {
    Database database = new Database(vertx, dialect, options);
    return vertx
        .executeBlocking(this::prepare)
        .compose(examination -> database.connect().map(examination))
        .compose(examination -> examine(database, examination))
        .compose(ignored -> database.change(this::makeReady))
        .map(database)
        .recover(cause -> database.close().transform(done -> Future.failedFuture(told(cause))));
  }

  private Optional<String> prepare() {
    dialect.prepare(options);
    return dialect.examination(options);
  }

  private Future<Void> examine(Database database, Optional<String> examination) {
    return examination.isEmpty()
        ? Future.succeededFuture()
        : database.ask(tx -> tx.rows(examination.get())).compose(this::judge);
  }

  // Writes in any case: a file that is read-only can be opened, and even take a transaction.
  private void makeReady(Tx tx) throws SQLException {
    new Migrations(dialect).apply(tx);
    Pulse.take(tx, clock.instant());
  }

  private Future<Void> judge(List<Row> findings) {
    String finding = findings.get(0).first().toString();
    return finding.equals("ok")
        ? Future.succeededFuture()
        : Future.failedFuture(new UnusableDatabaseException(dialect.damaged(options, finding)));
  }

  private Throwable told(Throwable cause) {
    if (cause instanceof UnusableDatabaseException) {
      return cause;
    }
    SQLException sql = sql(cause);
    if (sql != null && dialect.isAway(sql)) {
      return new StoreUnavailableException("no answer from the database: " + sql.getMessage(), sql);
    }
    String words =
        sql != null && dialect.isDamage(sql)
            ? dialect.damaged(options, sql.getMessage())
            : "the database cannot be opened: " + cause.getMessage();
    return new UnusableDatabaseException(words, cause);
  }

  private static SQLException sql(Throwable cause) {
    Throwable found = cause;
    while (found != null && !(found instanceof SQLException)) {
      found = found.getCause();
    }
    return (SQLException) found;
  }
}
