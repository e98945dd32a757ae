package dev.hookline.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;

/** Finds out whether the database takes a write: by writing. */
final class Pulse {

  private static final String TAKE =
      """
      INSERT INTO pulse (id, at) VALUES (1, ?)
      ON CONFLICT (id) DO UPDATE SET at = excluded.at""";

  private Pulse() {}

  static void take(Tx tx, Instant now) throws SQLException {
    tx.change(TAKE, now.toEpochMilli());
  }
}
