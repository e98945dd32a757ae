package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Retention;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Takes out what is over, at most a thousand rows of a kind in one transaction. */
final class JdbcRetention implements Retention {

  private static final int MOST = 1_000;

  private final Database database;

  JdbcRetention(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<SessionKey>> over(Instant before, int limit) {
    return database.ask(
        tx ->
            tx.rows(RetentionSql.SESSIONS, before.toEpochMilli(), limit).stream()
                .map(Rows::session)
                .toList());
  }

  @Override
  public Future<Boolean> forget(SessionKey session, Instant before) {
    String id = session.value();
    return database.write(
        tx -> {
          Locks.chatOfSession(tx, id);
          Locks.session(tx, id);
          return tx.row(RetentionSql.IS_OVER, id, before.toEpochMilli()).isPresent()
              && forget(tx, id);
        });
  }

  // Events last: while there are any, the session is found again.
  private static boolean forget(Tx tx, String session) throws SQLException {
    int entries = tx.change(RetentionSql.ENTRIES, session, session, MOST);
    int messages = tx.change(RetentionSql.MESSAGES, session, MOST);
    if (entries + messages > 0) {
      return true;
    }
    tx.change(RetentionSql.BUTTONS, session);
    tx.change(RetentionSql.APPROVALS, session);
    tx.change(RetentionSql.REPLIES, session);
    tx.change(RetentionSql.PANES, session);
    return tx.change(RetentionSql.EVENTS, session, session, MOST) > 0;
  }

  @Override
  public Future<Boolean> forgetUpdates(Instant before) {
    long at = before.toEpochMilli();
    return database.write(
        tx -> {
          for (Row chat : tx.rows(RetentionSql.OLD_MESSAGES, at)) {
            tx.change(
                RetentionSql.OTHERS_MESSAGES, chat.getLong("chat_id"), chat.getLong("message_id"));
          }
          tx.change(RetentionSql.ATTEMPTS, at);
          return tx.change(RetentionSql.UPDATES, at, MOST) > 0;
        });
  }

  @Override
  public Future<Integer> forgetAudit(Instant before) {
    long at = before.toEpochMilli();
    return database.write(
        tx -> tx.change(RetentionSql.AUDIT, at) + tx.change(RetentionSql.ERRANDS, at));
  }
}
