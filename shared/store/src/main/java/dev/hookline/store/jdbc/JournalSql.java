package dev.hookline.store.jdbc;

/** The statements of those who follow what is accepted. */
final class JournalSql {

  static final String BEHIND =
      "SELECT seq, body FROM event WHERE session_id = ? AND seq > ? ORDER BY seq LIMIT ?";

  static final String LAST = "SELECT next_seq - 1 AS seq FROM session WHERE session_id = ?";

  static final String ASKING =
      "SELECT "
          + ApprovalSql.APPROVAL
          + """
          , COALESCE(e.seq, 0) AS seq FROM approval a
          LEFT JOIN event e ON e.source_id = a.source_id AND e.event_id = a.event_id
          WHERE a.state IN ('OPEN', 'ANSWERED') ORDER BY a.held_until LIMIT ?""";

  private JournalSql() {}
}
