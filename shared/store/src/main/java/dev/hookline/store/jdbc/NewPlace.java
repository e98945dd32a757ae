package dev.hookline.store.jdbc;

import java.sql.SQLException;

/** Makes room at the end of what a session has to show. */
final class NewPlace {

  private static final String TAKE =
      """
      UPDATE session SET next_position = next_position + 1 WHERE session_id = ?
      RETURNING next_position - 1 AS position""";

  private NewPlace() {}

  /** The place behind everything else. The caller holds the session. */
  static long behindAll(Tx tx, String session) throws SQLException {
    return tx.row(TAKE, session).orElseThrow().getLong("position");
  }
}
