package dev.hookline.app.e2e;

import static dev.hookline.app.e2e.AskingAgent.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents ask, people answer: the answers are what Claude Code was seen to take, to the byte. */
class ApprovalTest extends EndToEnd {

  private static final String ALLOWED =
      "{\"hookSpecificOutput\":{\"hookEventName\":\"PermissionRequest\",\"decision\":"
          + "{\"behavior\":\"allow\"}}}";
  private static final Object[] ANN_MAY = {"telegram.allowedUsers", new JsonArray().add(Phone.ANN)};
  private static final String TOUCH = "touch /home/dev/proj/perm1.txt";

  private Phone phone;

  @BeforeEach
  void hasAPhone() {
    phone = new Phone(chat, Phone.ANN);
  }

  @Test
  void what_is_allowed_from_the_phone_is_allowed() {
    CompletableFuture<HttpResponse<String>> exchange = asks();

    String told = phone.presses(phone.seesButtonsBelow(TOUCH), "✅ Allow");

    assertThat(body(exchange)).isEqualTo(ALLOWED);
    assertThat(told).isEqualTo("✅ Allowed");
    phone.seesWithoutButtons("✅ Allowed · ");
    oracle.makesOnlyProperCalls();
  }

  @Test
  void what_is_denied_from_the_phone_is_denied() {
    CompletableFuture<HttpResponse<String>> exchange = asks();

    phone.presses(phone.seesButtonsBelow(TOUCH), "⛔ Deny");

    assertThat(body(exchange)).isEqualTo(denied("denied from phone"));
    phone.seesWithoutButtons("⛔ Denied · ");
  }

  @Test
  void a_reply_denies_with_its_words_as_the_reason() {
    CompletableFuture<HttpResponse<String>> exchange = asks();
    JsonObject message = phone.seesButtonsBelow(TOUCH);

    assertThat(phone.presses(message, "reason")).contains("Reply to this message");
    phone.replies(message, "use mktemp");

    assertThat(body(exchange)).isEqualTo(denied("use mktemp"));
    phone.seesWithoutButtons("⛔ Denied: use mktemp");
  }

  @Test
  void allow_always_gives_the_agents_own_suggestion_back() {
    CompletableFuture<HttpResponse<String>> exchange = asks();

    phone.presses(phone.seesButtonsBelow(TOUCH), "accept edits");

    assertThat(body(exchange))
        .isEqualTo(
            decision(
                "{\"behavior\":\"allow\",\"updatedPermissions\":[{\"type\":\"setMode\","
                    + "\"mode\":\"acceptEdits\",\"destination\":\"session\"}]}"));
  }

  @Test
  void nobody_is_answered_when_time_is_up() {
    CompletableFuture<HttpResponse<String>> exchange = asks("ingest.answerPatienceMillis", 3_000);

    assertThat(body(exchange)).isEmpty();
    phone.seesWithoutButtons("Nobody answered in time.");
  }

  @Test
  void the_terminal_may_be_quicker() {
    CompletableFuture<HttpResponse<String>> exchange = asks();
    phone.seesButtonsBelow(TOUCH);

    new AskingAgent(node, "s").ran(TOUCH);

    assertThat(body(exchange)).isEmpty();
    phone.seesWithoutButtons("Answered where the agent runs.");
  }

  @Test
  void an_agent_that_goes_away_is_not_answered() {
    CompletableFuture<HttpResponse<String>> exchange = asks();
    phone.seesButtonsBelow(TOUCH);

    exchange.cancel(true);

    phone.seesWithoutButtons("The agent does not wait any more.");
  }

  @Test
  void two_that_ask_the_same_are_answered_each_on_its_own() {
    CompletableFuture<HttpResponse<String>> first = asks();
    JsonObject above = phone.seesButtonsBelow(TOUCH);
    CompletableFuture<HttpResponse<String>> second = new AskingAgent(node, "s").wantsToRun(TOUCH);
    chat.awaits(
        "another message",
        () ->
            !chat.saying(TOUCH).getLong("message_id").equals(above.getLong("message_id"))
                && !Phone.buttons(chat.saying(TOUCH)).isEmpty());

    phone.presses(chat.saying(TOUCH), "⛔ Deny");
    assertThat(body(second)).isEqualTo(denied("denied from phone"));
    assertThat(first).isNotDone();

    phone.presses(above, "✅ Allow");
    assertThat(body(first)).isEqualTo(ALLOWED);
  }

