package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.store.jdbc.StoreFile;
import dev.hookline.store.jdbc.UnusableDatabaseException;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store's file as a whole. */
class StoreFileTest {

  private static final SessionKey ONE = new SessionKey("s-1");

  @TempDir Path directory;
  private Vertx vertx;
  private Path copy;

  @BeforeEach
  void createVertx() {
    vertx = Vertx.vertx();
    copy = directory.resolve("copy.db");
  }

  @AfterEach
  void closeVertx() {
    result(vertx.close());
  }

  @Test
  void copies_what_is_committed_while_others_write() {
    Store store = open();
    accept(store, 0, 500);

    file().copyTo(copy);
    accept(store, 500, 10);
    result(store.close());

    assertThat(file().putBack(copy, ".former")).isTrue();
    assertThat(accepted()).isEqualTo(500);
  }

  @Test
  void keeps_its_copy_from_other_users() throws IOException {
    fill();

    file().copyTo(copy);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(names()).containsExactlyInAnyOrder("copy.db", "hookline.db");
  }

  @Test
  void overwrites_nothing() throws IOException {
    fill();
    Files.writeString(copy, "precious");

    assertThatThrownBy(() -> file().copyTo(copy))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("exists already");

    assertThat(copy).hasContent("precious");
  }

  @Test
  void keeps_the_former_database_with_all_that_is_in_it() throws IOException {
    fill();
    file().copyTo(copy);
    Store store = open();
    accept(store, 500, 7);
    result(store.close());

    file().putBack(copy, ".former");

    Path former = directory.resolve("hookline.db.former");
    file().putBack(former, ".second");
    assertThat(accepted()).isEqualTo(507);
    assertThat(names()).contains("hookline.db.former", "hookline.db.second");
  }

  @Test
  void puts_a_copy_where_there_was_none() {
    fill();
    file().copyTo(copy);
    Path elsewhere = directory.resolve("elsewhere");

    StoreFile other = StoreFile.of(JdbcStoreOptions.of(FreshStore.url(elsewhere)));

    assertThat(other.putBack(copy, ".former")).isFalse();
    assertThat(FreshStore.file(elsewhere)).exists();
  }

  @Test
  void changes_nothing_when_the_copy_is_damaged() throws IOException {
    fill();
    file().copyTo(copy);
    try (RandomAccessFile bytes = new RandomAccessFile(copy.toFile(), "rw")) {
      bytes.seek(20L * 4096);
      bytes.write(new byte[5 * 4096]);
    }

    assertThatThrownBy(() -> file().putBack(copy, ".former"))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining(copy + " is damaged");

    assertThat(accepted()).isEqualTo(500);
    assertThat(names()).doesNotContain("hookline.db.former", "hookline.db.unfinished");
  }

  @Test
  void changes_nothing_when_the_copy_is_something_else() throws SQLException {
    fill();
    Path other = directory.resolve("other");
    assertThat(other.toFile().mkdir()).isTrue();
    try (RawSqlite somebodys = new RawSqlite(other)) {
      somebodys.run("CREATE TABLE thing (id INTEGER)");
    }

    assertThatThrownBy(() -> file().putBack(FreshStore.file(other), ".former"))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("no database of Hookline");

    assertThat(accepted()).isEqualTo(500);
  }

  @Test
  void refuses_the_copy_of_a_newer_program() throws SQLException {
    fill();
    file().copyTo(copy);
    try (RawSqlite future = RawSqlite.of(copy)) {
      future.run("INSERT INTO schema_version (version, name) VALUES (99, '099-from-the-future')");
    }

    assertThatThrownBy(() -> file().putBack(copy, ".former"))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContainingAll("version 99", "newer Hookline");
  }

  @Test
  void gives_back_what_is_free() throws SQLException {
    fill();
    try (RawSqlite other = new RawSqlite(directory)) {
      other.run("DELETE FROM event");
    }

    assertThat(file().shrink()).isGreaterThan(50_000);
    assertThat(accepted()).isEqualTo(500); // the sums are the session's
  }

  @Test
  void is_no_servers_database() {
    assertThatThrownBy(
            () -> StoreFile.of(JdbcStoreOptions.of("jdbc:postgresql://host/db?password=hush")))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageNotContaining("hush");
  }

  private StoreFile file() {
    return StoreFile.of(JdbcStoreOptions.of(FreshStore.url(directory)));
  }

  private Store open() {
    return result(FreshStore.in(vertx, directory));
  }

  private void fill() {
    Store store = open();
    accept(store, 0, 500);
    result(store.close());
  }

  private static void accept(Store store, int from, int count) {
    List<NewEvent> events =
        IntStream.range(from, from + count).mapToObj(i -> Sample.event(ONE, "event-" + i)).toList();
    result(store.events().accept(events));
  }

  private long accepted() {
    Store store = open();
    long accepted = result(store.overview().totals()).accepted();
    result(store.close());
    return accepted;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
