package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster whose nodes are replaced, one at a time, by those of a release that says more. */
@Tag("process")
@Timeout(300)
class UpgradeTest {

  private static final int NODES = 3;
  private static final int ROUNDS = 20; // between two replacements

  @TempDir Path directory;

  private Chat chat;
  private Oracle oracle;
  private ChildCluster cluster;

  @BeforeEach
  void start() {
    chat = Chat.open();
    oracle = new Oracle(chat);
    cluster = new ChildCluster(directory, chat, NODES);
  }

  @AfterEach
  void close() {
    cluster.close();
    chat.close();
  }

  @Test
  void nodes_of_two_releases_understand_one_another() throws Exception {
    Path tomorrow = Tomorrow.build(directory, ChildNode.classPath());
    Story[] stories =
        IntStream.range(0, 2 * NODES)
            .mapToObj(story -> Story.numbered("story-" + story, ROUNDS))
            .toArray(Story[]::new);

    for (int node = 0; node < NODES; node++) {
      ChildNode next = cluster.get(node);
      next.stop();
      next.of(tomorrow).start();
      tell(stories[2 * node], stories[2 * node + 1]);
    }

    assertThat(newestSchema()).isEqualTo("tomorrow");
    chat.awaits("everything shown", () -> oracle.shows(stories));
    oracle.sees(stories);
    for (int node = 0; node < NODES; node++) {
      assertThat(cluster.get(node).output()).doesNotContain("UndecodableMessage", Tomorrow.FIELD);
    }
  }

  private String newestSchema() throws SQLException {
    try (Connection store = DriverManager.getConnection(cluster.store());
        Statement statement = store.createStatement();
        ResultSet newest =
            statement.executeQuery("SELECT name FROM schema_version ORDER BY version DESC")) {
      newest.next();
      return newest.getString(1);
    }
  }

  /** Each event at another node than the one before. */
  private void tell(Story... stories) {
    for (int event = 0; event < ROUNDS; event++) {
      for (Story story : stories) {
        cluster.tell(event % NODES, story.events().get(event).encode());
      }
    }
  }
}
