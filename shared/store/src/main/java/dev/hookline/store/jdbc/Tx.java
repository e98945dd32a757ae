package dev.hookline.store.jdbc;

import dev.hookline.store.ChatLease;
import dev.hookline.store.StaleLeaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of one transaction at a time, on one connection. Blocks; confined to the thread
 * that runs the transaction.
 *
 * <p>Prepared statements are kept: to prepare one costs SQLite more than to run it.
 */
final class Tx implements AutoCloseable {

  private static final int ROWS_PER_STATEMENT = 200; // far below any database's limit of parameters
  private static final int STATEMENTS_KEPT = 250;
  private static final String LEASE = "SELECT 1 FROM chat WHERE chat_id = ? AND epoch = ?";

  private final Dialect dialect;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

  Tx(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  /** Runs a statement that has no parameters and no result. */
  void run(String sql) throws SQLException {
    with(sql, PreparedStatement::execute);
  }

  /** Ends a transaction and keeps nothing of it, also when the database has ended it by itself. */
  void rollBack() {
    try {
      run("ROLLBACK");
    } catch (SQLException ended) {
      // there was none any more
    }
  }

  /** Changes rows; answers how many. Not for statements with RETURNING. */
  int change(String sql, Object... values) throws SQLException {
    return with(sql, statement -> filled(statement, values).executeUpdate());
  }

  /** Changes rows once for each tuple. */
  void changeEach(String sql, List<Object[]> tuples) throws SQLException {
    if (tuples.isEmpty()) {
      return;
    }
    with(
        sql,
        statement -> {
          for (Object[] tuple : tuples) {
            filled(statement, tuple).addBatch();
          }
          return statement.executeBatch();
        });
  }

  /** Reads rows. */
  List<Row> rows(String sql, Object... values) throws SQLException {
    return with(
        sql,
        statement -> {
          try (ResultSet result = filled(statement, values).executeQuery()) {
            return Row.all(result);
          }
        });
  }

  /** Reads the only row, if there is one. */
  Optional<Row> row(String sql, Object... values) throws SQLException {
    return rows(sql, values).stream().findFirst();
  }

  /**
   * Reads rows for many tuples at once.
   *
   * @param sql has {@code %s} where the tuples go
   * @param pattern the parameters of one tuple, for example {@code (?, ?)}
   */
  List<Row> rowsFor(String sql, String pattern, List<Object[]> tuples) throws SQLException {
    List<Row> found = new ArrayList<>();
    for (List<Object[]> part : parts(tuples)) {
      found.addAll(rows(sql.formatted(repeated(pattern, part.size())), joined(part)));
    }
    return found;
  }

  /** Changes rows for many tuples at once; answers how many rows were changed. */
  int changeFor(String sql, String pattern, List<Object[]> tuples) throws SQLException {
    int changed = 0;
    for (List<Object[]> part : parts(tuples)) {
      changed += change(sql.formatted(repeated(pattern, part.size())), joined(part));
    }
    return changed;
  }

  /**
   * Makes sure that the lease is in force, and that nobody takes the chat before this transaction
   * ends.
   *
   * @throws StaleLeaseException when it is over
   */
  void guard(ChatLease lease) throws SQLException {
    hold(lease, dialect.forUpdate());
  }

  /** The same at the present moment only, for a transaction that reads. */
  void look(ChatLease lease) throws SQLException {
    hold(lease, "");
  }

  /** Keeps others from changing the rows of a query until this transaction ends. */
  void lock(String query, Object... values) throws SQLException {
    if (!dialect.forUpdate().isEmpty()) {
      rows(query + dialect.forUpdate(), values);
    }
  }

  /** Keeps out others who name one of the same things, until this transaction ends. */
  void exclude(List<String> names) throws SQLException {
    if (dialect.exclusion().isPresent()) {
      rowsFor(dialect.exclusion().get(), "(?)", names.stream().map(n -> new Object[] {n}).toList());
    }
  }

  private void hold(ChatLease lease, String lock) throws SQLException {
    if (row(LEASE + lock, lease.chat(), lease.epoch()).isEmpty()) {
      throw stale(lease);
    }
  }

  /** What a holder of an older lease is told. */
  static StaleLeaseException stale(ChatLease lease) {
    return new StaleLeaseException(lease.chat(), lease.epoch());
  }

  /** Parameters for a list, to be put in parentheses. */
  static String marks(int count) {
    return repeated("?", count);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private PreparedStatement filled(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(i + 1, value instanceof String text ? dialect.storable(text) : value);
    }
    return statement;
  }

  // SQLite's driver closes a statement that fails without saying so: it must not be kept.
  private <T> T with(String sql, Use<T> use) throws SQLException {
    PreparedStatement statement = prepared(sql);
    try {
      return use.of(statement);
    } catch (SQLException failed) {
      statements.remove(sql);
      statement.close();
      throw failed;
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement kept = statements.get(sql);
    if (kept != null) {
      return kept;
    }
    if (statements.size() >= STATEMENTS_KEPT) {
      String eldest = statements.keySet().iterator().next();
      statements.remove(eldest).close();
    }
    PreparedStatement fresh = connection.prepareStatement(sql);
    statements.put(sql, fresh);
    return fresh;
  }

  private static List<List<Object[]>> parts(List<Object[]> tuples) {
    List<List<Object[]>> parts = new ArrayList<>();
    for (int from = 0; from < tuples.size(); from += ROWS_PER_STATEMENT) {
      parts.add(tuples.subList(from, Math.min(tuples.size(), from + ROWS_PER_STATEMENT)));
    }
    return parts;
  }

  private static String repeated(String pattern, int count) {
    return String.join(", ", Collections.nCopies(count, pattern));
  }

  private static Object[] joined(List<Object[]> tuples) {
    return tuples.stream().flatMap(Arrays::stream).toArray();
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }
}
