package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits together goes out together, when more waits than there are calls to spare. */
class FoldingTest extends EndToEnd {

  private static final int TO_SPARE = 20; // a third of a minute's calls
  private static final Object[] SETTINGS = {"telegram.budgetPerMinute", 3 * TO_SPARE};

  private final Story story = Story.numbered("s", 250);

  @BeforeEach
  void startWithFewCalls() {
    start(SETTINGS);
  }

  @Test
  void a_queue_shares_messages_and_stays_in_order() {
    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
    assertThat(chat.calls("sendMessage")).hasSizeLessThan(TO_SPARE);
  }

  @Test
  void events_go_out_alone_while_there_are_calls_to_spare() {
    // Given: one call creates the topic
    Story few = Story.numbered("few", TO_SPARE - 1);

    // When
    node.tell(few);

    // Then
    awaitsAllShown(few);
    assertThat(chat.calls("sendMessage")).hasSize(TO_SPARE - 1);
  }

  @Test
  void a_message_that_shows_several_is_found_when_its_answer_is_lost() {
    // Given
    chat.fault("sendMessage", 1, "commit_then_drop", "nth", 2);

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_message_that_shows_several_and_was_not_shown_is_sent_again() {
    // Given
    chat.fault("sendMessage", 1, "drop_before_commit", "nth", 2);

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_call_that_the_node_died_over_is_finished_for_all_that_it_shows() {
    // Given
    chat.fault("sendMessage", 1, "commit_then_hang", "nth", 2);
    node.tell(story);
    chat.awaits("the call", () -> chat.calls("sendMessage").size() == 2);

    // When
    restart(SETTINGS);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void one_that_telegram_will_not_take_keeps_none_of_the_others() {
    // Given
    chat.fault(
        new JsonObject()
            .put("methods", List.of("sendMessage"))
            .put("contains", "s-40⟧")
            .put("count", 0)
            .put("action", "status")
            .put("code", 400)
            .put("description", "Bad Request: not this one"));

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
    assertThat(chat.calls("sendDocument")).hasSize(1);
    assertThat(chat.calls("sendMessage")).hasSizeLessThan(TO_SPARE + 10);
  }
}
