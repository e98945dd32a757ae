package dev.hookline.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What SQLite itself can do: plain JDBC in one thread that writes the rows of the same events into
 * the same tables, so many events in a transaction, with the same promises.
 */
final class RawSqlite implements AutoCloseable {

  private static final String TOUCH =
      """
      INSERT INTO session (session_id, chat_id, topic_since, created_at, last_event_at, next_seq)
      VALUES (?, -1, 0, 0, 0, 2)
      ON CONFLICT (session_id) DO UPDATE SET next_seq = session.next_seq + 1""";

  private static final String INSERT =
      """
      INSERT INTO event (session_id, seq, source_id, event_id, type, received_at, body, state)
      VALUES (?, ?, 'bench', ?, 'agent_response', 0, ?, 'FRESH')""";

  private final Connection connection;
  private final PreparedStatement touch;
  private final PreparedStatement insert;
  private long written;

  RawSqlite(Path file) throws SQLException, IOException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement();
        InputStream schema = RawSqlite.class.getResourceAsStream("/db/001-initial.sql")) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.executeUpdate(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    }
    connection.setAutoCommit(false);
    touch = connection.prepareStatement(TOUCH);
    insert = connection.prepareStatement(INSERT);
  }

  /** Commits groups of events for so long, and tells how many events per second that were. */
  double perSecond(int group, Duration span, EventBodies bodies) throws SQLException {
    long began = System.nanoTime();
    long before = written;
    while (System.nanoTime() - began < span.toNanos()) {
      for (int i = 0; i < group; i++) {
        add(bodies.next().toString());
      }
      touch.executeBatch();
      insert.executeBatch();
      connection.commit();
    }
    return (written - before) / ((System.nanoTime() - began) / 1e9);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void add(String body) throws SQLException {
    written++;
    String session = "session-" + written % IngestBenchmark.SESSIONS;
    touch.setString(1, session);
    touch.addBatch();
    insert.setString(1, session);
    insert.setLong(2, written);
    insert.setString(3, "bench-" + written);
    insert.setString(4, body);
    insert.addBatch();
  }
}
