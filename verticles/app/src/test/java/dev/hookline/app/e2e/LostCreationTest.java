package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** createForumTopic, the call that must not be repeated, when its answer does not come. */
class LostCreationTest extends EndToEnd {

  private final Story story = Story.numbered("s", 5);

  @ParameterizedTest
  @ValueSource(strings = {"rst", "fin", "half", "truncated", "empty"})
  void a_topic_that_was_created_is_found_when_the_answer_is_lost(String how) {
    // Given
    start();
    chat.fault("createForumTopic", 1, "commit_then_drop", "how", how);

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    assertThat(chat.calls("createForumTopic")).hasSize(1);
    oracle.sees(story);
  }

  @Test
  void a_topic_that_was_created_before_a_server_error_is_found() {
    // Given
    start();
    chat.fault("createForumTopic", 1, "commit_then_5xx");

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    assertThat(chat.calls("createForumTopic")).hasSize(1);
    oracle.sees(story);
  }

  @Test
  void a_topic_that_was_created_is_found_when_the_answer_never_comes() {
    // Given
    start();
    chat.fault("createForumTopic", 1, "commit_then_hang");

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    assertThat(chat.calls("createForumTopic")).hasSize(1);
    oracle.sees(story);
  }

  @ParameterizedTest
  @CsvSource({"drop_before_commit, how, rst", "drop_before_commit, how, fin", "hang, millis, 0"})
  void a_topic_that_was_not_created_is_created_once_that_is_certain(
      String action, String key, String value) {
    // Given
    start();
    Object parameter = key.equals("millis") ? (Object) Integer.valueOf(value) : value;
    chat.fault("createForumTopic", 1, action, key, parameter);

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    assertThat(chat.calls("createForumTopic")).hasSize(2);
    oracle.sees(story);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void a_topic_that_was_not_created_after_a_server_error_is_created_once_that_is_certain(int code) {
    // Given
    start();
    chat.fault("createForumTopic", 1, "status", "code", code, "body", "html");

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    assertThat(chat.calls("createForumTopic")).hasSize(2);
    oracle.sees(story);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rst", "none"})
  void a_creation_that_takes_effect_late_is_waited_for(String how) {
    // Given: later than the loss is noticed, sooner than settle
    start("topic.settleMillis", 4_000);
    chat.fault("createForumTopic", 1, "late_commit", "millis", 3_000, "how", how);

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    assertThat(chat.calls("createForumTopic")).hasSize(1);
    oracle.sees(story);
  }

  @Test
  void a_creation_that_takes_effect_later_than_it_can_leaves_no_second_topic() {
    // Given
    start("topic.settleMillis", 500);
    chat.fault("createForumTopic", 1, "late_commit", "millis", 5_000, "how", "rst");

    // When
    node.tell(story);
    awaitsAllShown(story);
    chat.awaits("the late topic", () -> chat.topics().size() == 2);

    // Then
    chat.awaits("its end", () -> chat.livingTopics().size() == 1);
    oracle.sees(story);
  }

  @Test
  void a_creation_that_a_proxy_sends_twice_leaves_no_second_topic() {
    // Given
    start();
    chat.fault("createForumTopic", 1, "duplicate_request");

    // When
    node.tell(story);
    awaitsAllShown(story);

    // Then
    assertThat(chat.topics()).hasSize(2);
    chat.awaits("the second one's end", () -> chat.livingTopics().size() == 1);
    oracle.sees(story);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delayed", "twice"})
  void a_creation_message_that_comes_late_or_twice_changes_nothing(String how) {
    // Given
    start();
    chat.knob("own_updates_delay_millis", 700);
    chat.knob("own_updates", how);
    chat.fault("createForumTopic", 1, "commit_then_drop", "how", "rst");

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    assertThat(chat.calls("createForumTopic")).hasSize(1);
    oracle.sees(story);
  }

  @Test
  void a_refused_creation_is_made_when_telegram_allows_it() {
    // Given
    start();
    chat.fault("createForumTopic", 2, "status", "code", 429, "retry_after", 1);

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    assertThat(chat.calls("createForumTopic")).hasSize(3);
    oracle.sees(story);
  }

  @Test
  void twenty_sessions_whose_creations_go_wrong_in_every_way_get_one_topic_each() {
    // Given
    start();
    String[] actions = {"commit_then_drop", "drop_before_commit", "commit_then_5xx", "hang"};
    Story[] stories = new Story[20];
    for (int i = 0; i < stories.length; i++) {
      stories[i] = Story.numbered("s" + i, 3);
      chat.fault("createForumTopic", 1, actions[i % actions.length]);
    }

    // When
    for (Story one : stories) {
      node.tell(one);
    }

    // Then
    awaitsAllShown(stories);
    oracle.sees(stories);
  }
}
