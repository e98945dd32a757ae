package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Release;
import dev.hookline.store.Sequences;
import dev.hookline.store.SessionView;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/** Gives events their place in the outbox. */
final class JdbcSequences implements Sequences {

  /** A person waits for what asks for approval, and for the answer at the end of a turn. */
  private static final String ADVANCE =
      """
      UPDATE session SET next_position = next_position + ?, kept = kept + ?,
        urgent_since = CASE WHEN urgent > 0 THEN urgent_since ELSE ? END,
        urgent_position = CASE WHEN EXISTS (
            SELECT 1 FROM event e
            WHERE e.session_id = session.session_id AND e.seq BETWEEN ? AND ?
              AND (e.type = 'approval_request' OR e.type = 'agent_response' AND EXISTS (
                SELECT 1 FROM event t
                WHERE t.session_id = e.session_id AND t.seq > e.seq AND t.type = 'turn_complete')))
          THEN next_position + ? - 1 ELSE urgent_position END,
        close_position = CASE WHEN ? = 1 THEN next_position + ? - 1 ELSE close_position END
      WHERE session_id = ? AND next_position = ?
      RETURNING chat_id""";

  private static final String APPEND =
      """
      INSERT INTO outbox (session_id, position, chat_id, kind, late, text, changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";

  private static final String PLACE =
      """
      UPDATE event SET state = v.column3, position = NULLIF(v.column4, 0), place = v.column5
      FROM (VALUES %s) AS v
      WHERE event.session_id = v.column1 AND event.seq = v.column2 AND event.state = 'FRESH'""";

  // The casts are for databases that take a parameter of unknown type for a text.
  private static final String PLACES =
      "(?, CAST(? AS BIGINT), ?, CAST(? AS BIGINT), CAST(? AS INTEGER))";

  private static final String UNRELEASED =
      """
      SELECT session_id FROM (
        SELECT session_id, MIN(received_at) AS since FROM event
        WHERE state = 'FRESH' AND source_seq IS NULL GROUP BY session_id
        UNION ALL
        SELECT session_id, MIN(received_at) AS since FROM event
        WHERE state = 'FRESH' AND source_seq IS NOT NULL GROUP BY session_id) AS waiting
      GROUP BY session_id ORDER BY MIN(since), session_id LIMIT ?""";

  private final Database database;

  JdbcSequences(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<SessionView>> view(SessionKey session) {
    return database.read(tx -> new ViewReader(tx, session).read());
  }

  @Override
  public Future<Boolean> release(
      SessionKey session, long expectedPosition, List<Release> releases, Instant now) {
    List<Release> entries = releases.stream().filter(JdbcSequences::isEntry).toList();
    List<Object[]> places = places(session, expectedPosition, releases);
    return database
        .write(
            tx -> {
              Row row =
                  tx.row(ADVANCE, advance(session, expectedPosition, releases, now))
                      .orElseThrow(OvertakenException::new);
              long chat = row.getLong("chat_id");
              tx.changeEach(APPEND, rows(session, expectedPosition, chat, entries, now));
              if (tx.changeFor(PLACE, PLACES, places) != places.size()) {
                throw new OvertakenException();
              }
              return true;
            })
        .recover(JdbcSequences::overtaken);
  }

  @Override
  public Future<List<SessionKey>> unreleased(int limit) {
    return database.ask(tx -> tx.rows(UNRELEASED, limit).stream().map(Rows::session).toList());
  }

  private static boolean isEntry(Release release) {
    return release.kind() != Release.Kind.MIRRORED;
  }

  private static Object[] advance(
      SessionKey session, long expected, List<Release> releases, Instant now) {
    int entries = (int) releases.stream().filter(JdbcSequences::isEntry).count();
    long kept = releases.stream().filter(r -> !isEntry(r)).mapToLong(r -> r.events().size()).sum();
    LongSummaryStatistics seqs =
        releases.stream()
            .flatMap(release -> release.events().stream())
            .mapToLong(Long::longValue)
            .summaryStatistics();
    return new Object[] {
      entries,
      kept,
      now.toEpochMilli(),
      seqs.getMin(),
      seqs.getMax(),
      entries,
      closesInTheEnd(releases) ? 1 : 0,
      entries,
      session.value(),
      expected
    };
  }

  private static boolean closesInTheEnd(List<Release> releases) {
    return !releases.isEmpty() && releases.get(releases.size() - 1).kind() == Release.Kind.CLOSE;
  }

  private static List<Object[]> rows(
      SessionKey session, long first, long chat, List<Release> entries, Instant now) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Release entry = entries.get(i);
      rows.add(
          new Object[] {
            session.value(),
            first + i,
            chat,
            entry.kind().name(),
            entry.late() ? 1 : 0,
            entry.text(),
            now.toEpochMilli()
          });
    }
    return rows;
  }

  private static List<Object[]> places(SessionKey session, long first, List<Release> releases) {
    List<Object[]> places = new ArrayList<>();
    long position = first;
    for (Release release : releases) {
      boolean entry = isEntry(release);
      for (int place = 0; place < release.events().size(); place++) {
        long seq = release.events().get(place);
        String state = entry ? "PLACED" : "KEPT";
        places.add(new Object[] {session.value(), seq, state, entry ? position : 0L, place});
      }
      position += entry ? 1 : 0;
    }
    return places;
  }

  private static Future<Boolean> overtaken(Throwable cause) {
    return cause instanceof OvertakenException
        ? Future.succeededFuture(false)
        : Future.failedFuture(cause);
  }

  /** Another node was faster: rolls the transaction back. */
  private static final class OvertakenException extends RuntimeException {

    OvertakenException() {
      super("another node was faster", null, false, false);
    }
  }
}
