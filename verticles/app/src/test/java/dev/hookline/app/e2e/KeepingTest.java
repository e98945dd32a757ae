package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.NodeDirectory;
import dev.hookline.testkit.FreshStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A store that is copied, put back, and cleaned. */
class KeepingTest extends EndToEnd {

  @Test
  void a_copy_that_was_made_while_the_node_ran_is_what_the_next_one_goes_on_with()
      throws Exception {
    // Given
    start();
    Story before = Story.numbered("before", 3);
    node.tell(before);
    awaitsAllShown(before);
    awaitsWrittenDown(3);
    Path copy = directory.resolve("copies/one.db");

    // When
    assertThat(command("backup", copy.toString())).contains("sound");
    Story after = Story.numbered("after", 2);
    node.tell(after);
    awaitsAllShown(before, after);
    node.stop();
    assertThat(command("restore", copy.toString())).contains("former database is kept");
    start();

    // Then
    assertThat(node.get("/healthz").getLong("accepted")).isEqualTo(3);
    Story more = Story.numbered("before", 5);
    node.tell(more.events().subList(3, 5));
    chat.awaits("all of the session in its topic", () -> oracle.shows(more, after));
    oracle.sees(more, after);
  }

  @Test
  void nothing_is_put_back_while_a_node_runs() throws Exception {
    start();
    Path copy = directory.resolve("copy.db");
    command("backup", copy.toString());

    try (NodeDirectory held = NodeDirectory.open(directory)) {
      assertThat(held).isNotNull();
      assertThat(failingCommand("restore", copy.toString())).contains("another node uses dataDir");
    }
  }

  @Test
  void what_is_over_goes_and_the_session_keeps_its_topic() throws Exception {
    // Given
    start();
    Story story = Story.numbered("s", 3);
    node.tell(story);
    awaitsAllShown(story);
    awaitsWrittenDown(3);
    node.stop();
    makeOlder(Duration.ofDays(31));

    // When
    start("retention.pauseMillis", 50);
    chat.awaits("the events gone", () -> count("SELECT COUNT(*) FROM outbox") == 0);

    // Then
    assertThat(node.get("/healthz").getLong("shown")).isEqualTo(3);
    Story more = Story.numbered("s", 5);
    node.tell(more.events().subList(3, 5));
    awaitsAllShown(more);
    oracle.sees(more);
  }

  @Test
  void the_database_gets_smaller_when_that_is_wanted() throws Exception {
    start();
    Story story = Story.numbered("s", 300);
    node.tell(story);
    awaitsAllShown(story);
    awaitsWrittenDown(300);
    node.stop();
    makeOlder(Duration.ofDays(31));
    long before = Files.size(FreshStore.file(directory));

    assertThat(command("vacuum")).contains("1 sessions were over");

    assertThat(Files.size(FreshStore.file(directory))).isLessThan(before);
  }

  private void makeOlder(Duration age) throws SQLException {
    try (Connection database = DriverManager.getConnection(FreshStore.url(directory));
        Statement statement = database.createStatement()) {
      statement.execute("UPDATE session SET last_event_at = last_event_at - " + age.toMillis());
    }
  }

  private long count(String sql) {
    try (Connection database = DriverManager.getConnection(FreshStore.url(directory));
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
