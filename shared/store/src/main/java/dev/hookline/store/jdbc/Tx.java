package dev.hookline.store.jdbc;

import dev.hookline.store.ChatLease;
import dev.hookline.store.StaleLeaseException;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The statements of one transaction, run one after another. */
final class Tx {

  private static final int ROWS_PER_STATEMENT = 200; // far below any database's limit of parameters
  private static final String LEASE = "SELECT 1 FROM chat WHERE chat_id = ? AND epoch = ?";

  private final SqlConnection connection;

  Tx(SqlConnection connection) {
    this.connection = connection;
  }

  /** Runs a statement that has no parameters and no result. */
  Future<Void> run(String sql) {
    return connection.query(sql).execute().mapEmpty();
  }

  /** Changes rows; completes with how many. Not for statements with RETURNING. */
  Future<Integer> change(String sql, Object... values) {
    return execute(sql, tuple(values)).map(RowSet::rowCount);
  }

  /** Changes rows once for each tuple, in one go. */
  Future<Void> changeEach(String sql, List<Tuple> tuples) {
    return tuples.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(sql).executeBatch(tuples).mapEmpty();
  }

  /** Reads rows. */
  Future<List<Row>> rows(String sql, Object... values) {
    return execute(sql, tuple(values)).map(Tx::list);
  }

  /** Reads the only row, if there is one. */
  Future<Optional<Row>> row(String sql, Object... values) {
    return rows(sql, values).map(rows -> rows.stream().findFirst());
  }

  /**
   * Reads rows for many tuples at once.
   *
   * @param sql has {@code %s} where the tuples go
   * @param pattern the parameters of one tuple, for example {@code (?, ?)}
   */
  Future<List<Row>> rowsFor(String sql, String pattern, List<Tuple> tuples) {
    List<Row> found = new ArrayList<>();
    Future<Void> done = Future.succeededFuture();
    for (int from = 0; from < tuples.size(); from += ROWS_PER_STATEMENT) {
      List<Tuple> part = tuples.subList(from, Math.min(tuples.size(), from + ROWS_PER_STATEMENT));
      done =
          done.compose(ignored -> execute(sql.formatted(rows(pattern, part.size())), join(part)))
              .onSuccess(rows -> rows.forEach(found::add))
              .mapEmpty();
    }
    return done.map(found);
  }

  /** Changes rows for many tuples at once; completes with how many rows were changed. */
  Future<Integer> changeFor(String sql, String pattern, List<Tuple> tuples) {
    Future<Integer> changed = Future.succeededFuture(0);
    for (int from = 0; from < tuples.size(); from += ROWS_PER_STATEMENT) {
      List<Tuple> part = tuples.subList(from, Math.min(tuples.size(), from + ROWS_PER_STATEMENT));
      changed =
          changed.compose(
              sum ->
                  execute(sql.formatted(rows(pattern, part.size())), join(part))
                      .map(rows -> sum + rows.rowCount()));
    }
    return changed;
  }

  /** Fails with {@link StaleLeaseException} when the lease is over. */
  Future<Void> guard(ChatLease lease) {
    return row(LEASE, lease.chat(), lease.epoch())
        .compose(found -> found.isPresent() ? Future.succeededFuture() : stale(lease));
  }

  /** Refuses what a holder of an older lease asks for. */
  static <T> Future<T> stale(ChatLease lease) {
    return Future.failedFuture(new StaleLeaseException(lease.chat(), lease.epoch()));
  }

  /** Parameters for a list, to be put in parentheses. */
  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private Future<RowSet<Row>> execute(String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values);
  }

  private static Tuple tuple(Object... values) {
    return Tuple.from(Arrays.asList(values));
  }

  private static String rows(String pattern, int count) {
    return String.join(", ", Collections.nCopies(count, pattern));
  }

  private static Tuple join(List<Tuple> tuples) {
    Tuple all = Tuple.tuple();
    tuples.forEach(
        tuple -> {
          for (int i = 0; i < tuple.size(); i++) {
            all.addValue(tuple.getValue(i));
          }
        });
    return all;
  }

  private static List<Row> list(RowSet<Row> rows) {
    List<Row> list = new ArrayList<>(rows.size());
    rows.forEach(list::add);
    return list;
  }
}
