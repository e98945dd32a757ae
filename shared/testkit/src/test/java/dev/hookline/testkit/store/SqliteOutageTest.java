package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import dev.hookline.store.Store;
import dev.hookline.store.StoreUnavailableException;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an outage of the disk does to acknowledged events (nothing), and what the store does when it
 * is over (it goes on without a restart).
 *
 * <p>A disk that is full is tried in two ways: with SQLite's own limit of pages, everywhere, and
 * with a small file system that is really full, where one may be mounted. File modes mean nothing
 * to root, so the files are made read-only with {@code chattr +i}, which stops even a file that is
 * open. What cannot be tried on a machine is reported as skipped.
 */
class SqliteOutageTest {

  private static final SessionKey SESSION = new SessionKey("s-1");
  private static final JsonObject LARGE = new JsonObject().put("padding", "x".repeat(20_000));
  private static final int MORE_THAN_FITS = 1_000;

  @TempDir Path directory;
  private Vertx vertx;
  private Store store;

  @BeforeEach
  void createVertx() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() {
    result(store == null ? Future.succeededFuture() : store.close());
    result(vertx.close());
  }

  @Test
  void goes_on_by_itself_after_the_disk_was_full() throws SQLException {
    try (RawSqlite other = new RawSqlite(directory)) {
      result(result(FreshStore.in(vertx, directory)).close());
      other.run("CREATE TABLE filler AS SELECT zeroblob(4000000) AS padding");
      int pages = Integer.parseInt(other.column("PRAGMA page_count").get(0));
      open("?max_page_count=" + (pages + 40), directory);

      List<NewEvent> acknowledged = acceptUntilItFails();
      NewEvent refused = large(acknowledged.size());
      assertThat(fresh()).hasSameSizeAs(acknowledged);

      other.run("DROP TABLE filler");

      assertThat(accept(refused).duplicate()).isFalse();
      assertEverythingIsThere(acknowledged.size() + 1);
      other.verifyIntegrity();
    }
  }

  @Test
  void goes_on_by_itself_after_a_file_system_was_full() throws Exception {
    Path mounted = Files.createDirectory(directory.resolve("small"));
    Machine.need("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", mounted.toString());
    try {
      Path filler = Files.write(mounted.resolve("filler"), new byte[2_000_000]);
      open("", mounted);

      List<NewEvent> acknowledged = acceptUntilItFails();
      NewEvent refused = large(acknowledged.size());
      assertThat(fresh()).hasSameSizeAs(acknowledged);

      Files.delete(filler);

      assertThat(accept(refused).duplicate()).isFalse();
      assertEverythingIsThere(acknowledged.size() + 1);
      result(store.close());
      try (RawSqlite other = new RawSqlite(mounted)) {
        other.verifyIntegrity();
      }
    } finally {
      result(store.close());
      Machine.undo("umount", mounted.toString());
    }
  }

  @Test
  void goes_on_by_itself_after_its_files_were_read_only() throws Exception {
    open("", directory);
    accept(large(0));
    String file = FreshStore.file(directory).toString();
    Machine.need("chattr", "+i", file, file + "-wal");
    try {
      assertThat(failure(store.events().accept(List.of(large(1)))))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(failure(store.check())).isInstanceOf(StoreUnavailableException.class);
      assertThat(fresh()).hasSize(1);
    } finally {
      Machine.undo("chattr", "-i", file, file + "-wal");
    }

    assertThat(accept(large(1)).duplicate()).isFalse();
    assertEverythingIsThere(2);
  }

  @Test
  void goes_on_by_itself_after_another_program_locked_the_database() throws SQLException {
    open("", directory);
    try (RawSqlite other = new RawSqlite(directory)) {
      other.run("BEGIN IMMEDIATE");

      assertThat(failure(store.events().accept(List.of(large(0)))))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(result(store.sequences().view(SESSION))).isEmpty();

      other.run("ROLLBACK");
    }
    assertThat(accept(large(0)).duplicate()).isFalse();
    assertEverythingIsThere(1);
  }

  private void open(String parameters, Path at) {
    JdbcStoreOptions usual = JdbcStoreOptions.of(FreshStore.url(at) + parameters);
    store =
        result(
            JdbcStore.open(
                vertx,
                new JdbcStoreOptions(
                    usual.url(),
                    usual.login(),
                    usual.readers(),
                    Duration.ofMillis(200),
                    usual.patience(),
                    usual.mostWaiting()),
                Clock.systemUTC(),
                System::nanoTime));
  }

  private Receipt accept(NewEvent event) {
    return result(store.events().accept(List.of(event))).get(0);
  }

  private List<NewEvent> acceptUntilItFails() {
    List<NewEvent> acknowledged = new ArrayList<>();
    while (acknowledged.size() < MORE_THAN_FITS) {
      NewEvent next = large(acknowledged.size());
      Future<List<Receipt>> receipt = store.events().accept(List.of(next));
      Throwable cause = outcome(receipt);
      if (cause != null) {
        assertThat(cause).isInstanceOf(StoreUnavailableException.class);
        assertThat(acknowledged).isNotEmpty();
        return acknowledged;
      }
      acknowledged.add(next);
    }
    throw new AssertionError("the disk did not fill up");
  }

  private static Throwable outcome(Future<?> future) {
    return result(future.<Throwable>map(ignored -> null).recover(Future::succeededFuture));
  }

  private List<Long> fresh() {
    return result(store.sequences().view(SESSION)).orElseThrow().fresh().stream()
        .map(FreshEvent::seq)
        .toList();
  }

  private void assertEverythingIsThere(long events) {
    assertThat(fresh()).isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
    assertThat(result(store.overview().totals()).accepted()).isEqualTo(events);
  }

  private static NewEvent large(int number) {
    return Sample.with(LARGE, SESSION, "large-" + number);
  }
}
