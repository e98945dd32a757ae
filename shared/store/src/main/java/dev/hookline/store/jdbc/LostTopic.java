package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.SessionTopic;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
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
        generation = generation + 1, next_position = next_position + ?
      WHERE session_id = ?""";

  /** What was shown of the head was shown in the topic that is gone. */
  private static final String RESTART_HEAD =
      """
      UPDATE outbox SET part = 0, attempts = 0, not_before = 0, reason = ''
      WHERE session_id = ? AND position = ?""";

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
  Future<SessionTopic> replace(int generation, String note) {
    return stand()
        .compose(
            row -> {
              SessionTopic topic = Rows.topic(row);
              boolean gone =
                  topic.state() == SessionTopic.State.DOUBTED && topic.generation() == generation;
              return !gone || row.getLong("in_flight") > 0
                  ? Future.succeededFuture(topic)
                  : end(row, note).compose(ignored -> stand()).map(Rows::topic);
            });
  }

  private Future<Void> end(Row row, String note) {
    long at = now.toEpochMilli();
    Instant before = Rows.instant(row, "topic_lost_at").plus(TWICE_WITHIN);
    if (row.getLong("topic_lost_at") > 0 && now.isBefore(before)) {
      return tx.change(MUTE, at, at, session.value()).mapEmpty();
    }
    boolean waiting = row.getLong("next_position") > row.getLong("shown_position") + 1;
    return tx.change(BEGIN_NEXT, at, at, waiting ? 1 : 0, session.value())
        .compose(ignored -> waiting ? announce(row, note) : Future.succeededFuture());
  }

  private Future<Void> announce(Row row, String note) {
    String id = session.value();
    long shown = row.getLong("shown_position");
    long chat = row.getLong("chat_id");
    return tx.change(RESTART_HEAD, id, shown + 1)
        .compose(ignored -> tx.change(LIFT, id, shown))
        .compose(ignored -> tx.change(DROP, id))
        .compose(ignored -> tx.change(MOVE_EVENTS, id, shown))
        .compose(ignored -> tx.change(MOVE_MESSAGES, id, shown))
        .compose(ignored -> tx.change(NOTE, id, shown + 1, chat, note, now.toEpochMilli()))
        .mapEmpty();
  }

  private Future<Row> stand() {
    return tx.row(STAND, session.value())
        .map(row -> row.orElseThrow(() -> new IllegalStateException("no session " + session)));
  }
}
