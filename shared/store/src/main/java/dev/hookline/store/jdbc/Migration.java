package dev.hookline.store.jdbc;

import java.sql.SQLException;

/** Moves a chat's belongings to its new id. */
final class Migration {

  private static final String SESSIONS = "UPDATE session SET chat_id = ? WHERE chat_id = ?";
  private static final String ENTRIES =
      "UPDATE outbox SET chat_id = ?, low_message_id = 0 WHERE chat_id = ?";

  /** The new chat counts its messages from the beginning. */
  private static final String ATTEMPTS =
      """
      UPDATE topic_attempt SET chat_id = ?, low_message_id = 0
      WHERE chat_id = ? AND state IN ('OPEN', 'AMBIGUOUS')""";

  /** Names the new id, also where an older id named the present one: one look finds it. */
  private static final String NAME_SUCCESSOR =
      """
      INSERT INTO chat (chat_id, owner, epoch, migrated_to) VALUES (?, '', 0, ?)
      ON CONFLICT (chat_id) DO UPDATE SET migrated_to = excluded.migrated_to""";

  private static final String VERBOSITY =
      """
      INSERT INTO chat (chat_id, owner, epoch, verbosity)
      SELECT ?, '', 0, verbosity FROM chat WHERE chat_id = ? AND verbosity IS NOT NULL
      ON CONFLICT (chat_id) DO UPDATE SET verbosity = excluded.verbosity""";

  /** The messages that they answer are not in the new chat. */
  private static final String ERRANDS = "DELETE FROM errand WHERE chat_id = ?";

  private static final String NAME_SUCCESSOR_OF_OLDER =
      "UPDATE chat SET migrated_to = ? WHERE migrated_to = ?";
  private static final String IS_CURRENT = "UPDATE chat SET migrated_to = NULL WHERE chat_id = ?";

  private final Tx tx;
  private final long from;
  private final long to;

  Migration(Tx tx, long from, long to) {
    this.tx = tx;
    this.from = from;
    this.to = to;
  }

  void move() throws SQLException {
    tx.change(SESSIONS, to, from);
    tx.change(ENTRIES, to, from);
    tx.change(ATTEMPTS, to, from);
    tx.change(VERBOSITY, to, from);
    tx.change(ERRANDS, from);
    tx.change(NAME_SUCCESSOR, from, to);
    tx.change(NAME_SUCCESSOR_OF_OLDER, to, from);
    tx.change(IS_CURRENT, to);
  }
}
