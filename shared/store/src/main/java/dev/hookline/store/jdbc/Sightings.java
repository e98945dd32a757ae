package dev.hookline.store.jdbc;

import dev.hookline.store.Sighting;
import dev.hookline.store.TopicAttempt;
import io.vertx.core.Future;
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
  Future<Sighting> judge(String name) {
    return Messages.remember(tx, chat, thread, thread)
        .compose(ignored -> tx.row(OWNER, chat, thread))
        .compose(
            owner ->
                owner.isPresent()
                    ? Future.succeededFuture(
                        new Sighting(Sighting.Verdict.BOUND, Rows.session(owner.get())))
                    : withMarker(name).compose(this::judge));
  }

  private Future<List<TopicAttempt>> withMarker(String name) {
    List<Object> values = new ArrayList<>();
    values.add(chat);
    Arrays.stream(name.strip().split("\\s+")).limit(MOST_WORDS).forEach(values::add);
    return tx.rows(WITH_MARKER.formatted(Tx.marks(values.size() - 1)), values.toArray())
        .map(rows -> rows.stream().map(Rows::attempt).toList());
  }

  private Future<Sighting> judge(List<TopicAttempt> attempts) {
    if (attempts.isEmpty()) {
      return Future.succeededFuture(new Sighting(Sighting.Verdict.FOREIGN, null));
    }
    TopicAttempt attempt = attempts.get(0);
    Optional<TopicAttempt> known = attempts.stream().filter(a -> a.thread() == thread).findFirst();
    return known.isPresent()
        ? Future.succeededFuture(orphan(attempt))
        : Binding.bind(tx, attempt.id(), thread, now)
            .compose(
                bound ->
                    bound
                        ? Future.succeededFuture(
                            new Sighting(Sighting.Verdict.BOUND, attempt.session()))
                        : remember(attempt).map(orphan(attempt)));
  }

  private Future<Void> remember(TopicAttempt attempt) {
    long at = now.toEpochMilli();
    return tx.change(ORPHAN, thread, at, attempt.id())
        .compose(
            changed ->
                changed > 0
                    ? Future.succeededFuture()
                    : tx.change(
                        SECOND_ORPHAN, attempt.id() + '/' + thread, thread, at, attempt.id()))
        .mapEmpty();
  }

  private static Sighting orphan(TopicAttempt attempt) {
    return new Sighting(Sighting.Verdict.ORPHAN, attempt.session());
  }
}
