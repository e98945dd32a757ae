package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.cluster.Gadget;
import dev.hookline.app.cluster.Stranger;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes in processes of their own behind one bot. */
@Tag("process")
@Timeout(300)
class ClusterTest {

  @TempDir Path directory;

  private Chat chat;
  private Oracle oracle;
  private ChildCluster cluster;

  @BeforeEach
  void start() {
    chat = Chat.open();
    oracle = new Oracle(chat);
    cluster = new ChildCluster(directory, chat, 3);
  }

  @AfterEach
  void close() {
    cluster.close();
    chat.close();
  }

  @Test
  void sessions_that_begin_on_all_nodes_at_once_get_one_topic_each() throws Exception {
    // Given
    Story[] stories = stories(100, 1);

    // When
    toAllAtOnce(stories);

    // Then
    chat.awaits("everything shown", () -> oracle.shows(stories));
    assertThat(chat.calls("createForumTopic")).hasSize(stories.length);
    oracle.sees(stories);
  }

  @Test
  void events_of_a_session_that_arrive_at_different_nodes_are_shown_in_order() {
    // Given
    Story[] stories = stories(5, 60);

    // When
    for (int event = 0; event < 60; event++) {
      for (Story story : stories) {
        cluster.tell(event % cluster.size(), story.events().get(event).encode());
      }
    }

    // Then
    chat.awaits("everything shown", () -> oracle.shows(stories));
    oracle.sees(stories);
  }

  @Test
  void a_stranger_in_the_cluster_changes_nothing() throws Exception {
    // Given
    Story[] stories = stories(20, 5);
    try (Stranger stranger = Stranger.join(cluster.name(), cluster.members())) {
      assertThat(stranger.others()).isEqualTo(cluster.size());
      for (Story story : stories) {
        stranger.put("hookline.names", "topic:" + story.session(), Gadget.SERIALIZABLE);
        stranger.put("hookline.names", "lock:" + story.session(), Gadget.HAZELCAST_S_OWN);
      }

      // When
      toAllAtOnce(stories);

      // Then
      chat.awaits("everything shown", () -> oracle.shows(stories));
      oracle.sees(stories);
    }
  }

  @Test
  void a_node_that_is_killed_loses_nothing() {
    // Given
    Story[] stories = stories(6, 30);
    tellAll(0, stories, 0, 15);

    // When
    cluster.get(0).kill();

    // Then
    tellAll(1, stories, 15, 30);
    chat.awaits("everything shown", () -> oracle.shows(stories));
    oracle.sees(1, stories);
  }

  @Test
  void a_node_that_freezes_keeps_nobody_waiting_and_does_no_harm_when_it_wakes() {
    // Given
    Story[] stories = stories(6, 30);
    tellAll(0, stories, 0, 15);

    // When
    cluster.get(0).freeze();

    // Then
    tellAll(1, stories, 15, 30);
    chat.awaits("everything shown", () -> oracle.shows(stories));

    // When
    cluster.get(0).thaw();

    // Then
    Story[] more = {Story.numbered("more", 10)};
    tellAll(0, more, 0, 10);
    chat.awaits("the rest shown", () -> oracle.shows(more));
    oracle.sees(1, Stream.of(stories, more).flatMap(Stream::of).toArray(Story[]::new));
  }

  private void tellAll(int node, Story[] stories, int from, int to) {
    for (Story story : stories) {
      cluster.tell(node, new JsonArray(story.events().subList(from, to)).encode());
    }
  }

  /** Every story's events, each in one request of its own to every node. */
  private void toAllAtOnce(Story... stories) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(30);
    try {
      List<Callable<Void>> posts = new ArrayList<>();
      for (Story story : stories) {
        for (JsonObject event : story.events()) {
          IntStream.range(0, cluster.size()).forEach(node -> posts.add(post(node, event)));
        }
      }
      for (Future<Void> post : clients.invokeAll(posts)) {
        post.get();
      }
    } finally {
      clients.shutdown();
    }
  }

  private Callable<Void> post(int node, JsonObject event) {
    return () -> {
      cluster.tell(node, event.encode());
      return null;
    };
  }

  private static Story[] stories(int count, int events) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> Story.numbered("s" + i, events))
        .toArray(Story[]::new);
  }
}
