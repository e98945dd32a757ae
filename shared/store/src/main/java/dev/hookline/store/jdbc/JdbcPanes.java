package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Pane;
import dev.hookline.store.Panes;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** In which pane each agent runs. */
final class JdbcPanes implements Panes {

  private static final String REPORT =
      """
      INSERT INTO pane (session_id, node, socket, server, pane, command, reported_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (session_id) DO UPDATE SET node = excluded.node, socket = excluded.socket,
        server = excluded.server, pane = excluded.pane, command = excluded.command,
        reported_at = excluded.reported_at""";

  /**
   * Its last event that says whether it works is the end of a turn, and it was told nothing since.
   */
  private static final String IDLE =
      """
      SELECT p.session_id, p.socket, p.server, p.pane, p.command, e.source_id, e.event_id
      FROM pane p JOIN event e ON e.session_id = p.session_id AND e.seq = (
        SELECT n.seq FROM event n
        WHERE n.session_id = p.session_id
          AND n.type IN ('user_input', 'turn_complete', 'session_start', 'session_end',
            'tool_start', 'approval_request')
        ORDER BY n.seq DESC LIMIT 1)
      WHERE p.node = ? AND e.type = 'turn_complete'
        AND EXISTS (
          SELECT 1 FROM reply r
          WHERE r.session_id = p.session_id AND r.state = 'WAITING' AND r.taken_at < ?)
        AND NOT EXISTS (
          SELECT 1 FROM reply r
          WHERE r.session_id = p.session_id AND r.exchange <> '' AND r.given_at >= e.received_at)
        AND NOT EXISTS (
          SELECT 1 FROM approval a WHERE a.session_id = p.session_id AND a.state = 'OPEN')
      ORDER BY p.session_id LIMIT 20""";

  private static final String FORGET = "DELETE FROM pane WHERE session_id = ?";

  private final Database database;

  JdbcPanes(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> report(Pane pane, String node, Instant now) {
    return database.change(
        tx ->
            tx.change(
                REPORT,
                pane.session().value(),
                node,
                pane.socket(),
                pane.server(),
                pane.id(),
                pane.command(),
                now.toEpochMilli()));
  }

  @Override
  public Future<List<IdlePane>> idle(String node, Instant before) {
    return database.ask(
        tx -> tx.rows(IDLE, node, before.toEpochMilli()).stream().map(JdbcPanes::idle).toList());
  }

  @Override
  public Future<Void> forget(SessionKey session) {
    return database.change(tx -> tx.change(FORGET, session.value()));
  }

  private static IdlePane idle(Row row) {
    Pane pane =
        new Pane(
            Rows.session(row),
            row.getString("socket"),
            row.getLong("server"),
            row.getString("pane"),
            row.getString("command"));
    return new IdlePane(pane, row.getString("source_id"), row.getString("event_id"));
  }
}
