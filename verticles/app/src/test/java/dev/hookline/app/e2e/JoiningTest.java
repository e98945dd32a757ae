package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tool's result joins the message of its start. */
class JoiningTest extends EndToEnd {

  private final Story story = new Story("s");

  @Test
  void a_result_is_edited_into_the_message_of_its_start() {
    start();

    tellAToolInTwoSteps();

    oracle.sees(story);
    assertThat(chat.calls("sendMessage")).hasSize(1);
    assertThat(chat.calls("editMessageText")).hasSize(1);
  }

  @Test
  void an_edit_whose_answer_is_lost_is_made_again() {
    start();
    chat.fault("editMessageText", 1, "commit_then_drop");

    tellAToolInTwoSteps();

    chat.awaits("a second edit", () -> chat.calls("editMessageText").size() == 2);
    tellTheEnd();
    assertThat(node.uncertain()).isZero();
  }

  @Test
  void an_edit_that_never_arrived_is_made_again() {
    start();
    chat.fault("editMessageText", 1, "drop_before_commit");

    tellAToolInTwoSteps();

    tellTheEnd();
    assertThat(chat.calls("editMessageText")).hasSize(2);
    assertThat(node.uncertain()).isZero();
  }

  @Test
  void an_edit_that_the_node_died_over_is_made_again() {
    start();
    chat.fault("editMessageText", 1, "commit_then_hang");
    tell("tool_start", "t");
    awaitsAllShown(story);
    tell("tool_result", "t");
    chat.awaits("the edit", () -> chat.calls("editMessageText").size() == 1);

    restart();

    chat.awaits("a second edit", () -> chat.calls("editMessageText").size() == 2);
    tellTheEnd();
    assertThat(node.uncertain()).isZero();
  }

  @Test
  void an_edit_that_the_node_died_over_is_not_searched_for() {
    start();
    chat.fault("editMessageText", 1, "commit_then_hang");
    tell("tool_start", "t");
    awaitsAllShown(story);
    tell("tool_result", "t");
    chat.awaits("the edit", () -> chat.calls("editMessageText").size() == 1);

    restart("telegram.settleMillis", 600_000); // for so long a search would go on

    chat.awaits("a second edit", () -> chat.calls("editMessageText").size() == 2);
    tellTheEnd();
  }

  @Test
  void a_result_gets_a_message_of_its_own_when_the_other_one_cannot_be_edited() {
    start();
    chat.fault(
        "editMessageText",
        1,
        "status",
        "code",
        400,
        "description",
        "Bad Request: message can't be edited");

    tellAToolInTwoSteps();

    oracle.sees(story);
    assertThat(chat.calls("sendMessage")).hasSize(2);
    assertThat(chat.calls("editMessageText")).hasSize(1);
  }

  @Test
  void an_edit_waits_while_telegram_wants_silence() {
    start();
    chat.fault("editMessageText", 1, "status", "code", 429, "retry_after", 1);

    tellAToolInTwoSteps();

    oracle.sees(story);
    assertThat(chat.calls("editMessageText")).hasSize(2);
  }

  @Test
  void a_result_that_does_not_stand_right_behind_its_start_keeps_its_place() {
    start();
    tell("tool_start", "a");
    tell("tool_start", "b");
    awaitsAllShown(story);

    tell("tool_result", "a");
    tell("tool_result", "b");

    awaitsAllShown(story);
    oracle.sees(story);
    assertThat(chat.calls("editMessageText")).isEmpty();
  }

  @Test
  void with_a_queue_a_message_of_its_own_shows_what_waits_behind_the_result_too() {
    start("telegram.budgetPerMinute", 9); // three to spare
    tell("tool_start", "t");
    awaitsAllShown(story);

    story.tell("tool_result").getJsonObject("metadata").put("toolUseId", "t");
    for (int i = 0; i < 10; i++) {
      story.tell("notification");
    }
    node.tell(story.events().subList(1, story.events().size()));

    awaitsAllShown(story);
    oracle.sees(story);
    assertThat(chat.calls("editMessageText")).isEmpty();
    assertThat(chat.calls("sendMessage")).hasSize(2);
  }

  private void tellAToolInTwoSteps() {
    tell("tool_start", "t");
    awaitsAllShown(story);
    tell("tool_result", "t");
    awaitsAllShown(story);
  }

  /** Nothing follows before the outcome of an edit is known. */
  private void tellTheEnd() {
    tell("notification", "");
    awaitsAllShown(story);
    oracle.sees(story);
    assertThat(chat.calls("sendMessage")).hasSize(2);
  }

  private void tell(String type, String tool) {
    JsonObject event = story.tell(type);
    if (!tool.isEmpty()) {
      event.getJsonObject("metadata").put("toolUseId", tool);
    }
    node.tell(List.of(event));
  }
}
