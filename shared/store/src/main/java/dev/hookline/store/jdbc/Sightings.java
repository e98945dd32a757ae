package dev.hookline.store.jdbc;

import dev.hookline.store.Sighting;
import dev.hookline.store.TopicAttempt;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Judges one topic that exists in a chat. Its name carries the marker of the attempt that made it,
 * as a word of its own.
 */
final class Sightings {

  private static final int MOST_WORDS = 64; // a name has at most 128 characters

  private static final String OWNER =
      """
      SELECT session_id FROM topic_attempt
      WHERE state = 'BOUND' AND chat_id = ? AND thread_id = ?""";

  private static final String WITH_MARKER =
      "SELECT "
          + Rows.ATTEMPT
          + """
           FROM topic_attempt WHERE chat_id = ? AND marker IN (%s)
          ORDER BY opened_at, attempt_id""";

  private static final String ORPHAN =
      """
      UPDATE topic_attempt SET state = 'ORPHAN', thread_id = ?, since = ?
      WHERE attempt_id = ? AND state IN ('OPEN', 'AMBIGUOUS', 'FAILED', 'ABSENT')
        AND thread_id IS NULL""";

  /** A second topic of an attempt that has one already gets a row of its own. */
  private static final String SECOND_ORPHAN =
      """
      INSERT INTO topic_attempt (attempt_id, session_id, chat_id, generation, epoch, marker, name,
        state, low_message_id, thread_id, opened_at, since)
      SELECT ?, session_id, chat_id, generation, epoch, marker, name,
        'ORPHAN', low_message_id, ?, opened_at, ?
      FROM topic_attempt WHERE attempt_id = ?
      ON CONFLICT DO NOTHING""";

  private final Tx tx;
  private final long chat;
  private final long thread;
  private final Instant now;

  Sightings(Tx tx, long chat, long thread, Instant now) {
    this.tx = tx;
    this.chat = chat;
    this.thread = thread;
    this.now = now;
  }

  /** Whose the topic is; binds an open attempt to it, or marks it as an orphan. */
  Sighting judge(String name) throws SQLException {
    Messages.remember(tx, chat, thread, thread);
    Optional<Row> owner = tx.row(OWNER, chat, thread);
    return owner.isPresent()
        ? new Sighting(Sighting.Verdict.BOUND, Rows.session(owner.get()))
        : judge(withMarker(name));
  }

  private List<TopicAttempt> withMarker(String name) throws SQLException {
    List<Object> values = new ArrayList<>();
    values.add(chat);
    Arrays.stream(name.strip().split("\\s+")).limit(MOST_WORDS).forEach(values::add);
    String sql = WITH_MARKER.formatted(Tx.marks(values.size() - 1));
    return tx.rows(sql, values.toArray()).stream().map(Rows::attempt).toList();
  }

  private Sighting judge(List<TopicAttempt> attempts) throws SQLException {
    if (attempts.isEmpty()) {
      return new Sighting(Sighting.Verdict.FOREIGN, null);
    }
    TopicAttempt attempt = attempts.get(0);
    boolean known = attempts.stream().anyMatch(a -> a.thread() == thread);
    if (!known && Binding.bind(tx, attempt.id(), thread, now)) {
      return new Sighting(Sighting.Verdict.BOUND, attempt.session());
    }
    if (!known) {
      remember(attempt);
    }
    return new Sighting(Sighting.Verdict.ORPHAN, attempt.session());
  }

  private void remember(TopicAttempt attempt) throws SQLException {
    long at = now.toEpochMilli();
    if (tx.change(ORPHAN, thread, at, attempt.id()) == 0) {
      tx.change(SECOND_ORPHAN, attempt.id() + '/' + thread, thread, at, attempt.id());
    }
  }
}
