package dev.hookline.store.jdbc;

/** The statements about what is to be shown. */
final class OutboxSql {

  private static final String ENTRY =
      """
      o.session_id, o.position, o.kind, o.late, o.text, o.part, o.attempts, o.low_message_id,
      o.epoch, s.generation, s.thread_id, s.topic_name, s.topic_state""";

  /** One row when the lease holds; its entry is null when none is due. */
  static final String NEXT =
      """
      SELECT c.last_message_id, h.*
      FROM chat c LEFT JOIN (
        SELECT\s"""
          + ENTRY
          + """

          FROM session s
          JOIN outbox o ON o.session_id = s.session_id AND o.position = s.shown_position + 1
          WHERE s.chat_id = ? AND s.to_show > 0
            AND s.topic_state IN ('BOUND', 'CLOSED')
            AND o.state = 'PENDING' AND o.not_before <= ? %s
          ORDER BY s.served, s.session_id LIMIT 1) h ON TRUE
          WHERE c.chat_id = ? AND c.epoch = ?""";

  static final String PASS_OVER = "AND s.session_id NOT IN (%s)";

  static final String COUNT_TURN = "UPDATE chat SET turns = turns + 1 WHERE chat_id = ?";

  static final String SEND =
      """
      UPDATE outbox SET state = 'SENDING', epoch = ?, low_message_id = ?, attempts = attempts + 1,
        not_before = 0, changed_at = ?
      WHERE session_id = ? AND position = ?""";

  static final String SERVED =
      """
      UPDATE session SET served = (SELECT turns FROM chat WHERE chat.chat_id = session.chat_id)
      WHERE session_id = ?""";

  static final String EVENTS =
      """
      SELECT e.session_id, e.position, e.seq, e.body
      FROM (VALUES %s) AS v
      JOIN event e ON e.session_id = v.column1 AND e.position = v.column2
      ORDER BY e.session_id, e.position, e.place""";

  static final String DOUBTED =
      "SELECT "
          + ENTRY
          + """
           FROM outbox o JOIN session s ON s.session_id = o.session_id
          WHERE o.chat_id = ? AND o.state IN ('SENDING', 'AMBIGUOUS', 'PARKED')
            AND o.state = 'AMBIGUOUS'
          ORDER BY o.changed_at, o.session_id""";

  private static final String IN_FLIGHT =
      "WHERE session_id = ? AND position = ? AND state IN ('SENDING', 'AMBIGUOUS')";

  /** Repeated, it finds the part counted already and changes nothing. */
  static final String SENT =
      """
      UPDATE outbox SET state = ?, part = ?, attempts = 0, reason = '',
        uncertain = uncertain + ?, changed_at = ?
      """
          + IN_FLIGHT
          + " AND part = ?";

  static final String PUT_BACK =
      "UPDATE outbox SET state = 'PENDING', reason = ?, not_before = ? " + IN_FLIGHT;

  static final String DOUBT = "UPDATE outbox SET state = 'AMBIGUOUS', reason = ? " + IN_FLIGHT;

  static final String PARK =
      "UPDATE outbox SET state = 'PARKED', reason = ?, changed_at = ? " + IN_FLIGHT;

  /** The session goes on behind the entry. */
  static final String PASS =
      "UPDATE session SET shown_position = ? WHERE session_id = ? AND shown_position = ?";

  static final String NEXT_DUE =
      """
      SELECT MIN(o.not_before) AS due
      FROM session s
      JOIN outbox o ON o.session_id = s.session_id AND o.position = s.shown_position + 1
      WHERE s.chat_id = ? AND s.to_show > 0
        AND s.topic_state IN ('BOUND', 'CLOSED') AND o.state = 'PENDING' AND o.not_before > 0""";

  private OutboxSql() {}
}
