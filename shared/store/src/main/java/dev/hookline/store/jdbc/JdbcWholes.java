package dev.hookline.store.jdbc;

import dev.hookline.store.MessagePlace;
import dev.hookline.store.Press;
import dev.hookline.store.Wholes;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives what people want to see whole its place in the outbox. */
final class JdbcWholes implements Wholes {

  private static final Duration LATELY = Duration.ofMinutes(1);

  private static final String UNDER =
      """
      SELECT m.session_id, m.position FROM message m
      JOIN session s ON s.session_id = m.session_id AND s.chat_id = m.chat_id
        AND s.thread_id = m.thread_id
      JOIN outbox o ON o.session_id = m.session_id AND o.position = m.position
      WHERE m.chat_id = ? AND m.message_id = ? AND m.thread_id = ?
        AND s.topic_state IN ('BOUND', 'CLOSED')""";

  private static final String WANTED =
      """
      SELECT COUNT(*) AS lately,
        COALESCE(SUM(CASE WHEN session_id = ? AND whole_of = ? THEN 1 ELSE 0 END), 0) AS same
      FROM outbox
      WHERE chat_id = ? AND whole_of IS NOT NULL
        AND (state IN ('PENDING', 'SENDING', 'AMBIGUOUS') OR changed_at > ?
          OR session_id = ? AND whole_of = ? AND wanted_by = ?)""";

  private static final String APPEND =
      """
      INSERT INTO outbox (session_id, position, chat_id, kind, whole_of, wanted_by, changed_at)
      VALUES (?, ?, ?, 'NOTE', ?, ?, ?)""";

  private final Database database;

  JdbcWholes(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<MessagePlace>> under(Press press) {
    return database.ask(tx -> under(tx, press));
  }

  @Override
  public Future<Wish> want(Press press, MessagePlace place, int most, Instant now) {
    return database.write(
        tx -> {
          String session = place.session().value();
          Locks.chatOfSession(tx, session);
          Locks.session(tx, session);
          boolean there = under(tx, press).filter(place::equals).isPresent();
          Wish wish = there ? wish(tx, press, place, most, now) : Wish.GONE;
          if (wish == Wish.GRANTED) {
            append(tx, press, place, now);
          }
          tx.change(
              ApprovalSql.AUDIT,
              now.toEpochMilli(),
              press.bot(),
              press.update(),
              press.user(),
              session,
              "",
              "show all",
              wish.name());
          return wish;
        });
  }

  private static Optional<MessagePlace> under(Tx tx, Press press) throws SQLException {
    return tx.row(UNDER, press.chat(), press.message(), press.thread())
        .map(row -> new MessagePlace(Rows.session(row), row.getLong("position")));
  }

  private static Wish wish(Tx tx, Press press, MessagePlace place, int most, Instant now)
      throws SQLException {
    String session = place.session().value();
    Row wanted =
        tx.row(
                WANTED,
                session,
                place.position(),
                press.chat(),
                now.minus(LATELY).toEpochMilli(),
                session,
                place.position(),
                name(press))
            .orElseThrow();
    if (wanted.getLong("same") > 0) {
      return Wish.GRANTED_BEFORE;
    }
    return wanted.getLong("lately") >= most ? Wish.TOO_MANY : Wish.GRANTED;
  }

  private static void append(Tx tx, Press press, MessagePlace place, Instant now)
      throws SQLException {
    String session = place.session().value();
    tx.change(
        APPEND,
        session,
        NewPlace.behindAll(tx, session),
        press.chat(),
        place.position(),
        name(press),
        now.toEpochMilli());
  }

  /** The update that told of a press: the same one may be handled again after a crash. */
  private static String name(Press press) {
    return press.bot() + "/" + press.update();
  }
}
