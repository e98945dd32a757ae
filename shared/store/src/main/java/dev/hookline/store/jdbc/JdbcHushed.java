package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.Hushed;
import dev.hookline.store.OutboxEntry;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** How much of each session is shown, and what is not. */
final class JdbcHushed implements Hushed {

  private static final String SHOW = "UPDATE session SET verbosity = ? WHERE session_id = ?";

  private static final String SHOWN = "SELECT verbosity FROM session WHERE session_id = ?";

  private static final String LIST =
      "SELECT "
          + OutboxSql.ENTRY
          + """
           FROM outbox o JOIN session s ON s.session_id = o.session_id
          WHERE o.session_id = ? AND o.told_by IS NOT NULL AND o.position > ?
          ORDER BY o.position LIMIT ?""";

  private final Database database;

  JdbcHushed(Database database) {
    this.database = database;
  }

  @Override
  public Future<Boolean> show(SessionKey session, Optional<Verbosity> verbosity) {
    String name = verbosity.map(Enum::name).orElse(null);
    return database.write(tx -> tx.change(SHOW, name, session.value()) > 0);
  }

  @Override
  public Future<Optional<Verbosity>> verbosity(SessionKey session) {
    return database.ask(
        tx -> tx.row(SHOWN, session.value()).map(Entries::verbosity)); // no such row, or no value
  }

  @Override
  public Future<List<OutboxEntry>> list(SessionKey session, long after, int limit) {
    return database.read(tx -> Entries.asWritten(tx, tx.rows(LIST, session.value(), after, limit)));
  }
}
