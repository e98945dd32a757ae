package dev.hookline.store.jdbc;

/** The statements about what is to be shown. */
final class OutboxSql {

  /** What an entry is made of; of the tables outbox o and session s. */
  static final String ENTRY =
      """
      o.session_id, o.position, o.kind, o.late, o.text, o.part, o.attempts, o.low_message_id,
      o.epoch, s.to_show, s.generation, s.thread_id, s.topic_name, s.topic_state, s.hushed,
      s.silent_until, o.changed_at, COALESCE(o.joins, 0) AS joins,
      COALESCE(o.whole_of, 0) AS whole_of, COALESCE(s.verbosity, (
        SELECT k.verbosity FROM chat k WHERE k.chat_id = s.chat_id)) AS verbosity""";

  private static final String TURNS = "(SELECT k.turns FROM chat k WHERE k.chat_id = s.chat_id)";

  private static final String URGENT = "AND s.closing = 0 AND s.urgent > 0 ";

  /** Nobody is urgent twice in a row: a session has at most every other turn. */
  private static final String URGENT_NOW =
      URGENT + "AND (s.served = 0 OR s.served < " + TURNS + ") ";

  /** However many are urgent: the others have some turns. */
  private static final String TURN_OF_URGENT = "CASE WHEN " + TURNS + " %% 8 = 7 THEN 4 ELSE 1 END";

  private static final String USUAL = "AND s.closing = 0 ";

  private static final String CLOSING = "AND s.closing = 1 ";

  /** Nobody reads a closing: it waits for messages, but not for ever. */
  private static final String TURN_OF_CLOSING =
      "CASE WHEN " + TURNS + " %% 16 = 15 THEN 2 ELSE 5 END";

  private static final String BY_TURNS = "s.served";

  /** Who becomes urgent later, passes nobody. */
  private static final String BY_URGENCY = "s.urgent_since";

  /** One row when the lease holds; its entry is null when none is due. */
  static final String NEXT = first("TRUE");

