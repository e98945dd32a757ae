package dev.hookline.store.jdbc;

/** The statements about topics and the attempts to create them. */
final class TopicSql {

  private static final String OWNER_OF_THREAD =
      """
      session_id = (
        SELECT session_id FROM topic_attempt
        WHERE state = 'BOUND' AND chat_id = ? AND thread_id = ?)
      AND thread_id = ?""";

  static final String OF = "SELECT " + Rows.TOPIC + " FROM session WHERE session_id = ?";

  static final String AT = "SELECT " + Rows.TOPIC + " FROM session WHERE " + OWNER_OF_THREAD;

  static final String NEEDING =
      "SELECT "
          + Rows.TOPIC
          + """
           FROM session s
          WHERE to_show > 0 AND topic_state = 'NEEDED'
            AND topic_retry_at <= ? AND NOT EXISTS (
              SELECT 1 FROM topic_attempt a
              WHERE a.session_id = s.session_id AND a.state IN ('OPEN', 'AMBIGUOUS'))
          ORDER BY topic_since, session_id LIMIT ?""";

  static final String DOUBTED =
      "SELECT "
          + Rows.TOPIC
          + " FROM session WHERE topic_state = 'DOUBTED' ORDER BY topic_since, session_id LIMIT ?";

  static final String CLAIM =
      """
      INSERT INTO topic_attempt (attempt_id, session_id, chat_id, generation, epoch, marker, name,
        state, low_message_id, opened_at, since)
      SELECT ?, s.session_id, s.chat_id, s.generation, COALESCE(c.epoch, 0), ?, ?,
        'OPEN', COALESCE(c.last_message_id, 0), ?, ?
      FROM session s LEFT JOIN chat c ON c.chat_id = s.chat_id
      WHERE s.session_id = ? AND s.generation = ? AND s.topic_state = 'NEEDED'
      ON CONFLICT DO NOTHING
      RETURNING\s"""
          + Rows.ATTEMPT;

  /** Unless the thread or the generation has its owner: the unique indexes would refuse. */
  static final String BIND =
      """
      UPDATE topic_attempt SET state = 'BOUND', thread_id = ?, since = ?
      WHERE attempt_id = ? AND state IN ('OPEN', 'AMBIGUOUS') AND NOT EXISTS (
        SELECT 1 FROM topic_attempt b
        WHERE b.state = 'BOUND' AND b.chat_id = topic_attempt.chat_id AND b.thread_id = ?)
      AND NOT EXISTS (
        SELECT 1 FROM topic_attempt b
        WHERE b.state = 'BOUND' AND b.session_id = topic_attempt.session_id
          AND b.generation = topic_attempt.generation)
      RETURNING session_id, chat_id, generation, name""";

  static final String GIVE_TOPIC =
      """
      UPDATE session SET topic_state = 'BOUND', thread_id = ?, topic_name = ?, topic_since = ?,
        topic_reason = '', topic_retry_at = 0
      WHERE session_id = ? AND generation = ? AND topic_state = 'NEEDED'""";

  static final String FAIL =
      """
      UPDATE topic_attempt SET state = 'FAILED', reason = ?
      WHERE attempt_id = ? AND state IN ('OPEN', 'AMBIGUOUS')""";

  static final String DOUBT =
      """
      UPDATE topic_attempt SET state = 'AMBIGUOUS', reason = ?, since = ?
      WHERE attempt_id = ? AND state = 'OPEN'""";

  static final String ABSENT =
      """
      UPDATE topic_attempt SET state = 'ABSENT', since = ?
      WHERE attempt_id = ? AND state = 'AMBIGUOUS'""";

  static final String REAP =
      """
      UPDATE topic_attempt SET state = 'REAPED', since = ?
      WHERE attempt_id = ? AND state = 'ORPHAN'""";

  /** What became of an attempt, told to its session. */
  static final String TELL_SESSION =
      """
      UPDATE session SET topic_reason = ?, topic_retry_at = ?
      WHERE topic_state = 'NEEDED' AND session_id = (
        SELECT session_id FROM topic_attempt WHERE attempt_id = ?)""";

  static final String UNSETTLED =
      "SELECT "
          + Rows.ATTEMPT
          + """
           FROM topic_attempt
          WHERE state IN ('OPEN', 'AMBIGUOUS', 'ORPHAN') AND (state <> 'OPEN' OR opened_at < ?)
          ORDER BY since, attempt_id LIMIT ?""";

  static final String KNOWN_MESSAGES =
      """
      SELECT message_id FROM message WHERE chat_id = ? AND message_id > ?
      UNION
      SELECT thread_id FROM topic_attempt WHERE chat_id = ? AND thread_id > ?
      ORDER BY 1""";

  static final String CLOSED =
      "UPDATE session SET topic_state = 'CLOSED', topic_since = ? WHERE "
          + OWNER_OF_THREAD
          + " AND topic_state IN ('BOUND', 'CLOSED')";

  static final String REOPENED =
      "UPDATE session SET topic_state = 'BOUND', topic_since = ? WHERE "
          + OWNER_OF_THREAD
          + " AND topic_state = 'CLOSED'";

  static final String MISSING =
      """
      UPDATE session SET topic_state = 'DOUBTED', topic_since = ?, topic_reason = ?
      WHERE session_id = ? AND generation = ? AND topic_state IN ('BOUND', 'CLOSED')""";

  static final String FOUND =
      """
      UPDATE session SET topic_state = 'BOUND', topic_since = ?, topic_reason = ''
      WHERE session_id = ? AND generation = ? AND topic_state = 'DOUBTED'""";

  private TopicSql() {}
}
