package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a person is told on the command line. */
class LookTest extends EndToEnd {

  private final Story story = Story.numbered("s", 3);

  @Test
  void says_that_all_is_well() {
    // Given
    start();
    node.tell(story);
    awaitsAllShown(story);
    chat.awaits("the sums", () -> node.get("/healthz").getLong("shown") == 3);

    // When, Then
    assertThat(command("status"))
        .contains("3 accepted = 3 shown + 0 hushed + 0 kept + 0 parked + 0 waiting")
        .contains("chat     " + chat.id() + " last served by node ")
        .contains("Nothing needs a person.");
    assertThat(command("sessions")).contains("3 events, 0 waiting").contains("session s");
  }

  @Test
  void says_what_keeps_a_session_waiting() {
    // Given
    start();
    chat.fault("createForumTopic", 0, "status", "code", 400, "description", "Bad Request: no");
    node.tell(story);
    chat.awaits("a refusal", () -> !chat.calls("createForumTopic").isEmpty());

    // When, Then
    chat.awaits("the trouble", () -> command("status").contains("its topic (topic): "));
    assertThat(command("status")).contains("3 waiting").contains("oldest   has been waiting for");
    assertThat(command("sessions")).contains("no topic yet").contains("3 waiting");
  }

  @Test
  void says_that_there_is_nothing_yet() {
    start();

    assertThat(command("sessions")).contains("No session yet.");
  }
}
