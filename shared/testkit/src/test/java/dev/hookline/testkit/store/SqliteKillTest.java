package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import dev.hookline.store.Store;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that takes events, at random moments, again and again on the same database. The
 * system property {@code hookline.test.killRounds} says how often; 3 unless it is set.
 */
class SqliteKillTest {

  private static final int ROUNDS = Integer.getInteger("hookline.test.killRounds", 3);
  private static final int MOST_EVENTS = 2_000;

  @TempDir Path directory;

  @Test
  void loses_nothing_that_was_acknowledged_when_the_process_is_killed() throws Exception {
    Random random = new Random(20_261_125);
    List<String> acknowledged = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      acknowledged.addAll(runAndKill("r" + round, 1 + random.nextInt(MOST_EVENTS)));

      assertDatabaseIsSound();
      assertAllAreKnown(acknowledged);
    }
  }

  /** What the process had acknowledged when it was killed after that many events. */
  private List<String> runAndKill(String round, int events)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AcceptingForEver.class.getName(),
                directory.toString(),
                round)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> ids = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null) {
        ids.add(line);
        if (ids.size() == events) {
          process.toHandle().destroyForcibly(); // kill -9; leaves what it told to be read
        }
        line = lines.readLine();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(events);
    String last = ids.remove(ids.size() - 1); // may have been cut off by the kill
    assertThat(last).startsWith("r");
    return ids;
  }

  private void assertDatabaseIsSound() throws SQLException {
    try (RawSqlite database = new RawSqlite(directory)) {
      database.verifyIntegrity();
      assertThat(
              database.column(
                  """
                  SELECT s.session_id FROM session s
                  JOIN event e ON e.session_id = s.session_id
                  GROUP BY s.session_id, s.next_seq
                  HAVING MIN(e.seq) <> 1 OR MAX(e.seq) <> COUNT(*) OR s.next_seq <> COUNT(*) + 1"""))
          .isEmpty();
    }
  }

  private void assertAllAreKnown(List<String> ids) {
    Vertx vertx = Vertx.vertx();
    try {
      Store store = result(FreshStore.in(vertx, directory));
      List<NewEvent> again = ids.stream().map(AcceptingForEver::event).toList();
      assertThat(result(store.events().accept(again))).allMatch(Receipt::duplicate);
      result(store.close());
    } finally {
      result(vertx.close());
    }
  }
}
