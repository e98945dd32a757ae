package dev.hookline.store.jdbc;

/** The statements about agents' questions. */
final class ApprovalSql {

  static final String APPROVAL =
      """
      a.approval_id, a.session_id, a.state, a.likeness, a.asked_at, a.settled_at, a.answer""";

  private static final String SEEN =
      APPROVAL
          + """
          , a.shown, a.picks, a.settled_by, a.settled_name, a.version, e.seq, e.position, e.body""";

  /** Who comes back keeps its question open, unless it was settled by a person or by time. */
  static final String HOLD =
      """
      INSERT INTO approval (approval_id, source_id, event_id, session_id, likeness, asked_at,
        expires_at, held_until)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (source_id, event_id) DO UPDATE SET
        held_until = excluded.held_until,
        version = approval.version
          + CASE WHEN approval.state IN ('GONE', 'LOST') THEN 1 ELSE 0 END,
        settled_at = CASE WHEN approval.state IN ('GONE', 'LOST') THEN 0 ELSE approval.settled_at END,
        state = CASE WHEN approval.state IN ('GONE', 'LOST') THEN 'OPEN' ELSE approval.state END""";

  static final String HELD =
      "SELECT "
          + APPROVAL
          + """
          , COALESCE(e.seq, 0) AS seq FROM approval a
          LEFT JOIN event e ON e.source_id = a.source_id AND e.event_id = a.event_id
          WHERE a.source_id = ? AND a.event_id = ?""";

  static final String KEEP =
      "UPDATE approval SET held_until = ? WHERE approval_id IN (%s) AND state = 'OPEN'";

  static final String EXPIRE =
      """
      UPDATE approval SET state = 'EXPIRED', settled_at = ?, version = version + 1
      WHERE approval_id IN (%s) AND state = 'OPEN' AND expires_at <= ?""";

  static final String SETTLED =
      "SELECT "
          + APPROVAL
          + ", 0 AS seq FROM approval a WHERE a.approval_id IN (%s) AND a.state <> 'OPEN'";

  static final String SETTLE =
      """
      UPDATE approval SET state = ?, settled_at = ?, version = version + 1
      WHERE approval_id = ? AND state = 'OPEN'""";

  static final String TAKEN =
      """
      UPDATE approval SET version = version + CASE WHEN state = 'UNTAKEN' THEN 1 ELSE 0 END,
        state = 'TAKEN'
      WHERE approval_id = ? AND state IN ('ANSWERED', 'UNTAKEN')""";

  static final String OF_SESSION =
      "SELECT "
          + APPROVAL
          + """
          , COALESCE(e.seq, 0) AS seq FROM approval a
          LEFT JOIN event e ON e.source_id = a.source_id AND e.event_id = a.event_id
          WHERE a.session_id = ? ORDER BY a.asked_at DESC, seq DESC LIMIT 100""";

  static final String BEHIND =
      """
      SELECT seq, body FROM event
      WHERE session_id = ? AND seq > ? AND type IN ('tool_result', 'tool_error', 'turn_complete',
        'user_input', 'session_end', 'subagent_stop', 'other')
      ORDER BY seq LIMIT 100""";

  static final String ASKED =
      "SELECT "
          + SEEN
          + """
          , 0 AS message_id FROM event e
          JOIN approval a ON a.source_id = e.source_id AND a.event_id = e.event_id
          WHERE e.source_id = ? AND e.event_id = ?""";

  /** From then on the message shows the question as it is now. */
  static final String OFFERED =
      "UPDATE approval SET shown = ?, shown_version = version WHERE approval_id = ?";

  static final String NEW_BUTTON =
      """
      INSERT INTO button (button_id, session_id, position, action) VALUES (?, ?, ?, ?)
      ON CONFLICT (session_id, position, action) DO NOTHING""";

  static final String BUTTONS =
      "SELECT button_id, action FROM button WHERE session_id = ? AND position = ?";

  /** Where the message that shows an entry stands: an entry may be shown by an earlier one's. */
  private static final String SHOWN_BY =
      """

      JOIN outbox o ON o.session_id = e.session_id AND o.position = e.position
      JOIN message m ON m.session_id = o.session_id AND m.position = COALESCE(o.head, o.position)
      """;

  static final String BUTTON_PRESSED =
      "SELECT "
          + SEEN
          + """
          , m.message_id FROM button b
          JOIN event e ON e.session_id = b.session_id AND e.position = b.position
          JOIN approval a ON a.source_id = e.source_id AND a.event_id = e.event_id"""
          + SHOWN_BY
          + """
          WHERE b.button_id = ? AND m.chat_id = ? AND m.message_id = ? AND m.thread_id = ?""";

  /** A message shows at most a hundred entries, and a question is the last of them. */
  static final String REPLIED_TO =
      "SELECT "
          + SEEN
          + """
          , m.message_id FROM message m
          JOIN event e ON e.session_id = m.session_id
            AND e.position >= m.position AND e.position < m.position + 100
          JOIN outbox o ON o.session_id = e.session_id AND o.position = e.position
          JOIN approval a ON a.source_id = e.source_id AND a.event_id = e.event_id
          WHERE m.chat_id = ? AND m.message_id = ? AND m.thread_id = ?
            AND COALESCE(o.head, o.position) = m.position
          ORDER BY e.position DESC LIMIT 1""";

  private static final String STILL_OPEN =
      """

      WHERE approval_id = ? AND state = 'OPEN' AND version = ? AND expires_at > ?""";

  static final String ANSWER =
      """
      UPDATE approval SET state = 'ANSWERED', answer = ?, settled_at = ?, settled_by = ?,
        settled_name = ?, version = version + 1"""
          + STILL_OPEN;

  static final String PICK = "UPDATE approval SET picks = ?, version = version + 1" + STILL_OPEN;

  static final String UNHELD =
      """
      SELECT 1 AS found FROM approval
      WHERE state IN ('OPEN', 'ANSWERED') AND held_until < ? LIMIT 1""";

  static final String CLEAR =
      """
      UPDATE approval SET version = version + 1,
        settled_at = CASE WHEN state = 'ANSWERED' THEN settled_at ELSE ? END,
        state = CASE WHEN state = 'ANSWERED' THEN 'UNTAKEN'
          WHEN expires_at <= ? THEN 'EXPIRED' ELSE 'LOST' END
      WHERE state IN ('OPEN', 'ANSWERED') AND held_until < ?""";

  static final String OUTDATED =
      "SELECT "
          + SEEN
          + """
          , MAX(m.message_id) AS message_id FROM approval a
          JOIN session s ON s.session_id = a.session_id
          JOIN event e ON e.source_id = a.source_id AND e.event_id = a.event_id"""
          + SHOWN_BY
          + """
          WHERE a.version > a.shown_version AND a.shown <> ''
            AND s.chat_id = ? AND m.chat_id = ? AND o.state = 'SENT'
          GROUP BY\s"""
          + SEEN
          + " ORDER BY a.settled_at LIMIT ?";

  static final String OUTDATE =
      "UPDATE approval SET shown_version = 0 WHERE source_id = ? AND event_id = ?";

  static final String SHOWN =
      "UPDATE approval SET shown_version = ? WHERE approval_id = ? AND shown_version < ?";

  static final String AUDIT =
      """
      INSERT INTO audit (at, bot_id, update_id, user_id, session_id, approval_id, what, outcome)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

  private ApprovalSql() {}
}
