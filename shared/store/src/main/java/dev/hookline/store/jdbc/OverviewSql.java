package dev.hookline.store.jdbc;

/** The statements of the overview: all but the last read few events. */
final class OverviewSql {

  static final String ACCEPTED =
      """
      SELECT COALESCE(SUM(next_seq - 1), 0) AS accepted, COALESCE(SUM(kept), 0) AS kept,
        COALESCE(SUM(hushed), 0) AS hushed
      FROM session""";

  static final String FRESH =
      """
      SELECT SUM(events) AS events, MIN(oldest) AS oldest FROM (
        SELECT COUNT(*) AS events, MIN(received_at) AS oldest FROM event
        WHERE state = 'FRESH' AND source_seq IS NULL
        UNION ALL
        SELECT COUNT(*) AS events, MIN(received_at) AS oldest FROM event
        WHERE state = 'FRESH' AND source_seq IS NOT NULL) AS waiting""";

  static final String PLACED_AND_WAITING =
      """
      SELECT COUNT(*) AS events, MIN(e.received_at) AS oldest
      FROM session s
      JOIN event e ON e.session_id = s.session_id AND e.position > s.shown_position
      WHERE s.to_show > 0""";

  static final String ENTRIES =
      """
      SELECT
        (SELECT COUNT(*) FROM outbox o
         JOIN event e ON e.session_id = o.session_id AND e.position = o.position
         WHERE o.state IN ('SENDING', 'AMBIGUOUS', 'PARKED') AND o.state = 'PARKED') AS parked,
        (SELECT COUNT(*) FROM outbox
         WHERE state IN ('SENDING', 'AMBIGUOUS', 'PARKED') AND state = 'AMBIGUOUS') AS doubted,
        (SELECT COALESCE(SUM(uncertain), 0) FROM outbox WHERE uncertain > 0) AS uncertain""";

  /** Numbers below one that has its place, and that never came: inside the source, and before. */
  static final String GAPS =
      """
      SELECT COALESCE(SUM(
        CASE WHEN g.first_seq > 1 THEN g.first_seq - 1 ELSE 0 END
        + CASE WHEN g.released > g.through_seq THEN g.released - g.through_seq - (
            SELECT COUNT(DISTINCT e.source_seq) FROM event e
            WHERE e.source_id = g.source_id
              AND e.source_seq > g.through_seq AND e.source_seq <= g.released)
          ELSE 0 END), 0) AS gaps
      FROM (
        SELECT s.source_id, s.first_seq, s.through_seq, (
          SELECT e.source_seq FROM event e
          WHERE e.source_id = s.source_id AND e.source_seq >= 0 AND e.state = 'PLACED'
          ORDER BY e.source_seq DESC LIMIT 1) AS released
        FROM source s) AS g
      WHERE g.released IS NOT NULL""";

  /** How many events of a session wait. */
  static final String WAITING =
      """
      (SELECT COUNT(*) FROM event e
       WHERE e.session_id = session.session_id AND e.state = 'FRESH' AND e.source_seq IS NULL)
      + (SELECT COUNT(*) FROM event e
       WHERE e.session_id = session.session_id AND e.state = 'FRESH'
         AND e.source_seq IS NOT NULL)
      + (SELECT COUNT(*) FROM event e
       WHERE e.session_id = session.session_id
         AND e.position > session.shown_position) AS waiting""";

  static final String OF_SESSION =
      "SELECT next_seq - 1 AS accepted, kept, hushed, "
          + WAITING
          + """
          , (SELECT COUNT(*) FROM outbox o
             JOIN event e ON e.session_id = o.session_id AND e.position = o.position
             WHERE o.session_id = session.session_id AND o.state = 'PARKED') AS parked,
            (SELECT COUNT(*) FROM outbox o
             WHERE o.session_id = session.session_id AND o.state = 'SENT'
               AND (o.head IS NOT NULL OR o.joins IS NOT NULL)) AS folded,
            (SELECT COUNT(*) FROM message m
             WHERE m.session_id = session.session_id) AS messages
          FROM session WHERE session_id = ?""";

  static final String CHATS =
      "SELECT "
          + Rows.LEASE
          + """
          , (SELECT COUNT(*) FROM chat_call k
             WHERE k.chat_id = chat.chat_id AND k.at > ?) AS calls,
            (SELECT COALESCE(SUM(to_show), 0) FROM session s
             WHERE s.chat_id = chat.chat_id AND to_show > 0) AS waiting
          FROM chat WHERE epoch > 0 AND migrated_to IS NULL ORDER BY chat_id""";

  static final String TROUBLES =
      """
      SELECT session_id, position, state AS what, reason, changed_at AS since FROM outbox
      WHERE state IN ('SENDING', 'AMBIGUOUS', 'PARKED') AND state <> 'SENDING'
      UNION ALL
      SELECT s.session_id, o.position, 'RETRYING' AS what, o.reason, o.changed_at AS since
      FROM session s CROSS JOIN outbox o -- cross: SQLite then begins with the few sessions
      WHERE o.session_id = s.session_id AND o.position = s.shown_position + 1
        AND s.to_show > 0
        AND o.state = 'PENDING' AND o.attempts > 0 AND o.reason <> ''
      UNION ALL
      SELECT session_id, 0 AS position, 'TOPIC' AS what, topic_reason AS reason,
        topic_since AS since
      FROM session
      WHERE topic_state IN ('DOUBTED', 'MUTED') OR (topic_state = 'NEEDED' AND topic_reason <> '')
      ORDER BY since DESC, session_id, position LIMIT ?""";

  static final String SHOWN =
      """
      SELECT e.seq, e.position, m.message_id,
        CASE WHEN o.told_by > 0 THEN 'COUNTED' WHEN o.joins > 0 THEN 'EDITED' ELSE 'SENT' END AS how
      FROM event e
      JOIN outbox o ON o.session_id = e.session_id AND o.position = e.position
      LEFT JOIN outbox h ON h.session_id = o.session_id AND h.position = COALESCE(o.head, o.joins)
      JOIN message m ON m.session_id = e.session_id AND m.position = COALESCE(NULLIF(o.told_by, 0), o.head, o.joins, e.position)
        AND m.part = COALESCE(h.part, 0)
      WHERE e.session_id = ? AND (o.joins IS NULL OR o.state = 'SENT')
      ORDER BY e.position, e.place""";

  private OverviewSql() {}
}
