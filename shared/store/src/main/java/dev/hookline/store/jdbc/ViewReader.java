package dev.hookline.store.jdbc;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.SessionView;
import dev.hookline.store.SourceProgress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads what is needed to put one session's events in order; asks only for what they call for. */
final class ViewReader {

  private static final int LIMIT = 300;
  private static final int MOST_TEXT = 4_000_000; // characters

  private static final String SESSION =
      "SELECT chat_id, next_position FROM session WHERE session_id = ?";

  /** No more than fits into memory, but always the first one. */
  private static final String FRESH =
      """
      SELECT * FROM (
        SELECT page.*, SUM(LENGTH(body)) OVER (
          ORDER BY unnumbered, source_id, source_seq, seq
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - LENGTH(body) AS size_before
        FROM (
          SELECT * FROM (
            SELECT seq, received_at, body, 0 AS unnumbered, source_id, source_seq FROM event
            WHERE session_id = ? AND state = 'FRESH' AND source_seq IS NOT NULL
            ORDER BY source_id, source_seq, seq LIMIT ?) AS numbered
          UNION ALL SELECT * FROM (
            SELECT seq, received_at, body, 1 AS unnumbered, '' AS source_id, 0 AS source_seq
            FROM event
            WHERE session_id = ? AND state = 'FRESH' AND source_seq IS NULL
            ORDER BY seq LIMIT ?) AS unnumbered) AS page) AS sized
      WHERE size_before < ?
      ORDER BY unnumbered, source_id, source_seq, seq""";

  private static final String SOURCES =
      """
      SELECT s.source_id, s.first_seq, s.first_at, s.through_seq,
        (SELECT e.source_seq FROM event e
         WHERE e.source_id = s.source_id AND e.source_seq >= 0
           AND e.session_id = ? AND e.state = 'PLACED'
         ORDER BY e.source_seq DESC LIMIT 1) AS released
      FROM source s WHERE s.source_id IN (%s)""";

  private static final String PLACED_TOOLS =
      """
      SELECT type, tool_use_id FROM event
      WHERE session_id = ? AND tool_use_id IN (%s) AND state = 'PLACED'
        AND type IN ('tool_start', 'tool_result', 'tool_error')""";

  private static final String LAST_ANSWERS =
      """
      SELECT body FROM event
      WHERE session_id = ? AND type = 'agent_response' AND state = 'PLACED' AND position IN (
        SELECT DISTINCT position FROM event
        WHERE session_id = ? AND type = 'agent_response' AND position > ?
        ORDER BY position DESC LIMIT 4)
      ORDER BY position, place""";

  private static final int ANSWERS_AMONG = 200; // entries; an answer is told again soon or never

  private final Tx tx;
  private final SessionKey session;

  ViewReader(Tx tx, SessionKey session) {
    this.tx = tx;
    this.session = session;
  }

  /** The view; empty when the session is unknown. */
  Optional<SessionView> read() throws SQLException {
    Optional<Row> row = tx.row(SESSION, session.value());
    return row.isEmpty() ? Optional.empty() : Optional.of(view(row.get()));
  }

  private SessionView view(Row row) throws SQLException {
    String id = session.value();
    long nextPosition = row.getLong("next_position");
    List<FreshEvent> fresh =
        tx.rows(FRESH, id, LIMIT, id, LIMIT, MOST_TEXT).stream().map(ViewReader::event).toList();
    Tools tools = tools(fresh);
    return new SessionView(
        session,
        row.getLong("chat_id"),
        nextPosition,
        fresh,
        tools.started(),
        tools.finished(),
        answers(fresh, nextPosition),
        sources(fresh));
  }

  private Map<String, SourceProgress> sources(List<FreshEvent> fresh) throws SQLException {
    List<Object> ids =
        distinct(
            fresh.stream()
                .filter(item -> item.event().sequence() != null)
                .map(item -> item.event().source())
                .toList());
    Map<String, SourceProgress> sources = new HashMap<>();
    ask(SOURCES, ids).forEach(row -> sources.put(row.getString("source_id"), progress(row)));
    return sources;
  }

  private Tools tools(List<FreshEvent> fresh) throws SQLException {
    List<Object> ids =
        distinct(
            fresh.stream().map(item -> item.event().toolUseId()).filter(Objects::nonNull).toList());
    Tools tools = new Tools(new HashSet<>(), new HashSet<>());
    ask(PLACED_TOOLS, ids).forEach(tools::add);
    return tools;
  }

  private List<HookEvent> answers(List<FreshEvent> fresh, long nextPosition) throws SQLException {
    if (fresh.stream().noneMatch(item -> item.event().type() == EventType.AGENT_RESPONSE)) {
      return List.of();
    }
    String id = session.value();
    long after = nextPosition - ANSWERS_AMONG;
    return tx.rows(LAST_ANSWERS, id, id, after).stream().map(Rows::event).toList();
  }

  /** Asks about some ids of this session; does not ask when there is none. */
  private List<Row> ask(String sql, List<Object> ids) throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>();
    values.add(session.value());
    values.addAll(ids);
    return tx.rows(sql.formatted(Tx.marks(ids.size())), values.toArray());
  }

  private static List<Object> distinct(List<String> ids) {
    return new ArrayList<>(new HashSet<>(ids));
  }

  private static FreshEvent event(Row row) {
    return new FreshEvent(row.getLong("seq"), Rows.instant(row, "received_at"), Rows.event(row));
  }

  private static SourceProgress progress(Row row) {
    return new SourceProgress(
        row.getLong("first_seq"),
        Rows.instant(row, "first_at"),
        row.getLong("through_seq"),
        row.getLong("released"));
  }

  private record Tools(Set<String> started, Set<String> finished) {

    void add(Row row) {
      boolean start = row.getString("type").equals(EventType.TOOL_START.wireName());
      (start ? started : finished).add(row.getString("tool_use_id"));
    }
  }
}
