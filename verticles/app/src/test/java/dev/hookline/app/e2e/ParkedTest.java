package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person can do about what Telegram would not take. */
class ParkedTest extends EndToEnd {

  private final Story story = Story.numbered("s", 4);

  @Test
  void what_was_given_up_is_listed_while_the_node_runs() {
    // Given
    park("s-2");

    // When
    String told = command("parked");

    // Then
    assertThat(told)
        .contains("session s, event #2 (notification): Bad Request: not this one")
        .contains("1 parked.");
  }

  @Test
  void what_was_given_up_is_shown_again_at_the_end_when_a_person_says_so() {
    // Given
    park("s-2");
    chat.heal();

    // When
    String told = command("parked", "--again");

    // Then
    assertThat(told).contains("1 shown again");
    awaitsAllShown(story);
    assertThat(oracle.firstShowings(chat.messages(), story))
        .containsExactly("⟦s-1⟧", "⟦s-3⟧", "⟦s-4⟧", "⟦s-2⟧");
    assertThat(command("parked")).contains("Nothing is parked.");
  }

  @Test
  void what_another_session_gave_up_is_left_alone() {
    // Given
    park("s-2");

    // When, Then
    assertThat(command("parked", "--again", "--session", "another")).contains("Nothing is parked.");
    assertThat(command("parked")).contains("1 parked.");
  }

  private void park(String words) {
    start();
    for (String method : List.of("sendMessage", "sendDocument")) {
      chat.fault(
          new JsonObject()
              .put("methods", List.of(method))
              .put("contains", method.equals("sendMessage") ? words : "")
              .put("count", 0)
              .put("action", "status")
              .put("code", 400)
              .put("description", "Bad Request: not this one"));
    }
    node.tell(story);
    chat.awaits(
        "the last event",
        () -> chat.messages().stream().anyMatch(message -> message.text().contains("⟦s-4⟧")));
  }
}
