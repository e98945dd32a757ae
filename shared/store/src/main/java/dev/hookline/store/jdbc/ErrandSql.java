package dev.hookline.store.jdbc;

/** The statements about commands and what is to be done for them. */
final class ErrandSql {

  static final String ADD =
      """
      INSERT INTO errand (chat_id, message_id, thread_id, user_id, deed, text, state, reason,
        created_at, changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (chat_id, message_id) DO NOTHING""";

  static final String WAITING =
      """
      SELECT COUNT(*) AS waiting FROM errand
      WHERE chat_id = ? AND user_id = ? AND state IN ('WAITING', 'SENDING')""";

  static final String SHOW_SESSION = "UPDATE session SET verbosity = ? WHERE session_id = ?";

  static final String SHOW_CHAT = "UPDATE chat SET verbosity = ? WHERE chat_id = ?";

  static final String SILENCE = "UPDATE session SET silent_until = ? WHERE session_id = ?";

  static final String TITLE = "UPDATE session SET title = ? WHERE session_id = ?";

  static final String AUDIT =
      """
      INSERT INTO audit (at, bot_id, update_id, user_id, session_id, what, outcome)
      VALUES (?, ?, ?, ?, COALESCE((
        SELECT session_id FROM topic_attempt
        WHERE state = 'BOUND' AND chat_id = ? AND thread_id = ?), ''), ?, ?)""";

  private static final String ERRAND = "e.chat_id, e.message_id, e.thread_id, e.deed, e.text, ";

  /** As it will be when it is claimed now. */
  static final String NEXT =
      "SELECT "
          + ERRAND
          + """
          c.last_message_id AS low_message_id
          FROM errand e JOIN chat c ON c.chat_id = e.chat_id
          WHERE e.chat_id = ? AND e.state IN ('WAITING', 'SENDING') AND e.state = 'WAITING'
            AND e.not_before <= ?
          ORDER BY e.created_at, e.message_id LIMIT 1""";

  static final String BEGIN =
      """
      UPDATE errand SET state = 'SENDING', changed_at = ?,
        low_message_id = (SELECT c.last_message_id FROM chat c WHERE c.chat_id = errand.chat_id)
      WHERE chat_id = ? AND message_id = ?""";

  private static final String OPEN =
      " WHERE chat_id = ? AND message_id = ? AND state IN ('WAITING', 'SENDING')";

  static final String END = "UPDATE errand SET state = ?, reason = ?, changed_at = ?" + OPEN;

  static final String PUT_BACK = "UPDATE errand SET state = 'WAITING', not_before = ?" + OPEN;

  static final String SAY_INSTEAD =
      "UPDATE errand SET state = 'WAITING', deed = 'SAY', text = ?, changed_at = ?" + OPEN;

  static final String UNDER_WAY =
      "SELECT "
          + ERRAND
          + """
          e.low_message_id FROM errand e
          WHERE e.chat_id = ? AND e.state IN ('WAITING', 'SENDING') AND e.state = 'SENDING'
          ORDER BY e.created_at, e.message_id""";

  private ErrandSql() {}
}
