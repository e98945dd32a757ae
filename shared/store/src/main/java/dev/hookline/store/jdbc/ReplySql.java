package dev.hookline.store.jdbc;

/** The statements about what people write for agents. */
final class ReplySql {

  /** An update is handled once: whoever finds it unhandled acts on it. */
  static final String HANDLE =
      "UPDATE update_seen SET handled = 1 WHERE bot_id = ? AND update_id = ? AND handled = 0";

  static final String SESSION_OF_TOPIC =
      """
      SELECT session_id FROM topic_attempt
      WHERE state = 'BOUND' AND chat_id = ? AND thread_id = ?""";

  static final String COUNT_WAITING =
      "SELECT COUNT(*) AS waiting FROM reply WHERE session_id = ? AND state = 'WAITING'";

  static final String TAKE =
      """
      INSERT INTO reply (session_id, place, chat_id, message_id, bot_id, update_id, user_id,
        user_name, text, file, taken_at)
      SELECT ?, COALESCE(MAX(place), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM reply WHERE session_id = ?""";

  private static final String REPLY =
      "session_id, place, message_id, user_name, text, file, state, taken_at";

  static final String UNFETCHED =
      "SELECT "
          + REPLY
          + """
           FROM reply
          WHERE chat_id = ? AND file <> '' AND state = 'WAITING' ORDER BY taken_at LIMIT ?""";

  static final String FETCHED =
      """
      UPDATE reply SET file = '', text = ?
      WHERE session_id = ? AND place = ? AND state = 'WAITING' AND file <> '' AND file = ?""";

  /** A listener, the moment it began, and whether its session has gone on since. */
  static final String LISTENER =
      """
      SELECT e.received_at,
        CASE WHEN EXISTS (
            SELECT 1 FROM event n
            WHERE n.session_id = e.session_id AND n.seq > e.seq
              AND n.type IN ('user_input', 'turn_complete', 'session_start', 'session_end'))
          THEN 1 ELSE 0 END AS gone_on,
        CASE WHEN EXISTS (
            SELECT 1 FROM reply r
            WHERE r.session_id = e.session_id AND r.exchange <> '' AND r.exchange = ?)
          THEN 1 ELSE 0 END AS had,
        CASE WHEN EXISTS (
            SELECT 1 FROM reply r WHERE r.session_id = e.session_id AND r.state = 'WAITING')
          THEN 1 ELSE 0 END AS waiting
      FROM event e WHERE e.source_id = ? AND e.event_id = ?""";

  /**
   * The ends of turns since somebody last wrote to the agent, up to that of a listener, latest
   * first.
   */
  static final String TURNS =
      """
      SELECT t.body FROM event e JOIN event t
        ON t.session_id = e.session_id AND t.seq <= e.seq AND t.type = 'turn_complete'
      WHERE e.source_id = ? AND e.event_id = ?
        AND t.seq > COALESCE((
          SELECT p.seq FROM event p
          WHERE p.session_id = e.session_id AND p.seq < e.seq AND p.type = 'user_input'
          ORDER BY p.seq DESC LIMIT 1), 0)
      ORDER BY t.seq DESC LIMIT ?""";

  /** How often in a row an agent went on because of what it was told at the end of its turn. */
  static final String IN_A_ROW =
      """
      SELECT in_a_row FROM reply
      WHERE session_id = ? AND exchange <> '' AND way = 'STOP'
      ORDER BY given_at DESC, place DESC LIMIT 1""";

  static final String OF_EXCHANGE =
      "SELECT "
          + REPLY
          + """
           FROM reply
          WHERE session_id = ? AND exchange <> '' AND exchange = ? AND state <> 'CANCELLED'
          ORDER BY place""";

  static final String WAITING =
      "SELECT " + REPLY + " FROM reply WHERE session_id = ? AND state = 'WAITING' ORDER BY place";

  static final String AT =
      "SELECT " + REPLY + " FROM reply WHERE session_id = ? AND message_id = ?";

  static final String LATEST =
      "SELECT " + REPLY + " FROM reply WHERE session_id = ? ORDER BY place DESC LIMIT 1";

  static final String GIVE =
      """
      UPDATE reply SET state = 'GIVEN', way = ?, exchange = ?, in_a_row = ?, given_at = ?
      WHERE session_id = ? AND place = ? AND state = 'WAITING'""";

  static final String DELIVERED =
      """
      UPDATE reply SET state = 'DELIVERED', mark = 'DELIVERED'
      WHERE session_id = ? AND exchange <> '' AND exchange = ? AND state IN ('GIVEN', 'DOUBTED')""";

  static final String RELEASE =
      """
      UPDATE reply SET state = 'WAITING', way = '', exchange = '', in_a_row = 0, given_at = 0
      WHERE session_id = ? AND exchange <> '' AND exchange = ? AND state = 'GIVEN'""";

  static final String CANCEL =
      """
      UPDATE reply SET state = 'CANCELLED', mark = 'CANCELLED'
      WHERE session_id = ? AND place = ? AND state = 'WAITING'""";

  static final String TOO_LONG_GIVEN =
      "SELECT " + REPLY + " FROM reply WHERE state = 'GIVEN' AND given_at < ? ORDER BY given_at";

  static final String DOUBT =
      """
      UPDATE reply SET state = 'DOUBTED', mark = 'DOUBTED'
      WHERE session_id = ? AND place = ? AND state = 'GIVEN'""";

  static final String UNMARKED =
      """
      SELECT session_id, place, message_id, mark FROM reply
      WHERE chat_id = ? AND mark <> marked ORDER BY taken_at LIMIT 1""";

  static final String MARKED = "UPDATE reply SET marked = ? WHERE session_id = ? AND place = ?";

  private ReplySql() {}
}
