package dev.hookline.store.jdbc;

/** The statements about what became of single events. */
final class TimelineSql {

  /** A longer event is not read for the name of its tool, which another event may tell. */
  static final String BODY = "CASE WHEN LENGTH(e.body) <= 65536 THEN e.body ELSE '' END AS body";

  private static final String EVENTS =
      BODY
          + """
          , e.session_id, e.seq, e.type, e.tool_use_id, e.received_at, e.state AS placed,
            o.state, o.reason, o.late, o.told_by, o.head, o.joins, o.changed_at,
            COALESCE(NULLIF(o.told_by, 0), o.head, o.joins, e.position) AS shown_by,
            h.part AS head_part, t.changed_at AS told_at
          FROM event e
          LEFT JOIN outbox o ON o.session_id = e.session_id AND o.position = e.position
          LEFT JOIN outbox h
            ON h.session_id = o.session_id AND h.position = COALESCE(o.head, o.joins)
          LEFT JOIN outbox t ON t.session_id = o.session_id AND t.position = o.told_by
          WHERE e.session_id = ? AND e.seq""";

  static final String BEFORE = "SELECT " + EVENTS + " < ? ORDER BY e.seq DESC LIMIT ?";

  static final String AFTER = "SELECT " + EVENTS + " > ? ORDER BY e.seq LIMIT ?";

  static final String ENDS =
      """
      SELECT (SELECT MIN(e.seq) FROM event e WHERE e.session_id = ?) AS first,
        (SELECT MAX(e.seq) FROM event e WHERE e.session_id = ?) AS last""";

  static final String MESSAGES =
      """
      SELECT m.session_id, m.position, m.part, m.chat_id, m.thread_id, m.message_id
      FROM (VALUES %s) AS v
      JOIN message m ON m.session_id = v.column1 AND m.position = v.column2
      ORDER BY m.session_id, m.position, m.part, m.message_id""";

  private static final String ASKED =
      ApprovalSql.APPROVAL
          + ", a.expires_at, a.shown, a.settled_name, COALESCE(e.seq, 0) AS seq, "
          + BODY
          + """
          , COALESCE(NULLIF(s.title, ''), s.topic_name, '') AS session_name,
            COALESCE(o.head, o.position) AS shown_by
          FROM\s""";

  private static final String OF_QUESTIONS =
      """

      LEFT JOIN event e ON e.source_id = a.source_id AND e.event_id = a.event_id
      LEFT JOIN outbox o ON o.session_id = e.session_id AND o.position = e.position
      """;

  static final String OPEN =
      "SELECT "
          + ASKED
          + "approval a LEFT JOIN session s ON s.session_id = a.session_id"
          + OF_QUESTIONS
          + """
          WHERE a.state IN ('OPEN', 'ANSWERED') AND a.state = 'OPEN'
          ORDER BY a.asked_at, a.approval_id LIMIT ?""";

  /** Those of the sessions that were active last: there may be years of others. */
  static final String SETTLED =
      "SELECT "
          + ASKED
          + """
          (SELECT session_id, title, topic_name FROM session
           ORDER BY last_event_at DESC, session_id LIMIT 100) AS s
          CROSS JOIN approval a"""
          + OF_QUESTIONS
          + """
          WHERE a.session_id = s.session_id AND a.state <> 'OPEN'
          ORDER BY a.settled_at DESC, a.approval_id LIMIT ?""";

  private TimelineSql() {}
}
