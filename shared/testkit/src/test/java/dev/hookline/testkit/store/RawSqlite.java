package dev.hookline.testkit.store;

import dev.hookline.testkit.FreshStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Another program at a store's file. */
final class RawSqlite implements AutoCloseable {

  private final Connection connection;

  RawSqlite(Path directory) throws SQLException {
    this(FreshStore.url(directory));
  }

  private RawSqlite(String url) throws SQLException {
    connection = DriverManager.getConnection(url);
  }

  /** At another file. */
  static RawSqlite of(Path file) throws SQLException {
    return new RawSqlite("jdbc:sqlite:" + file);
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> column(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** Fails unless the whole database is as it must be. */
  void verifyIntegrity() throws SQLException {
    List<String> findings = new ArrayList<>(column("PRAGMA integrity_check"));
    findings.addAll(column("PRAGMA foreign_key_check"));
    if (!findings.equals(List.of("ok"))) {
      throw new AssertionError("the database is damaged: " + findings);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
