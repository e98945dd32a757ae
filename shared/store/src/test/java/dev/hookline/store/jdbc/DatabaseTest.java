package dev.hookline.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
    get(database.change(tx -> tx.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL)")));
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
      Object writing = get(database.write(tx -> tx.row(setting).orElseThrow().first()));
      Future<Object> one = database.ask(tx -> tx.row(setting).orElseThrow().first());
      Future<Object> two = database.ask(tx -> tx.row(setting).orElseThrow().first());

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
    Throwable cause = failure(database.change(DatabaseTest::insertAndFail));

    assertThat(cause).hasMessage("on purpose");
    assertThat(rows()).isZero();
    get(database.change(tx -> insert(tx, 1)));
  }

  @Test
  void keeps_what_others_wrote_at_the_same_time_as_one_that_fails() throws Exception {
    Future<?> slow = slow(); // the others gather behind it
    Future<?> good = database.change(tx -> insert(tx, 1));
    Future<?> bad = database.change(tx -> insertAndFail(tx, 2));
    Future<?> alsoGood = database.change(tx -> insert(tx, 3));

    get(slow);
    get(good);
    get(alsoGood);
    assertThat(failure(bad)).hasMessage("on purpose");
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void lets_go_first_who_keeps_a_sender_waiting() throws Exception {
    Future<?> slow = slow();
    Future<Long> other =
        database.write(
            tx -> {
              insert(tx, 1);
              return count(tx);
            });
    Future<Long> urgent =
        database.writeSoon(
            tx -> {
              insert(tx, 2);
              return count(tx);
            });

    get(slow);
    assertThat(get(urgent)).isEqualTo(1);
    assertThat(get(other)).isEqualTo(2);
  }

  // As a full disk does: after that, the driver believes in a transaction that is no more.
  @Test
  void keeps_transactions_whole_after_sqlite_has_ended_one_by_itself() throws Exception {
    failure(database.change(tx -> tx.run("INSERT OR ROLLBACK INTO t (a, b) VALUES (1, NULL)")));

    failure(database.change(DatabaseTest::insertAndFail));

    assertThat(rows()).isZero();
    get(database.change(tx -> insert(tx, 1)));
    assertThat(rows()).isEqualTo(1);
  }

  // A reference into nowhere that may wait for the end: the commit itself is what fails.
  @Test
  void tells_nobody_that_a_commit_succeeded_which_failed() throws Exception {
    get(database.change(tx -> tx.run("CREATE TABLE child (a INTEGER REFERENCES t (a))")));

    failure(
        database.change(
            tx -> {
              tx.run("PRAGMA defer_foreign_keys = ON");
              insert(tx, 1);
              tx.run("INSERT INTO child VALUES (99)");
            }));

    assertThat(rows()).isZero();
    get(database.change(tx -> insert(tx, 1)));
  }

  @Test
  void begins_anew_after_a_transaction_was_left_open() throws Exception {
    failure(
        database.change(
            tx -> {
              tx.run("COMMIT");
              tx.run("BEGIN");
              tx.run("nonsense");
            }));

    get(database.change(tx -> insert(tx, 1)));

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void shows_a_reader_one_state_throughout() throws Exception {
    Future<List<Long>> seen =
        database.read(
            tx -> {
              long before = count(tx);
              getNow(database.change(other -> insert(other, 1)));
              return List.of(before, count(tx));
            });

    assertThat(get(seen)).containsExactly(0L, 0L);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void tells_a_statement_that_makes_no_sense_from_a_database_that_is_down() throws Exception {
    assertThat(failure(database.change(tx -> tx.run("nonsense"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(
            failure(
                database.change(
                    tx -> {
                      insert(tx, 1);
                      insert(tx, 1);
                    })))
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

    Future<?> running = slow();
    Future<?> waiting = database.change(tx -> insert(tx, 1));

    assertThat(failure(database.change(tx -> insert(tx, 2))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(running.isComplete()).isFalse();
    get(running);
    get(waiting);
  }

  /** A transaction that takes long, and has begun. */
  private Future<?> slow() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> slow =
        database.write(
            tx -> {
              begun.countDown();
              return tx.rows(COUNT_FOR_SECONDS);
            });
    begun.await();
    return slow;
  }

  private Database database(Duration patience, int mostWaiting) throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("test.db");
    JdbcStoreOptions options =
        new JdbcStoreOptions(url, Login.NONE, 2, Duration.ofSeconds(5), patience, mostWaiting);
    Database opened = new Database(vertx, new SqliteDialect(), options);
    get(opened.connect());
    return opened;
  }

  private String setting(String name) throws Exception {
    return get(database.ask(tx -> tx.row("SELECT * FROM pragma_" + name)))
        .orElseThrow()
        .first()
        .toString();
  }

  private long rows() throws Exception {
    return get(database.ask(DatabaseTest::count));
  }

  private static long count(Tx tx) throws SQLException {
    return ((Number) tx.row("SELECT COUNT(*) FROM t").orElseThrow().first()).longValue();
  }

  private static void insert(Tx tx, int a) throws SQLException {
    tx.change("INSERT INTO t (a, b) VALUES (?, 'b')", a);
  }

  private static void insertAndFail(Tx tx) throws SQLException {
    insertAndFail(tx, 1);
  }

  private static void insertAndFail(Tx tx, int a) throws SQLException {
    insert(tx, a);
    throw new IllegalStateException("on purpose");
  }

  private static void getNow(Future<?> future) {
    try {
      get(future);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
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