  @Test
  void who_is_not_on_the_list_has_no_effect_and_is_told_so() {
    CompletableFuture<HttpResponse<String>> exchange = asks();
    JsonObject message = phone.seesButtonsBelow(TOUCH);
    Phone stranger = new Phone(chat, Phone.STRANGER);

    assertThat(stranger.presses(message, "✅ Allow")).isEqualTo("You may not answer here.");
    stranger.replies(message, "no");
    phone.presses(message, "✅ Allow");

    assertThat(body(exchange)).isEqualTo(ALLOWED);
  }

  @Test
  void the_second_press_is_told_who_was_first() {
    asks();
    JsonObject message = phone.seesButtonsBelow(TOUCH);
    chat.fault("editMessageText", 100, "status", "code", 500, "description", "not now");

    phone.presses(message, "✅ Allow");

    assertThat(phone.presses(message, "⛔ Deny")).startsWith("Answered already by ");
  }

  @Test
  void an_agent_that_comes_back_to_another_node_gets_the_answer() {
    start(ANN_MAY);
    JsonObject question = new AskingAgent(node, "s").permission("Bash", AskingAgent.bash(TOUCH));
    String[] named = {"Hookline-Event-Id", "spool-1"};
    new AskingAgent(node, "s").posts(question, named);
    JsonObject message = phone.seesButtonsBelow(TOUCH);
    awaitsWrittenDown(1);
    restart(ANN_MAY);

    phone.presses(message, "✅ Allow");

    assertThat(body(new AskingAgent(node, "s").posts(question, named))).isEqualTo(ALLOWED);
    assertThat(body(new AskingAgent(node, "s").posts(question, named))).isEqualTo(ALLOWED);
    phone.seesWithoutButtons("✅ Allowed · ");
  }

  @Test
  void buttons_that_the_search_for_a_message_took_away_come_back() {
    start(ANN_MAY);
    chat.fault("sendMessage", 1, "commit_then_drop", "contains", TOUCH);
    CompletableFuture<HttpResponse<String>> exchange = new AskingAgent(node, "s").wantsToRun(TOUCH);
    awaitsWrittenDown(1);
    chat.awaits("changed", () -> !chat.calls("editMessageText").isEmpty());

    phone.presses(phone.seesButtonsBelow(TOUCH), "✅ Allow");

    assertThat(body(exchange)).isEqualTo(ALLOWED);
  }

  @Test
  void a_text_that_is_too_long_for_messages_is_there_before_its_buttons() {
    start(ANN_MAY);
    String longest = "echo start\n" + "echo 0123456789\n".repeat(2_000) + "rm -rf build";
    CompletableFuture<HttpResponse<String>> exchange =
        new AskingAgent(node, "s").wantsToRun(longest);

    JsonObject file = phone.seesButtonsBelow("The whole text");
    assertThat(chat.messages()).anyMatch(message -> message.text().contains("rm -rf build"));
    phone.presses(file, "✅ Allow");

    assertThat(body(exchange)).isEqualTo(ALLOWED);
    phone.seesWithoutButtons("✅ Allowed · ");
  }

  @Test
  void nobody_waits_when_nobody_may_answer() {
    start();

    assertThat(body(new AskingAgent(node, "s").wantsToRun(TOUCH))).isEmpty();

    phone.seesWithoutButtons("Answer in the terminal.");
  }

  private CompletableFuture<HttpResponse<String>> asks(Object... changed) {
    Object[] settings = new Object[changed.length + 2];
    System.arraycopy(ANN_MAY, 0, settings, 0, 2);
    System.arraycopy(changed, 0, settings, 2, changed.length);
    start(settings);
    return new AskingAgent(node, "s").wantsToRun(TOUCH);
  }

  private static String denied(String reason) {
    return decision("{\"behavior\":\"deny\",\"message\":\"" + reason + "\",\"interrupt\":false}");
  }

  static String decision(String decision) {
    return "{\"hookSpecificOutput\":{\"hookEventName\":\"PermissionRequest\",\"decision\":"
        + decision
        + "}}";
  }
}
