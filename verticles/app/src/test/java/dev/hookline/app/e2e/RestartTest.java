package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node that dies at any step, and the one that goes on where it ended. */
class RestartTest extends EndToEnd {

  @Test
  void events_that_were_only_just_taken_are_shown_by_the_next_node() {
    // Given
    start();
    Story story = Story.numbered("s", 20);

    // When
    node.tell(story);
    restart();

    // Then
    awaitsAllShown(story);
    oracle.sees(1, story); // the one that was on its way
  }

  @Test
  void events_that_wait_for_a_missing_number_go_on_waiting_in_the_next_node() {
    // Given
    start("order.gapWaitMillis", 30_000, "order.zeroWaitMillis", 0);
    Story story = Story.numbered("s", 5);
    node.tell(story.events().subList(0, 1));
    chat.awaits(
        "the first", () -> chat.messages().stream().anyMatch(m -> m.text().contains("s-1")));
    node.tell(story.events().subList(2, 5));

    // When
    restart("order.gapWaitMillis", 30_000, "order.zeroWaitMillis", 0);
    node.tell(story.events().subList(1, 2));

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void two_messages_that_a_dead_node_left_in_doubt_hold_up_nobody() {
    // Given
    start("telegram.settleMillis", 120_000); // longer than the test waits
    Story lost = Story.numbered("lost", 1);
    Story hanging = Story.numbered("hanging", 1);
    loses("lost-1", "drop_before_commit");
    loses("hanging-1", "hang");
    node.tell(lost);
    node.tell(hanging);
    chat.awaits("both on their way", () -> chat.calls("sendMessage").size() == 2);

    // When
    restart("telegram.settleMillis", 120_000);
    Story next = Story.numbered("next", 3);
    node.tell(next);

    // Then
    awaitsAllShown(lost, hanging, next);
    oracle.sees(lost, hanging, next);
  }

  @Test
  void a_session_that_could_not_get_its_topic_gets_it_from_the_next_node() {
    // Given
    start();
    chat.knob("accept_connections", false);
    Story story = Story.numbered("s", 5);
    node.tell(story);

    // When
    restart();
    chat.knob("accept_connections", true);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @ParameterizedTest
  @CsvSource({
    "createForumTopic, 1, hang",
    "createForumTopic, 1, commit_then_hang",
    "sendMessage, 1, hang",
    "sendMessage, 1, commit_then_hang",
    "sendMessage, 3, hang",
    "sendMessage, 3, commit_then_hang",
    "closeForumTopic, 1, hang",
    "closeForumTopic, 1, commit_then_hang"
  })
  void a_call_that_the_node_died_over_is_finished_by_the_next_one(
      String method, int nth, String action) {
    // Given
    start("telegram.callTimeoutMillis", 20_000);
    Story story = endingStory();
    chat.fault(method, 1, action, "nth", nth);
    node.tell(story);
    chat.awaits("the call", () -> chat.calls(method).size() == nth);

    // When
    restart();

    // Then
    awaitsAllShown(story);
    chat.awaits("the topic closed", () -> chat.livingTopics().get(0).closed());
    oracle.sees(story);
  }

  @ParameterizedTest
  @CsvSource({
    "createForumTopic, drop_before_commit",
    "createForumTopic, commit_then_drop",
    "sendMessage, drop_before_commit",
    "sendMessage, commit_then_drop"
  })
  void a_doubt_that_the_node_died_in_is_settled_by_the_next_one(String method, String action) {
    // Given: nobody hears of the topic before the node is dead
    start("telegram.settleMillis", 20_000, "topic.settleMillis", 20_000);
    chat.knob("hold_updates", true);
    chat.fault(method, 1, action);
    Story story = endingStory();
    node.tell(story);
    chat.awaits("the call", () -> !chat.calls(method).isEmpty());

    // When
    restart();
    chat.knob("hold_updates", false);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_second_topic_that_the_node_could_not_delete_is_deleted_by_the_next_one() {
    // Given
    start();
    chat.fault("createForumTopic", 1, "duplicate_request");
    chat.fault("deleteForumTopic", 1, "hang");
    Story story = endingStory();
    node.tell(story);
    chat.awaits("the deletion", () -> !chat.calls("deleteForumTopic").isEmpty());

    // When
    restart();

    // Then
    awaitsAllShown(story);
    chat.awaits("one topic", () -> chat.livingTopics().size() == 1);
    oracle.sees(story);
  }

  @Test
  void a_silence_that_telegram_asked_for_is_kept_by_the_next_node() {
    // Given
    start();
    chat.fault("sendMessage", 1, "status", "code", 429, "retry_after", 5);
    Story story = endingStory();
    node.tell(story);
    chat.awaits("the refusal", () -> chat.calls("sendMessage").size() == 1);

    // When
    restart();

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_node_that_stops_in_peace_leaves_nothing_in_doubt() {
    // Given
    start();
    Story story = Story.numbered("s", 200);
    node.tell(story);
    chat.awaits("some of it", () -> chat.calls("sendMessage").size() > 20);

    // When
    node.stop();
    int sent = chat.calls("sendMessage").size();
    start();

    // Then
    assertThat(sent).isLessThan(200);
    awaitsAllShown(story);
    oracle.sees(story);
  }

  private static Story endingStory() {
    Story story = Story.plain("s", 4);
    story.tell("session_end");
    return story;
  }
}
