package dev.hookline.store.jdbc;

/** The statements that take events in. */
final class EventSql {

  static final String KNOWN =
      """
      SELECT e.source_id, e.event_id
      FROM (VALUES %s) AS v
      JOIN event e ON e.source_id = v.column1 AND e.event_id = v.column2""";

  static final String LATEST_FIRINGS =
      """
      SELECT e.source_id, e.repeat_key, MAX(e.received_at) AS latest
      FROM (VALUES %s) AS v
      JOIN event e ON e.source_id = v.column1 AND e.repeat_key = v.column2
      GROUP BY e.source_id, e.repeat_key""";

  /** A new session begins behind its first events; a known one moves on by as many. */
  static final String TAKE_PLACES =
      """
      INSERT INTO session (session_id, chat_id, agent, host, project, topic_since, created_at,
        last_event_at, next_seq, kept)
      VALUES %s
      ON CONFLICT (session_id) DO UPDATE SET
        agent = CASE session.agent WHEN '' THEN excluded.agent ELSE session.agent END,
        host = CASE session.host WHEN '' THEN excluded.host ELSE session.host END,
        project = CASE session.project WHEN '' THEN excluded.project ELSE session.project END,
        last_event_at = excluded.last_event_at,
        next_seq = session.next_seq + excluded.next_seq - 1,
        kept = session.kept + excluded.kept
      RETURNING session_id, next_seq""";

  static final String PLACES =
      "(?, COALESCE((SELECT migrated_to FROM chat WHERE chat_id = ?), ?), ?, ?, ?, ?, ?, ?, ?, ?)";

  static final String INSERT =
      """
      INSERT INTO event (session_id, seq, source_id, event_id, source_seq, repeat_key, type,
        tool_use_id, received_at, body, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  /** The end of the numbers without a hole that begin with one that is in the store. */
  private static final String LAST_WITHOUT_HOLE =
      """
      (SELECT e.source_seq FROM event e
       WHERE e.source_id = %s AND e.source_seq >= %s AND NOT EXISTS (
         SELECT 1 FROM event n
         WHERE n.source_id = e.source_id AND n.source_seq = e.source_seq + 1)
       ORDER BY e.source_seq LIMIT 1)""";

  static final String COUNT_NUMBERS =
      """
      INSERT INTO source (source_id, first_seq, first_at, through_seq)
      VALUES %s
      ON CONFLICT (source_id) DO UPDATE SET
        first_seq = CASE WHEN excluded.first_seq < source.first_seq
          THEN excluded.first_seq ELSE source.first_seq END,
        through_seq =\s"""
          + LAST_WITHOUT_HOLE.formatted(
              "excluded.source_id",
              """
              CASE WHEN excluded.first_seq < source.first_seq
                THEN excluded.first_seq ELSE source.through_seq END""")
          + "\nRETURNING source_id, through_seq";

  static final String NUMBERS = "(?, ?, ?, " + LAST_WITHOUT_HOLE.formatted("?", "?") + ")";

  /** Where a session began before one of its events, the latest first. */
  static final String STARTS =
      """
      SELECT seq, body FROM event
      WHERE session_id = ? AND seq < ? AND type = 'session_start' ORDER BY seq DESC""";

  /** How many events of each type a session had between two. */
  static final String COUNTS =
      """
      SELECT type, COUNT(*) AS events FROM event
      WHERE session_id = ? AND seq > ? AND seq < ? GROUP BY type""";

  private EventSql() {}
}
