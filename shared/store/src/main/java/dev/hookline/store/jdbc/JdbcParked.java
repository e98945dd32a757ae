package dev.hookline.store.jdbc;

import dev.hookline.store.Parked;
import dev.hookline.store.ParkedEntry;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Entries that were given up. Their sessions have passed them, so no lane holds one of them. */
final class JdbcParked implements Parked {

  private static final String LIST =
      """
      SELECT o.session_id, o.position, o.reason, o.changed_at AS since,
        COALESCE((SELECT e.type FROM event e
         WHERE e.session_id = o.session_id AND e.position = o.position
         ORDER BY e.place LIMIT 1), '') AS what
      FROM outbox o
      WHERE o.state IN ('SENDING', 'AMBIGUOUS', 'PARKED') AND o.state = 'PARKED'
      ORDER BY o.changed_at, o.session_id, o.position LIMIT ?""";

  private static final String TAKE_OUT =
      """
      DELETE FROM outbox WHERE session_id = ? AND position = ? AND state = 'PARKED'
      RETURNING chat_id, kind, text, whole_of, wanted_by""";

  private static final String APPEND =
      """
      INSERT INTO outbox
        (session_id, position, chat_id, kind, late, text, whole_of, wanted_by, changed_at)
      VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?)""";

  private static final String MOVE =
      "UPDATE event SET position = ? WHERE session_id = ? AND position = ?";

  private final Database database;

  JdbcParked(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<ParkedEntry>> list(int limit) {
    return database.ask(tx -> tx.rows(LIST, limit).stream().map(JdbcParked::entry).toList());
  }

  @Override
  public Future<Boolean> showAgain(ParkedEntry entry, Instant now) {
    return database.write(
        tx -> {
          String session = entry.session().value();
          Locks.chatOfSession(tx, session);
          Locks.session(tx, session);
          Optional<Row> parked = tx.row(TAKE_OUT, session, entry.position());
          if (parked.isPresent()) {
            append(tx, entry, parked.get(), now);
          }
          return parked.isPresent();
        });
  }

  private static void append(Tx tx, ParkedEntry entry, Row parked, Instant now)
      throws SQLException {
    String session = entry.session().value();
    long position = NewPlace.behindAll(tx, session);
    tx.change(
        APPEND,
        session,
        position,
        parked.getLong("chat_id"),
        parked.getString("kind"),
        parked.getString("text"),
        parked.getLong("whole_of"),
        parked.getString("wanted_by"),
        now.toEpochMilli());
    tx.change(MOVE, position, session, entry.position());
  }

  private static ParkedEntry entry(Row row) {
    return new ParkedEntry(
        Rows.session(row),
        row.getLong("position"),
        row.getString("what"),
        row.getString("reason"),
        Rows.instant(row, "since"));
  }
}
