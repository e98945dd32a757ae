package dev.hookline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgres")
class PostgresServerTest {

  @TempDir Path directory;

  @Test
  void keeps_what_was_committed_when_it_crashes() throws SQLException {
    try (PostgresServer server = PostgresServer.start(directory)) {
      try (Connection connection = DriverManager.getConnection(server.url());
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept AS SELECT 41 AS n");
        server.crash();
        assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
      }

      server.restart();

      assertThat(number(server, "SELECT n FROM kept")).isEqualTo("41");
      assertThat(number(server, "SHOW fsync")).isEqualTo("on");
      assertThat(number(server, "SHOW synchronous_commit")).isEqualTo("on");
    }
  }

  private static String number(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
