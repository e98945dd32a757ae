package dev.hookline.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings the schema up to date from numbered files, all or nothing.
 *
 * <p>Not Flyway: the whole node must be ready within a second. In a cold JVM on two busy cores
 * Flyway alone took 950 to 1300 ms; opening a fresh store this way took 420 to 820 ms, with the
 * connections and everything else.
 */
final class Migrations {

  private static final List<String> NAMES =
      List.of(
          "001-initial",
          "002-to-show",
          "003-folding",
          "004-urgent",
          "005-closing",
          "006-approvals",
          "007-hushed",
          "008-joining",
          "009-urgent-since",
          "010-replies",
          "011-whole",
          "012-commands");

  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL)";
  private static final String NEWEST = "SELECT MAX(version) AS version FROM schema_version";
  private static final String APPLIED = "INSERT INTO schema_version (version, name) VALUES (?, ?)";

  private final Dialect dialect;

  Migrations(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Applies what is missing; refuses a schema that a newer program made. */
  void apply(Tx tx) throws SQLException {
    tx.exclude(List.of("schema")); // nodes may start together
    tx.run(VERSIONS);
    Integer newest = tx.row(NEWEST).orElseThrow().getInteger("version");
    int version = newest == null ? 0 : newest;
    refuseNewer(version);
    for (int next = version + 1; next <= NAMES.size(); next++) {
      String name = NAMES.get(next - 1);
      for (String statement : statements(name)) {
        tx.run(statement);
      }
      tx.change(APPLIED, next, name);
    }
  }

  /**
   * Refuses a version that this program does not know.
   *
   * @throws UnusableDatabaseException when it is newer
   */
  static void refuseNewer(int version) {
    if (version > NAMES.size()) {
      throw new UnusableDatabaseException(
          "the database has schema version %d, this program knows %d: use a newer Hookline"
              .formatted(version, NAMES.size()));
    }
  }

  private List<String> statements(String name) {
    String sql = read("/db/" + name + "." + dialect.fileTag() + ".sql");
    sql = sql == null ? read("/db/" + name + ".sql") : sql;
    return List.of(sql.replaceAll("--[^\n]*", "").strip().split(";\\s*"));
  }

  private static String read(String resource) {
    try (InputStream file = Migrations.class.getResourceAsStream(resource)) {
      return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
