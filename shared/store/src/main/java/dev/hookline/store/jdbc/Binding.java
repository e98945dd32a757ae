package dev.hookline.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Gives a session the topic that one of its attempts created. */
final class Binding {

  private Binding() {}

  /** Open or ambiguous → bound; answers whether this call did it. */
  static boolean bind(Tx tx, String attempt, long thread, Instant now) throws SQLException {
    long at = now.toEpochMilli();
    Optional<Row> bound = tx.row(TopicSql.BIND, thread, at, attempt, thread);
    if (bound.isPresent()) {
      give(tx, bound.get(), thread, at);
    }
    return bound.isPresent();
  }

  private static void give(Tx tx, Row attempt, long thread, long at) throws SQLException {
    String session = attempt.getString("session_id");
    String name = attempt.getString("name");
    int generation = attempt.getInteger("generation");
    tx.change(TopicSql.GIVE_TOPIC, thread, name, at, session, generation);
    Messages.remember(tx, attempt.getLong("chat_id"), thread, thread);
  }
}
