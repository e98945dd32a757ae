package dev.hookline.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

  private static final String COUNT_FOR_SECONDS =
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)
      SELECT COUNT(*) FROM n""";

  @TempDir Path directory;
  private Vertx vertx;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    database = database(Duration.ofSeconds(20), 100);
    get(database.write(tx -> tx.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL)")));
  }

  @AfterEach
  void close() throws Exception {
    get(database.close());
    get(vertx.close());
  }

  @Test
  void sets_up_every_connection() throws Exception {
    Stream<String> pragmas =
        Stream.of("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "busy_timeout");
    List<String> settings = pragmas.map(name -> "SELECT * FROM pragma_" + name).toList();

    for (String setting : settings) {
      Object writing = get(database.write(tx -> tx.row(setting))).orElseThrow().getValue(0);
      Future<Object> one =
          database.ask(tx -> tx.row(setting).map(r -> r.orElseThrow().getValue(0)));
      Future<Object> two =
          database.ask(tx -> tx.row(setting).map(r -> r.orElseThrow().getValue(0)));

      assertThat(List.of(get(one), get(two))).containsOnly(writing);
    }
    assertThat(setting("journal_mode")).isEqualTo("wal");
    assertThat(setting("synchronous")).isEqualTo("2");
    assertThat(setting("foreign_keys")).isEqualTo("1");
    assertThat(setting("trusted_schema")).isEqualTo("0");
    assertThat(setting("busy_timeout")).isEqualTo("5000");
  }

  @Test
  void keeps_nothing_of_a_transaction_that_fails() throws Exception {
    Throwable cause = failure(database.write(tx -> insert(tx, 1).compose(done -> fail())));

    assertThat(cause).hasMessage("on purpose");
    assertThat(rows()).isZero();
  }

  @Test
  void keeps_nothing_of_a_transaction_whose_work_throws() throws Exception {
    Throwable cause =
        failure(
            database.write(
                tx ->
                    insert(tx, 1)
                        .compose(
                            done -> {
                              throw new IllegalStateException("on purpose");
                            })));

    assertThat(cause).hasMessage("on purpose");
    assertThat(rows()).isZero();
    get(database.write(tx -> insert(tx, 1)));
  }

  // As a full disk does: after that, the driver believes in a transaction that is no more.
  @Test
  void keeps_transactions_whole_after_sqlite_has_ended_one_by_itself() throws Exception {
    failure(database.write(tx -> tx.run("INSERT OR ROLLBACK INTO t (a, b) VALUES (1, NULL)")));

    failure(database.write(tx -> insert(tx, 1).compose(done -> fail())));

    assertThat(rows()).isZero();
    get(database.write(tx -> insert(tx, 1)));
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void begins_anew_after_a_transaction_was_left_open() throws Exception {
    failure(
        database.write(
            tx ->
                tx.run("COMMIT")
                    .compose(done -> tx.run("BEGIN"))
                    .compose(done -> tx.run("nonsense"))));

    get(database.write(tx -> insert(tx, 1)));

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void shows_a_reader_one_state_throughout() throws Exception {
    Future<List<Long>> seen =
        database.read(
            tx ->
                count(tx)
                    .compose(
                        before ->
                            database
                                .write(other -> insert(other, 1))
                                .compose(done -> count(tx))
                                .map(after -> List.of(before, after))));

    assertThat(get(seen)).containsExactly(0L, 0L);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void tells_a_statement_that_makes_no_sense_from_a_database_that_is_down() throws Exception {
    assertThat(failure(database.write(tx -> tx.run("nonsense"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(failure(database.write(tx -> insert(tx, 1).compose(done -> insert(tx, 1)))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void does_not_keep_a_caller_waiting_for_ever() throws Exception {
    get(database.close());
    database = database(Duration.ofMillis(100), 100);

    assertThat(failure(database.write(tx -> tx.rows(COUNT_FOR_SECONDS))))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("longer");
  }

  @Test
  void refuses_at_once_what_would_have_to_wait_behind_too_many() throws Exception {
    get(database.close());
    database = database(Duration.ofSeconds(20), 1);

    Future<?> running = database.write(tx -> tx.rows(COUNT_FOR_SECONDS));
    Future<?> waiting = database.write(tx -> insert(tx, 1));

    assertThat(failure(database.write(tx -> insert(tx, 2))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(running.isComplete()).isFalse();
    get(running);
    get(waiting);
  }

  private Database database(Duration patience, int mostWaiting) throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("test.db");
    JdbcStoreOptions options =
        new JdbcStoreOptions(url, 2, Duration.ofSeconds(5), patience, mostWaiting);
    Database opened = new Database(vertx, Dialect.SQLITE, options);
    get(opened.connect());
    return opened;
  }

  private String setting(String name) throws Exception {
    return get(database.ask(tx -> tx.row("SELECT * FROM pragma_" + name)))
        .orElseThrow()
        .getValue(0)
        .toString();
  }

  private long rows() throws Exception {
    return get(database.ask(DatabaseTest::count));
  }

  private static Future<Long> count(Tx tx) {
    return tx.row("SELECT COUNT(*) FROM t").map(row -> row.orElseThrow().getLong(0));
  }

  private static Future<Void> insert(Tx tx, int a) {
    return tx.change("INSERT INTO t (a, b) VALUES (?, 'b')", a).mapEmpty();
  }

  private static <T> Future<T> fail() {
    return Future.failedFuture(new IllegalStateException("on purpose"));
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static Throwable failure(Future<?> future) throws Exception {
    try {
      throw new AssertionError("did not fail, but completed with " + get(future));
    } catch (ExecutionException expected) {
      return expected.getCause();
    }
  }
}
