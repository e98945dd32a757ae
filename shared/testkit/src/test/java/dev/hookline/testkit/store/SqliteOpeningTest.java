package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.store.jdbc.UnusableDatabaseException;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is opened, and what is refused with the reason and a way out. */
class SqliteOpeningTest {

  private static final int PAGE = 4096;

  @TempDir Path directory;
  private Vertx vertx;

  @BeforeEach
  void createVertx() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void closeVertx() {
    result(vertx.close());
  }

  @Test
  void keeps_its_files_from_other_users() throws IOException {
    Path own = directory.resolve("deep").resolve("down");

    Store store = result(FreshStore.in(vertx, own));
    result(store.check());

    String file = FreshStore.file(own).toString();
    assertThat(rights(own)).isEqualTo("rwx------");
    assertThat(rights(Path.of(file))).isEqualTo("rw-------");
    assertThat(rights(Path.of(file + "-wal"))).isEqualTo("rw-------");
    assertThat(rights(Path.of(file + "-shm"))).isEqualTo("rw-------");
    result(store.close());
  }

  @Test
  void refuses_a_database_with_a_damaged_page_and_says_what_to_do()
      throws IOException, SQLException {
    fill();
    try (RawSqlite other = new RawSqlite(directory)) {
      other.run("PRAGMA wal_checkpoint(TRUNCATE)"); // or the log would hide the damage
    }
    try (RandomAccessFile file = new RandomAccessFile(FreshStore.file(directory).toFile(), "rw")) {
      file.seek(20L * PAGE);
      file.write(new byte[5 * PAGE]);
    }

    assertThat(failure(FreshStore.in(vertx, directory)))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContainingAll(
            FreshStore.file(directory).toString(), "damaged", "backup", ".recover");
  }

  @Test
  void refuses_a_file_that_is_no_database() throws IOException {
    Files.write(FreshStore.file(directory), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});

    assertThat(failure(FreshStore.in(vertx, directory)))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("not a database");
  }

  @Test
  void refuses_a_database_that_a_newer_program_has_changed() throws SQLException {
    fill();
    try (RawSqlite other = new RawSqlite(directory)) {
      other.run("INSERT INTO schema_version (version, name) VALUES (99, '099-from-the-future')");
    }

    assertThat(failure(FreshStore.in(vertx, directory)))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContainingAll("version 99", "newer Hookline");
  }

  @Test
  void brings_the_schema_of_an_older_program_up_to_date() throws SQLException {
    fill();
    try (RawSqlite older = new RawSqlite(directory)) {
      older.run("DROP TABLE errand");
      older.run("ALTER TABLE session DROP COLUMN silent_until");
      older.run("ALTER TABLE session DROP COLUMN title");
      older.run("ALTER TABLE chat DROP COLUMN verbosity");
      older.run("DROP TABLE reply");
      older.run("DROP TABLE pane");
      older.run("DROP INDEX outbox_whole");
      older.run("ALTER TABLE outbox DROP COLUMN whole_of");
      older.run("ALTER TABLE outbox DROP COLUMN wanted_by");
      older.run("DROP TABLE audit");
      older.run("DROP TABLE button");
      older.run("DROP TABLE approval");
      older.run("ALTER TABLE outbox DROP COLUMN joins");
      older.run("DROP INDEX outbox_hushed");
      older.run("ALTER TABLE outbox DROP COLUMN told_by");
      older.run("ALTER TABLE session DROP COLUMN hushed");
      older.run("ALTER TABLE session DROP COLUMN verbosity");
      older.run("DROP INDEX session_urgent");
      older.run("ALTER TABLE session DROP COLUMN urgent_since");
      older.run("ALTER TABLE session DROP COLUMN urgent");
      older.run("ALTER TABLE session DROP COLUMN urgent_position");
      older.run("ALTER TABLE outbox DROP COLUMN head");
      older.run("DROP INDEX session_to_serve");
      older.run("ALTER TABLE session DROP COLUMN closing");
      older.run("ALTER TABLE session DROP COLUMN close_position");
      older.run("ALTER TABLE session DROP COLUMN to_show");
      older.run(
          "CREATE INDEX session_to_serve ON session (chat_id, served)"
              + " WHERE next_position > shown_position + 1");
      older.run("DELETE FROM schema_version WHERE version > 1");
    }

    Store store = result(FreshStore.in(vertx, directory));

    assertThat(result(store.topics().needing(Sample.NOW, 10))).isEmpty();
    assertThat(result(store.topics().of(new SessionKey("s-1")))).isPresent();
    result(store.close());
  }

  @Test
  void refuses_a_database_that_it_cannot_write() throws InterruptedException {
    fill();
    String file = FreshStore.file(directory).toString();
    Machine.need("chattr", "+i", file); // a file's mode means nothing to root
    try {
      assertThat(failure(FreshStore.in(vertx, directory)))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageContaining("readonly");
    } finally {
      Machine.undo("chattr", "-i", file);
    }
  }

  @Test
  void refuses_a_directory_in_place_of_a_file() throws IOException {
    Files.createDirectory(FreshStore.file(directory));

    assertThat(failure(FreshStore.in(vertx, directory)))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("is no file");
  }

  @Test
  void refuses_a_url_that_it_does_not_know_without_repeating_its_secrets() {
    assertThatThrownBy(() -> open("jdbc:other://host/db?password=hush"))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("store.url must begin with jdbc:sqlite:")
        .hasMessageNotContaining("hush");
  }

  @Test
  void refuses_a_database_that_would_be_forgotten() {
    assertThat(failure(open("jdbc:sqlite::memory:")))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("must name a file");
  }

  private void fill() {
    Store store = result(FreshStore.in(vertx, directory));
    SessionKey session = new SessionKey("s-1");
    NewEvent[] events =
        IntStream.range(0, 500)
            .mapToObj(i -> Sample.event(session, "event-" + i))
            .toArray(NewEvent[]::new);
    result(store.events().accept(List.of(events)));
    result(store.close());
  }

  private Future<Store> open(String url) {
    return JdbcStore.open(vertx, JdbcStoreOptions.of(url), Clock.systemUTC(), System::nanoTime);
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
