package dev.hookline.lab.bench;

import dev.hookline.app.bench.EventBodies;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What PostgreSQL itself can do: plain JDBC on a few connections, each of which writes the rows of
 * events, so many in a transaction, with the same promises.
 */
final class RawPostgres implements AutoCloseable {

  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS raw_event (
        session_id TEXT NOT NULL, seq BIGINT NOT NULL, event_id TEXT NOT NULL UNIQUE,
        received_at BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (session_id, seq))""";

  private static final String INSERT = "INSERT INTO raw_event VALUES (?, ?, ?, 0, ?)";

  private final List<Connection> connections = new ArrayList<>();
  private final AtomicLong written = new AtomicLong();

  RawPostgres(String url, int writers) throws SQLException {
    for (int i = 0; i < writers; i++) {
      connections.add(DriverManager.getConnection(url));
    }
    try (Statement statement = connections.get(0).createStatement()) {
      statement.execute(TABLE);
    }
    for (Connection connection : connections) {
      connection.setAutoCommit(false);
    }
  }

  /** Commits groups of events for so long, and tells how many events per second that were. */
  double perSecond(int group, Duration span, EventBodies bodies) throws Exception {
    String body = bodies.next().toString();
    long began = System.nanoTime();
    long before = written.get();
    ExecutorService threads = Executors.newFixedThreadPool(connections.size());
    try {
      List<Callable<Void>> writers = new ArrayList<>();
      connections.forEach(
          connection -> writers.add(() -> write(connection, group, began + span.toNanos(), body)));
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return (written.get() - before) / ((System.nanoTime() - began) / 1e9);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }

  private Void write(Connection connection, int group, long end, String body) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      while (System.nanoTime() < end) {
        for (int i = 0; i < group; i++) {
          long number = written.incrementAndGet();
          insert.setString(1, "session-" + number % 64);
          insert.setLong(2, number);
          insert.setString(3, "event-" + number);
          insert.setString(4, body);
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      }
    }
    return null;
  }
}
