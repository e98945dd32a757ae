package dev.hookline.store.jdbc;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** Opens one database: looks whether it is sound, and brings its schema up to date. */
final class Opening {

  private static final String ADVICE =
      " Stop Hookline and keep a copy of the file. Then restore a backup, or save what can be"
          + " read: sqlite3 %1$s .recover | sqlite3 %1$s.new";

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
        .compose(ignored -> database.connect())
        .compose(ignored -> database.read(this::examine))
        .compose(ignored -> database.write(this::makeReady))
        .map(database)
        .recover(cause -> database.close().transform(done -> Future.failedFuture(told(cause))));
  }

  private Void prepare() {
    DatabaseFile.create(DatabaseFile.of(options.url()));
    return null;
  }

  private Future<Void> examine(Tx tx) {
    return tx.rows("PRAGMA quick_check(1)").compose(this::judge);
  }

  // Writes in any case: a file that is read-only can be opened, and even take a transaction.
  private Future<Void> makeReady(Tx tx) {
    return new Migrations(dialect).apply(tx).compose(ignored -> Pulse.take(tx, clock.instant()));
  }

  private Future<Void> judge(List<Row> findings) {
    String finding = findings.get(0).getString(0);
    return finding.equals("ok")
        ? Future.succeededFuture()
        : Future.failedFuture(new UnusableDatabaseException(damaged(finding)));
  }

  private String damaged(String finding) {
    String file = DatabaseFile.of(options.url()).toString();
    return "the database " + file + " is damaged (" + finding + ")." + ADVICE.formatted(file);
  }

  private Throwable told(Throwable cause) {
    if (cause instanceof UnusableDatabaseException) {
      return cause;
    }
    Throwable root = cause.getCause() == null ? cause : cause.getCause();
    String words =
        root instanceof SQLException sql && dialect.isDamage(sql)
            ? damaged(sql.getMessage())
            : "the database cannot be opened: " + cause.getMessage();
    return new UnusableDatabaseException(words, cause);
  }
}
