package dev.hookline.store.jdbc;

import dev.hookline.store.SessionSearch.Only;

/**
 * The statements that look for sessions. The table of sessions is read from end to end, and what
 * belongs to a session only for those that are found.
 */
final class SearchSql {

  /** What is searched: one text of a session, with a line for each thing that is known of it. */
  static final String TEXTS =
      """
      session_id || '
      ' || title || '
      ' || topic_name || '
      ' || agent || '
      ' || host || '
      ' || project""";

  private static final String FOUND = "FROM session WHERE (%s) LIKE ? ESCAPE '!'";

  private static final String SUMMARY =
      Rows.TOPIC
          + """
          , COALESCE(NULLIF(title, ''), topic_name) AS topic_name, next_seq - 1 AS accepted,
            last_event_at,\s"""
          + OverviewSql.WAITING
          + """
          , COALESCE((SELECT o.state FROM outbox o
             WHERE o.session_id = session.session_id
               AND o.position = session.shown_position + 1), '') AS head_state,
            COALESCE((SELECT o.reason FROM outbox o
             WHERE o.session_id = session.session_id
               AND o.position = session.shown_position + 1), '') AS head_reason""";

  private static final String WAITING =
      """
       AND (session_id IN (SELECT e.session_id FROM event e
          WHERE e.state = 'FRESH' AND e.source_seq IS NULL)
        OR session_id IN (SELECT e.session_id FROM event e
          WHERE e.state = 'FRESH' AND e.source_seq IS NOT NULL)
        OR (to_show > 0 AND EXISTS (SELECT 1 FROM event e
          WHERE e.session_id = session.session_id AND e.position > session.shown_position)))""";

  private static final String PARKED =
      """
       AND session_id IN (SELECT o.session_id FROM outbox o
        WHERE o.state IN ('SENDING', 'AMBIGUOUS', 'PARKED') AND o.state = 'PARKED')""";

  private static final String ASKING =
      """
       AND session_id IN (SELECT a.session_id FROM approval a
        WHERE a.state IN ('OPEN', 'ANSWERED') AND a.state = 'OPEN')""";

  private static final String ENDED =
      """
       AND (topic_state = 'CLOSED' OR EXISTS (SELECT 1 FROM event e
        WHERE e.session_id = session.session_id AND e.seq = session.next_seq - 1
          AND e.type = 'session_end'))""";

  /** One session. */
  static final String ONE = "SELECT " + SUMMARY + " FROM session WHERE session_id = ?";

  private static final String FIND_ALL = find("");
  private static final String FIND_WAITING = find(WAITING);
  private static final String FIND_PARKED = find(PARKED);
  private static final String FIND_ASKING = find(ASKING);
  private static final String FIND_ENDED = find(ENDED);
  private static final String COUNT_ALL = count("");
  private static final String COUNT_WAITING = count(WAITING);
  private static final String COUNT_PARKED = count(PARKED);
  private static final String COUNT_ASKING = count(ASKING);
  private static final String COUNT_ENDED = count(ENDED);

  private SearchSql() {}

  /** Finds sessions; {@link #TEXTS} goes where {@code %s} is. */
  static String find(Only only) {
    return switch (only) {
      case ALL -> FIND_ALL;
      case WAITING -> FIND_WAITING;
      case PARKED -> FIND_PARKED;
      case ASKING -> FIND_ASKING;
      case ENDED -> FIND_ENDED;
    };
  }

  /** Counts what {@link #find} would find without an end. */
  static String count(Only only) {
    return switch (only) {
      case ALL -> COUNT_ALL;
      case WAITING -> COUNT_WAITING;
      case PARKED -> COUNT_PARKED;
      case ASKING -> COUNT_ASKING;
      case ENDED -> COUNT_ENDED;
    };
  }

  /** For LIKE: anything that contains the text, whatever of it LIKE would read otherwise. */
  static String pattern(String text) {
    StringBuilder small = new StringBuilder("%");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '!' || each == '%' || each == '_') {
        small.append('!');
      }
      small.append(each >= 'A' && each <= 'Z' ? Character.toLowerCase(each) : each);
    }
    return small.append('%').toString();
  }

  private static String find(String which) {
    return "SELECT "
        + SUMMARY
        + " FROM (SELECT session_id AS found_id "
        + FOUND
        + which
        + """
           ORDER BY last_event_at DESC, session_id LIMIT ?) AS hit
          JOIN session ON session_id = found_id
          ORDER BY last_event_at DESC, session_id""";
  }

  private static String count(String which) {
    return "SELECT COUNT(*) AS found " + FOUND + which;
  }
}
