package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The disk is full or read-only: nothing is taken, nothing that was taken is lost, and it heals.
 */
class OutageTest extends EndToEnd {

  private static final String PADDING = "x".repeat(3_000);

  private final Story before = Story.numbered("before", 20);
  private final Story during = new Story("during");
  private List<String> toUndo;

  @AfterEach
  void undo() throws Exception {
    if (node != null) {
      node.close();
    }
    if (toUndo != null) {
      run(toUndo);
    }
  }

  @Test
  void a_disk_that_was_full_takes_nothing_from_what_was_taken() throws Exception {
    // Given: a database that may grow by little more than it holds
    Path file = directory.resolve("hookline.db");
    start();
    node.stop();
    int pages = pages(file, "CREATE TABLE filler AS SELECT zeroblob(4000000) AS padding");
    start("store.url", "jdbc:sqlite:" + file + "?max_page_count=" + (pages + 150));
    node.tell(before);

    // When
    HttpResponse<String> refusal = tellUntilRefused();

    // Then
    assertThat(refusal.statusCode()).isEqualTo(503);
    assertThat(refusal.headers().firstValue("Retry-After")).isPresent();

    // When
    pages(file, "DROP TABLE filler");
    tellTheLastAgain();

    // Then
    awaitsAllShown(before, during);
    oracle.sees(2, before, during);
  }

  @Test
  void a_file_system_that_was_full_takes_nothing_from_what_was_taken() throws Exception {
    // Given
    Path small = Files.createDirectory(directory.resolve("small"));
    need("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", small.toString());
    toUndo = List.of("umount", small.toString());
    Path filler = Files.write(small.resolve("filler"), new byte[23_000_000]);
    start("store.url", "jdbc:sqlite:" + small.resolve("hookline.db"));
    node.tell(before);

    // When
    HttpResponse<String> refusal = tellUntilRefused();

    // Then
    assertThat(refusal.statusCode()).isEqualTo(503);

    // When
    Files.delete(filler);
    tellTheLastAgain();

    // Then
    awaitsAllShown(before, during);
    oracle.sees(2, before, during);
  }

  @Test
  void a_database_that_was_read_only_takes_nothing_from_what_was_taken() throws Exception {
    // Given
    start();
    node.tell(before);
    chat.awaits("something shown", () -> chat.messages().size() > 5);
    String file = directory.resolve("hookline.db").toString();
    need("chattr", "+i", file, file + "-wal");
    toUndo = List.of("chattr", "-i", file, file + "-wal");

    // When
    HttpResponse<String> refusal = tellUntilRefused();

    // Then
    assertThat(refusal.statusCode()).isEqualTo(503);
    assertThat(during.events()).hasSize(1);
    assertThat(node.status("/healthz/ready")).isEqualTo(503);

    // When
    run(toUndo);
    toUndo = null;
    tellTheLastAgain();

    // Then
    awaitsAllShown(before, during);
    oracle.sees(2, before, during);
  }

  /** Tells event after event; answers what the first one was told that was not taken. */
  private HttpResponse<String> tellUntilRefused() {
    while (during.events().size() < 2_000) {
      JsonObject event = during.tell("notification");
      event
          .put("sequence", during.events().size())
          .put("content", event.getString("content") + PADDING);
      HttpResponse<String> answer = node.post("/v1/events", event.encode());
      if (answer.statusCode() != 200) {
        return answer;
      }
    }
    throw new AssertionError("everything was taken");
  }

  private void tellTheLastAgain() {
    JsonObject last = during.events().get(during.events().size() - 1);
    chat.awaits(
        "the refused event taken",
        () -> node.post("/v1/events", last.encode()).statusCode() == 200);
  }

  private static int pages(Path file, String sql) throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      other.createStatement().execute(sql);
      ResultSet rows = other.createStatement().executeQuery("PRAGMA page_count");
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Runs a command that not every machine allows; there the test is reported as skipped. */
  private static void need(String... command) throws Exception {
    assumeTrue(
        run(List.of(command)) == 0, () -> String.join(" ", command) + " is not possible here");
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
