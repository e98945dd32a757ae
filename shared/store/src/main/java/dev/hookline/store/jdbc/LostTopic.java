package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.SessionTopic;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends the topic of one session that is certainly gone: the next generation begins, or the session
 * is muted.
 */
final class LostTopic {

  private static final Duration TWICE_WITHIN = Duration.ofMinutes(10);

  private static final String STAND =
      "SELECT "
          + Rows.TOPIC
          + """
          , topic_lost_at, shown_position, next_position, (
            SELECT COUNT(*) FROM outbox o
            WHERE o.session_id = session.session_id AND o.position = session.shown_position + 1
              AND o.state IN ('SENDING', 'AMBIGUOUS')) AS in_flight
          FROM session WHERE session_id = ?""";

  private static final String MUTE =
      """
      UPDATE session SET topic_state = 'MUTED', topic_since = ?, topic_lost_at = ?,
        topic_reason = 'its topic was deleted twice'
      WHERE session_id = ?""";

  private static final String BEGIN_NEXT =
      """
      UPDATE session SET topic_state = 'NEEDED', topic_since = ?, topic_lost_at = ?,
        topic_reason = '', topic_retry_at = 0, topic_name = '', thread_id = 0,
        generation = generation + 1, next_position = next_position + ?,
        urgent_position = urgent_position + CASE WHEN urgent > 0 THEN ? ELSE 0 END,
        close_position = close_position + CASE WHEN close_position > shown_position THEN ? ELSE 0 END
      WHERE session_id = ?""";

  /** What was shown of the head was shown in the topic that is gone. */
  private static final String RESTART_HEAD =
      """
      UPDATE outbox SET part = 0, attempts = 0, not_before = 0, reason = '', joins = NULL
      WHERE session_id = ? AND position = ?""";

  /** What it counted has to be counted by another message. */
  private static final String UNTELL =
      "UPDATE outbox SET told_by = 0 WHERE session_id = ? AND told_by = ?";

  // Positions are unique: they move through the negative numbers, where they meet nobody.
  private static final String LIFT =
      "UPDATE outbox SET position = -position - 1 WHERE session_id = ? AND position > ?";
  private static final String DROP =
      "UPDATE outbox SET position = -position WHERE session_id = ? AND position < 0";
  private static final String MOVE_EVENTS =
      "UPDATE event SET position = position + 1 WHERE session_id = ? AND position > ?";
  private static final String MOVE_MESSAGES =
      "UPDATE message SET position = position + 1 WHERE session_id = ? AND position > ?";

  private static final String NOTE =
      """
      INSERT INTO outbox (session_id, position, chat_id, kind, text, changed_at)
      VALUES (?, ?, ?, 'NOTE', ?, ?)""";

  private final Tx tx;
  private final SessionKey session;
  private final Instant now;

  LostTopic(Tx tx, SessionKey session, Instant now) {
    this.tx = tx;
    this.session = session;
    this.now = now;
  }

  /**
   * Doubted → needed or muted; answers with the topic as it stands then. Does nothing while an
   * entry is in flight: its lane knows it by the position that the note would take.
   */
  SessionTopic replace(int generation, String note) throws SQLException {
    Row row = stand();
    SessionTopic topic = Rows.topic(row);
    boolean gone = topic.state() == SessionTopic.State.DOUBTED && topic.generation() == generation;
    if (!gone || row.getLong("in_flight") > 0) {
      return topic;
    }
    end(row, note);
    return Rows.topic(stand());
  }

  private void end(Row row, String note) throws SQLException {
    long at = now.toEpochMilli();
    Instant before = Rows.instant(row, "topic_lost_at").plus(TWICE_WITHIN);
    if (row.getLong("topic_lost_at") > 0 && now.isBefore(before)) {
      tx.change(MUTE, at, at, session.value());
      return;
    }
    boolean waiting = row.getLong("next_position") > row.getLong("shown_position") + 1;
    int more = waiting ? 1 : 0;
    tx.change(BEGIN_NEXT, at, at, more, more, more, session.value());
    if (waiting) {
      announce(row, note);
    }
  }

  private void announce(Row row, String note) throws SQLException {
    String id = session.value();
    long shown = row.getLong("shown_position");
    tx.change(RESTART_HEAD, id, shown + 1);
    tx.change(UNTELL, id, shown + 1);
    tx.change(LIFT, id, shown);
    tx.change(DROP, id);
    tx.change(MOVE_EVENTS, id, shown);
    tx.change(MOVE_MESSAGES, id, shown);
    tx.change(NOTE, id, shown + 1, row.getLong("chat_id"), note, now.toEpochMilli());
  }

  private Row stand() throws SQLException {
    return tx.row(STAND, session.value())
        .orElseThrow(() -> new IllegalStateException("no session " + session));
  }
}
