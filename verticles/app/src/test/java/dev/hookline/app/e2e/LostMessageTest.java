package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** sendMessage when its answer does not come, and when Telegram says no. */
class LostMessageTest extends EndToEnd {

  private final Story story = Story.numbered("s", 6);

  @ParameterizedTest
  @ValueSource(strings = {"rst", "fin", "half", "truncated", "empty"})
  void a_message_that_was_shown_is_found_when_the_answer_is_lost(String how) {
    // Given
    start();
    chat.fault("sendMessage", 1, "commit_then_drop", "how", how);

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit_then_5xx", "commit_then_hang", "slow_body"})
  void a_message_that_was_shown_is_found_whatever_came_instead_of_an_answer(String action) {
    // Given
    start();
    chat.fault("sendMessage", 1, action);

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_message_that_was_not_shown_is_sent_again() {
    // Given
    start();
    chat.fault("sendMessage", 1, "drop_before_commit");

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_message_that_is_shown_late_is_shown_twice_at_most() {
    // Given
    start("telegram.settleMillis", 300);
    chat.fault("sendMessage", 1, "late_commit", "millis", 3_000);

    // When
    node.tell(story);
    awaitsAllShown(story);

    // Then
    chat.awaits("the late one", () -> oracle.repeated(chat.messages()).size() == 1);
    oracle.sees(1, story);
  }

  @Test
  void a_message_that_was_overtaken_and_comes_late_is_counted() {
    // Given: it is called lost because others were shown after it, long before its time is up
    start("telegram.settleMillis", 60_000);
    Story other = Story.numbered("other", 6);
    chat.fault(
        new JsonObject()
            .put("methods", List.of("sendMessage"))
            .put("contains", "s-1")
            .put("count", 1)
            .put("action", "late_commit")
            .put("millis", 5_000));

    // When
    node.tell(story);
    node.tell(other);
    awaitsAllShown(story, other);
    chat.awaits("the late one", () -> !oracle.repeated(chat.messages()).isEmpty());

    // Then
    oracle.sees(1, story, other);
    assertThat(node.uncertain()).isEqualTo(1);
  }

  @Test
  void doubts_in_several_sessions_at_once_are_told_apart() {
    // Given
    start();
    Story[] stories = {Story.numbered("a", 8), Story.numbered("b", 8), Story.numbered("c", 8)};
    chat.fault("sendMessage", 4, "commit_then_drop", "nth", 3);
    chat.fault("sendMessage", 4, "drop_before_commit", "nth", 6);

    // When
    for (Story one : stories) {
      node.tell(one);
    }

    // Then
    awaitsAllShown(stories);
    oracle.sees(4, stories);
  }

  @Test
  void a_message_that_was_shown_is_not_taken_for_an_earlier_one_that_was_not() {
    // Given
    start();
    Story other = Story.numbered("other", 6);
    loses("s-1", "drop_before_commit");
    loses("other-1", "commit_then_drop");

    // When
    node.tell(story);
    node.tell(other);

    // Then
    awaitsAllShown(story, other);
    oracle.sees(1, story, other); // the other's first: nobody can tell whose the message is
  }

  @Test
  void nothing_is_called_before_the_time_that_telegram_named() {
    // Given
    start();
    chat.fault("sendMessage", 3, "status", "code", 429, "retry_after", 1);

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    assertThat(chat.calls("sendMessage")).hasSize(9);
    oracle.sees(story);
  }

  @Test
  void a_flood_answer_that_names_no_time_is_waited_out() {
    // Given
    start();
    chat.fault(
        "sendMessage", 1, "status", "code", 429, "description", "Too Many Requests: retry after 1");

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_text_that_telegram_will_not_take_comes_as_a_file() {
    // Given
    start();
    refuse("sendMessage", "s-3");

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
    assertThat(chat.calls("sendDocument")).hasSize(1);
  }

  @Test
  void a_message_that_telegram_will_not_take_in_any_form_is_marked_in_its_place() {
    // Given
    start();
    refuse("sendMessage", "s-3");
    refuse("sendDocument", "");

    // When
    node.tell(story);

    // Then
    chat.awaits(
        "the last event",
        () -> chat.messages().stream().anyMatch(message -> message.text().contains("⟦s-6⟧")));
    assertThat(chat.messages())
        .anyMatch(m -> m.text().contains("event #3 could not be shown (Bad Request: not this"));
    assertThat(oracle.firstShowings(chat.messages(), story))
        .containsExactly("⟦s-1⟧", "⟦s-2⟧", "⟦s-4⟧", "⟦s-5⟧", "⟦s-6⟧");
  }

  private void refuse(String method, String words) {
    chat.fault(
        new JsonObject()
            .put("methods", List.of(method))
            .put("contains", words)
            .put("count", 0)
            .put("action", "status")
            .put("code", 400)
            .put("description", "Bad Request: not this one"));
  }
}
