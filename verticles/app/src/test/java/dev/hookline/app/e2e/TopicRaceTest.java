package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The races of the origin: RC#1 to RC#3, over real HTTP. */
class TopicRaceTest extends EndToEnd {

  @Test
  void a_hundred_concurrent_events_for_ten_new_sessions_make_ten_topics_with_ten_calls()
      throws Exception {
    // Given
    start();
    Story[] stories =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> Story.numbered("s" + i, 10))
            .toArray(Story[]::new);
    List<JsonObject> events = new ArrayList<>();
    List.of(stories).forEach(story -> events.addAll(story.events()));
    Collections.shuffle(events, new Random(1));

    // When
    atOnce(events);

    // Then
    awaitsAllShown(stories);
    assertThat(chat.calls("createForumTopic")).hasSize(10);
    oracle.sees(stories);
  }

  @Test
  void numbered_results_that_arrive_before_their_starts_are_shown_after_them() {
    // Given
    start();
    Story story = tools("s", true);
    List<JsonObject> backwards = new ArrayList<>(story.events());
    Collections.reverse(backwards);

    // When
    backwards.forEach(event -> node.tell(List.of(event)));

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_shuffled_arrival_of_numbered_events_is_put_in_order() throws Exception {
    // Given
    start("order.gapWaitMillis", 20_000, "order.zeroWaitMillis", 20_000);
    Story story = new Story("s");
    for (int number = 0; number < 100; number++) {
      story.tell("notification").put("sequence", number);
    }
    List<JsonObject> shuffled = new ArrayList<>(story.events());
    Collections.shuffle(shuffled, new Random(2));

    // When
    atOnce(shuffled);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_result_without_a_number_waits_for_its_start() {
    // Given
    start("order.toolWaitMillis", 20_000);
    Story story = tools("s", false);

    // When: both results come first
    node.tell(List.of(story.events().get(1)));
    node.tell(List.of(story.events().get(3)));
    node.tell(List.of(story.events().get(0)));
    node.tell(List.of(story.events().get(2)));

    // Then
    awaitsAllShown(story);
    List<String> shown = oracle.firstShowings(chat.messages(), story);
    assertThat(shown.indexOf(story.marks().get(0))).isLessThan(shown.indexOf(story.marks().get(1)));
    assertThat(shown.indexOf(story.marks().get(2))).isLessThan(shown.indexOf(story.marks().get(3)));
  }

  @Test
  void a_thousand_events_that_come_while_the_topic_is_being_created_are_all_shown_in_order() {
    showsAThousandWhileTheCreationTakes(3_000);
  }

  @Test
  @Tag("process")
  void a_thousand_events_that_come_in_twenty_seconds_of_creation_are_all_shown_in_order() {
    showsAThousandWhileTheCreationTakes(20_000);
  }

  @Test
  void a_creation_that_is_never_answered_does_not_keep_other_sessions_waiting() {
    // Given
    start();
    Story stuck = Story.numbered("stuck", 3);
    Story other = Story.numbered("other", 3);
    chat.fault(
        new JsonObject()
            .put("methods", List.of("createForumTopic"))
            .put("contains", "stuck")
            .put("count", 0)
            .put("action", "hang"));

    // When
    node.tell(stuck);
    chat.awaits("a creation", () -> !chat.calls("createForumTopic").isEmpty());
    node.tell(other);

    // Then
    awaitsAllShown(other);
    assertThat(oracle.shows(stuck)).isFalse();

    // When
    chat.heal();

    // Then
    awaitsAllShown(stuck);
    oracle.sees(stuck, other);
  }

  private void showsAThousandWhileTheCreationTakes(int millis) {
    // Given
    start(
        "telegram.callTimeoutMillis", millis + 10_000, "topic.callPatienceMillis", millis + 20_000);
    Story story = Story.numbered("s", 1_000);
    chat.fault("createForumTopic", 1, "latency", "millis", millis);

    // When
    for (int from = 0; from < 1_000; from += 100) {
      node.tell(story.events().subList(from, from + 100));
    }

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  /** Starts and results of two tools. */
  private static Story tools(String session, boolean numbered) {
    Story story = new Story(session);
    for (int tool = 1; tool <= 2; tool++) {
      for (String type : List.of("tool_start", "tool_result")) {
        JsonObject event = story.tell(type);
        JsonObject input = new JsonObject().put("command", event.getString("content"));
        event
            .getJsonObject("metadata")
            .put("tool", "Bash")
            .put("toolUseId", "tool-" + tool)
            .put("input", type.equals("tool_start") ? input : new JsonObject());
        if (numbered) {
          event.put("sequence", story.events().size());
        }
      }
    }
    return story;
  }

  private void atOnce(List<JsonObject> events) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(50);
    try {
      List<Callable<Void>> posts = new ArrayList<>();
      for (JsonObject event : events) {
        posts.add(
            () -> {
              node.tell(List.of(event));
              return null;
            });
      }
      for (Future<Void> post : clients.invokeAll(posts)) {
        post.get();
      }
    } finally {
      clients.shutdown();
    }
  }
}
