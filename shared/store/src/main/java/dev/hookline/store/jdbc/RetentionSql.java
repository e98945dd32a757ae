package dev.hookline.store.jdbc;

/** The statements that take out what is over. */
final class RetentionSql {

  /** Of sessions s: quiet since a time, and nothing of them waits for anything. */
  private static final String OVER =
      """
      s.last_event_at < ? AND s.to_show = 0 AND s.topic_state <> 'DOUBTED'
      AND NOT EXISTS (
        SELECT 1 FROM event e
        WHERE e.session_id = s.session_id AND e.state = 'FRESH' AND e.source_seq IS NULL)
      AND NOT EXISTS (
        SELECT 1 FROM event e
        WHERE e.session_id = s.session_id AND e.state = 'FRESH' AND e.source_seq IS NOT NULL)
      AND NOT EXISTS (
        SELECT 1 FROM outbox o
        WHERE o.chat_id = s.chat_id AND o.state IN ('SENDING', 'AMBIGUOUS', 'PARKED')
          AND o.session_id = s.session_id)
      AND NOT EXISTS (
        SELECT 1 FROM outbox o
        WHERE o.session_id = s.session_id AND o.told_by IS NOT NULL AND o.told_by = 0)
      AND NOT EXISTS (
        SELECT 1 FROM approval a
        WHERE a.session_id = s.session_id
          AND (a.state IN ('OPEN', 'ANSWERED') OR a.version > a.shown_version AND a.shown <> ''))
      AND NOT EXISTS (
        SELECT 1 FROM reply r
        WHERE r.session_id = s.session_id AND r.state IN ('WAITING', 'GIVEN'))
      AND NOT EXISTS (
        SELECT 1 FROM topic_attempt t
        WHERE t.session_id = s.session_id AND t.state IN ('OPEN', 'AMBIGUOUS', 'ORPHAN'))\
      """;

  /**
   * Of events e: not among the latest of their source, from which it is told how far its numbers go
   * without a hole, and which of them were shown.
   */
  private static final String CAN_GO =
      """
      (e.source_seq IS NULL OR EXISTS (
        SELECT 1 FROM source n
        WHERE n.source_id = e.source_id AND e.source_seq < n.through_seq
          AND (e.state <> 'PLACED' OR EXISTS (
            SELECT 1 FROM event l
            WHERE l.source_id = e.source_id AND l.source_seq > e.source_seq
              AND l.state = 'PLACED'))))\
      """;

  static final String SESSIONS =
      "SELECT s.session_id FROM session s WHERE "
          + OVER
          + """

          AND EXISTS (SELECT 1 FROM event e WHERE e.session_id = s.session_id AND
          """
          + CAN_GO
          + ") ORDER BY s.last_event_at, s.session_id LIMIT ?";

  static final String IS_OVER = "SELECT 1 FROM session s WHERE s.session_id = ? AND " + OVER;

  static final String EVENTS =
      """
      DELETE FROM event WHERE session_id = ? AND seq IN (
        SELECT e.seq FROM event e WHERE e.session_id = ? AND
      """
          + CAN_GO
          + " ORDER BY e.seq LIMIT ?)";

  /** What may be twice in the chat is counted for ever. */
  static final String ENTRIES =
      """
      DELETE FROM outbox WHERE session_id = ? AND position IN (
        SELECT o.position FROM outbox o
        WHERE o.session_id = ? AND o.uncertain = 0 ORDER BY o.position LIMIT ?)\
      """;

  /** Of messages m: nobody looks for one that is missing among those up to this one. */
  private static final String NOT_LOOKED_AT =
      """
      NOT EXISTS (
        SELECT 1 FROM topic_attempt t
        WHERE t.chat_id = m.chat_id AND t.state IN ('OPEN', 'AMBIGUOUS', 'ORPHAN')
          AND t.low_message_id < m.message_id)
      AND NOT EXISTS (
        SELECT 1 FROM outbox o
        WHERE o.chat_id = m.chat_id AND o.state IN ('SENDING', 'AMBIGUOUS', 'PARKED')
          AND o.state <> 'PARKED' AND o.low_message_id < m.message_id)\
      """;

  static final String MESSAGES =
      """
      DELETE FROM message WHERE (chat_id, message_id) IN (
        SELECT m.chat_id, m.message_id FROM message m
        WHERE m.session_id = ? AND
      """
          + NOT_LOOKED_AT
          + " ORDER BY m.position LIMIT ?)";

  static final String BUTTONS = "DELETE FROM button WHERE session_id = ?";

  static final String REPLIES = "DELETE FROM reply WHERE session_id = ?";

  static final String PANES = "DELETE FROM pane WHERE session_id = ?";

  static final String APPROVALS = "DELETE FROM approval WHERE session_id = ?";

  /** Up to where other people's messages are old: ids of messages grow with time. */
  static final String OLD_MESSAGES =
      """
      SELECT chat_id, MAX(message_id) AS message_id FROM update_seen
      WHERE handled = 1 AND received_at < ? AND message_id > 0 GROUP BY chat_id\
      """;

  static final String OTHERS_MESSAGES =
      """
      DELETE FROM message WHERE (chat_id, message_id) IN (
        SELECT m.chat_id, m.message_id FROM message m
        WHERE m.chat_id = ? AND m.message_id <= ? AND m.session_id IS NULL AND
      """
          + NOT_LOOKED_AT
          + ")";

  static final String UPDATES =
      """
      DELETE FROM update_seen WHERE (bot_id, update_id) IN (
        SELECT u.bot_id, u.update_id FROM update_seen u
        WHERE u.handled = 1 AND u.received_at < ? ORDER BY u.bot_id, u.update_id LIMIT ?)\
      """;

  static final String ATTEMPTS = "DELETE FROM topic_attempt WHERE state = 'FAILED' AND since < ?";

  static final String AUDIT = "DELETE FROM audit WHERE at < ?";

  static final String ERRANDS =
      "DELETE FROM errand WHERE state IN ('DONE', 'DROPPED') AND changed_at < ?";

  private RetentionSql() {}
}
