package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node in a process of its own, killed at random moments under load. {@code -Dhookline.kills=50}
 * kills it that often, {@code -Dhookline.seed} repeats a run's moments.
 */
@Tag("process")
class KillTest {

  private static final int SENDERS = 10;
  private static final Duration GAP = Duration.ofMillis(50); // 200 events a second

  private static final int MOST_BETWEEN_KILLS = 200; // events
  private static final Duration MOMENT = Duration.ofMillis(50);

  @TempDir Path directory;

  @Test
  @Timeout(1_800)
  void nothing_that_was_taken_is_lost_or_out_of_order_however_often_the_node_is_killed()
      throws Exception {
    int kills = Integer.getInteger("hookline.kills", 8);
    long seed = Long.getLong("hookline.seed", System.nanoTime());
    System.out.println("kills " + kills + ", hookline.seed " + seed);
    Random random = new Random(seed);
    try (Chat chat = Chat.open();
        ChildNode node = new ChildNode(directory, chat)) {
      // Given
      node.start();
      Load load = new Load(node.events(), node.token(), SENDERS, GAP);

      // When
      for (int kill = 0; kill < kills; kill++) {
        int until = load.taken() + random.nextInt(MOST_BETWEEN_KILLS);
        chat.awaits("events taken", () -> load.taken() >= until);
        LockSupport.parkNanos(random.nextLong(MOMENT.toNanos()));
        node.kill();
        node.start();
      }
      Story[] stories = load.end();

      // Then
      Oracle oracle = new Oracle(chat);
      chat.awaits("everything shown", () -> oracle.shows(stories));
      oracle.sees(kills, stories);
      node.stop();
      assertThat(integrity(node.database())).isEqualTo("ok");
      System.out.printf(
          "%d events taken, %d requests without an answer, %d shown twice, %d topics created%n",
          load.taken(),
          load.refused(),
          oracle.repeated(chat.messages()).size(),
          chat.topics().size());
    }
  }

  private static String integrity(Path database) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        ResultSet rows = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
