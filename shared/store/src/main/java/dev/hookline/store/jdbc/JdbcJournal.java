package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.Journal;
import dev.hookline.store.PlacedEvent;
import io.vertx.core.Future;
import java.util.List;

/** Reads on where somebody has stopped reading. */
final class JdbcJournal implements Journal {

  private final Database database;

  JdbcJournal(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<PlacedEvent>> behind(SessionKey session, long seq, int limit) {
    return database.ask(
        tx ->
            tx.rows(JournalSql.BEHIND, session.value(), seq, limit).stream()
                .map(row -> new PlacedEvent(row.getLong("seq"), Rows.event(row)))
                .toList());
  }

  @Override
  public Future<Long> last(SessionKey session) {
    return database.ask(
        tx -> tx.row(JournalSql.LAST, session.value()).map(row -> row.getLong("seq")).orElse(0L));
  }

  @Override
  public Future<List<Approval>> asking(int limit) {
    return database.ask(
        tx -> tx.rows(JournalSql.ASKING, limit).stream().map(ApprovalRows::approval).toList());
  }
}