  /** The same, as long as any that is due is urgent. */
  static final String NEXT_WHILE_URGENT = first("EXISTS (" + due("0", URGENT, BY_URGENCY) + ")");

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
            AND o.state = 'AMBIGUOUS' AND o.head IS NULL
          ORDER BY o.changed_at, o.session_id""";

  private static final String BEHIND =
      "SELECT "
          + ENTRY
          + """
           FROM outbox o JOIN session s ON s.session_id = o.session_id
          WHERE o.session_id = ? AND o.position > ? %s ORDER BY o.position""";

  /** Entries that an entry's message may show too, up to a place. */
  static final String WAITING_BEHIND =
      BEHIND.formatted(
          "AND o.position <= ? AND o.state = 'PENDING' AND o.late = 0 AND o.kind <> 'CLOSE'"
              + " AND o.whole_of IS NULL");

  /** Entries that an entry's message does show too, up to a place. */
  static final String FOLDED = BEHIND.formatted("AND o.head = ?");

  /** All that a message shows: at most a hundred entries, and a result that was edited into it. */
  static final String SHOWN_WITH =
      "SELECT "
          + ENTRY
          + """
           FROM outbox o JOIN session s ON s.session_id = o.session_id
          WHERE o.session_id = ? AND o.position >= ? AND o.position <= ? + 100 AND o.state = 'SENT'
            AND (o.position = ? OR o.head = ? OR o.joins = ?)
          ORDER BY o.position""";

  /** How much there is to read. */
  static final String SIZES =
      """
      SELECT position, SUM(LENGTH(body)) AS size FROM event
      WHERE session_id = ? AND position > ? AND position <= ?
      GROUP BY position""";

  static final String FOLD =
      """
      UPDATE outbox SET state = 'SENDING', head = ?
      WHERE session_id = ? AND position > ? AND position <= ? AND state IN ('PENDING', 'SENDING')""";

  /** The head of the message that ends right before an entry, and the message. */
  static final String BEFORE =
      "SELECT m.message_id, "
          + ENTRY
          + """
           FROM outbox p
          JOIN outbox o ON o.session_id = p.session_id AND o.position = COALESCE(p.head, p.position)
          JOIN session s ON s.session_id = o.session_id
          JOIN message m ON m.session_id = o.session_id AND m.position = o.position AND m.part = 0
          WHERE p.session_id = ? AND p.position = ?
            AND p.state = 'SENT' AND p.told_by IS NULL AND p.joins IS NULL AND p.uncertain = 0
            AND o.state = 'SENT' AND o.part = 0 AND o.changed_at >= ?
            AND m.chat_id = ? AND m.thread_id = ?
          ORDER BY m.message_id DESC LIMIT 1""";

  static final String JOIN =
      """
      UPDATE outbox SET joins = NULLIF(?, 0)
      WHERE session_id = ? AND position = ? AND state = 'SENDING'""";

  /** An entry and those folded into it. */
  private static final String IN_FLIGHT =
      "WHERE session_id = ? AND position BETWEEN ? AND ? AND state IN ('SENDING', 'AMBIGUOUS')";

  /** Repeated, it finds the part counted already and changes nothing. */
  static final String SENT =
      """
      UPDATE outbox SET state = ?, part = ?, attempts = 0, reason = '',
        uncertain = uncertain + ?, changed_at = ?
      """
          + IN_FLIGHT
          + " AND part = ?";

  static final String SENT_TOO =
      "UPDATE outbox SET state = 'SENT', reason = '', uncertain = uncertain + ?, changed_at = ? "
          + IN_FLIGHT
          + " AND head = ?";

  static final String PUT_BACK =
      "UPDATE outbox SET state = 'PENDING', head = NULL, reason = ?, not_before = ? " + IN_FLIGHT;

  static final String DOUBT = "UPDATE outbox SET state = 'AMBIGUOUS', reason = ? " + IN_FLIGHT;

  static final String PARK =
      "UPDATE outbox SET state = 'PARKED', reason = ?, changed_at = ? " + IN_FLIGHT;

  /** Settles entries without a message; the one whose message counts them is not known yet. */
  static final String HUSH =
      """
      UPDATE outbox SET state = 'SENT', told_by = 0, head = NULL, reason = '', changed_at = ?
      WHERE session_id = ? AND position BETWEEN ? AND ? AND state IN ('PENDING', 'SENDING')""";

  /** Repeated, it finds the session behind them already and counts nothing. */
  static final String PASS_HUSHED =
      """
      UPDATE session SET shown_position = ?, hushed = hushed + ?
      WHERE session_id = ? AND shown_position = ?""";

  /** What an entry's message is to count, or counts. */
  static final String HUSHED =
      """
      SELECT e.type, COUNT(*) AS events
      FROM outbox o JOIN event e ON e.session_id = o.session_id AND e.position = o.position
      WHERE o.session_id = ? AND o.told_by IN (0, ?) AND o.position < ?
      GROUP BY e.type""";

  static final String TOLD =
      "UPDATE outbox SET told_by = ? WHERE session_id = ? AND told_by = 0 AND position < ?";

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

  private static String first(String when) {
    return """
      SELECT c.last_message_id, h.*
      FROM chat c LEFT JOIN (
        SELECT * FROM (%s) AS urgent
        UNION ALL SELECT * FROM (%s) AS usual
        UNION ALL SELECT * FROM (%s) AS closing
        ORDER BY turn LIMIT 1) h ON %s
      WHERE c.chat_id = ? AND c.epoch = ?"""
        .formatted(
            due(TURN_OF_URGENT, URGENT_NOW, BY_URGENCY),
            due("3", USUAL, BY_TURNS),
            due(TURN_OF_CLOSING, CLOSING, BY_TURNS),
            when);
  }

  private static String due(String turn, String which, String order) {
    return "SELECT "
        + turn
        + " AS turn, "
        + ENTRY
        + """

          FROM session s
          JOIN outbox o ON o.session_id = s.session_id AND o.position = s.shown_position + 1
          WHERE s.chat_id = ? AND s.to_show > 0
            AND s.topic_state IN ('BOUND', 'CLOSED')
            AND o.state = 'PENDING' AND o.not_before <= ?\s"""
        + which
        + " %s ORDER BY "
        + order
        + ", s.session_id LIMIT 1";
  }
}
