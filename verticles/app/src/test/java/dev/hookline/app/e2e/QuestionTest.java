package dev.hookline.app.e2e;

import static dev.hookline.app.e2e.AskingAgent.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agents ask besides whether they may: choices, plans, and what servers want to know. */
class QuestionTest extends EndToEnd {

  private static final String COLOR =
      "{\"question\":\"Which color?\",\"header\":\"Color\",\"options\":[{\"label\":\"Red\","
          + "\"description\":\"r\"},{\"label\":\"Blue\",\"description\":\"b\"}],"
          + "\"multiSelect\":false}";
  private static final String TREES =
      "{\"question\":\"Which trees?\",\"header\":\"Trees\",\"options\":[{\"label\":\"Oak\"},"
          + "{\"label\":\"Ash\"},{\"label\":\"Elm\"}],\"multiSelect\":true}";

  private Phone phone;
  private AskingAgent agent;

  @BeforeEach
  void begin() {
    start("telegram.allowedUsers", new JsonArray().add(Phone.ANN));
    phone = new Phone(chat, Phone.ANN);
    agent = new AskingAgent(node, "s");
  }

  @Test
  void one_press_answers_a_question_with_one_choice() {
    CompletableFuture<HttpResponse<String>> exchange = asks(COLOR);

    phone.presses(phone.seesButtonsBelow("Which color?"), "Blue");

    assertThat(body(exchange)).isEqualTo(answered(COLOR, "{\"Which color?\":\"Blue\"}"));
    phone.seesWithoutButtons("✅ Blue · ");
    oracle.makesOnlyProperCalls();
  }

  @Test
  void a_reply_answers_in_own_words() {
    CompletableFuture<HttpResponse<String>> exchange = asks(COLOR);

    phone.replies(phone.seesButtonsBelow("Which color?"), "a \"warm\" grey");

    assertThat(body(exchange))
        .isEqualTo(answered(COLOR, "{\"Which color?\":\"a \\\"warm\\\" grey\"}"));
  }

  @Test
  void several_choices_are_sent_together() {
    CompletableFuture<HttpResponse<String>> exchange = asks(COLOR + "," + TREES);
    JsonObject message = phone.seesButtonsBelow("Which trees?");

    phone.presses(message, "Elm");
    phone.presses(message, "Oak");
    phone.presses(message, "Ash");
    phone.presses(message, "Ash");
    assertThat(phone.presses(message, "Send")).isEqualTo("Not answered yet: Which color?");
    phone.presses(message, "Red");
    chat.awaits(
        "marks", () -> Phone.buttons(chat.saying("Which trees?")).encode().contains("✅ 2. Elm"));
    phone.presses(message, "Send");

    assertThat(body(exchange))
        .isEqualTo(
            answered(
                COLOR + "," + TREES, "{\"Which color?\":\"Red\",\"Which trees?\":\"Oak, Elm\"}"));
  }

  @Test
  void a_plan_is_approved_and_edits_with_it() {
    CompletableFuture<HttpResponse<String>> exchange = plans();

    phone.presses(phone.seesButtonsBelow("Count the trees"), "accept edits");

    assertThat(body(exchange))
        .isEqualTo(
            ApprovalTest.decision(
                "{\"behavior\":\"allow\",\"updatedInput\":{\"plan\":\"Count the trees once.\"},"
                    + "\"updatedPermissions\":[{\"type\":\"setMode\","
                    + "\"mode\":\"acceptEdits\",\"destination\":\"session\"}]}"));
    phone.seesWithoutButtons("✅ Approved, and edits are accepted · ");
  }

  @Test
  void a_reply_to_a_plan_says_what_to_change() {
    CompletableFuture<HttpResponse<String>> exchange = plans();

    phone.replies(phone.seesButtonsBelow("Count the trees"), "count the shrubs too");

    assertThat(body(exchange))
        .isEqualTo(
            ApprovalTest.decision(
                "{\"behavior\":\"deny\",\"message\":\"count the shrubs too\","
                    + "\"interrupt\":false}"));
    phone.seesWithoutButtons("✏️ To be changed: count the shrubs too · ");
  }

  @Test
  void a_server_gets_the_value_that_it_wants() {
    JsonObject wanted =
        agent
            .hook("Elicitation")
            .put("mcp_server_name", "orchard")
            .put("message", "How many rows?")
            .put(
                "requested_schema",
                new JsonObject("{\"properties\":{\"rows\":{\"type\":\"integer\"}}}"));
    CompletableFuture<HttpResponse<String>> exchange = agent.posts(wanted);

    phone.replies(phone.seesButtonsBelow("How many rows?"), "many");
    phone.replies(phone.seesButtonsBelow("How many rows?"), "12");

    assertThat(body(exchange))
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"Elicitation\",\"action\":\"accept\","
                + "\"content\":{\"rows\":12}}}");
  }

  @Test
  void a_question_that_was_answered_in_the_terminal_says_so() {
    CompletableFuture<HttpResponse<String>> exchange = asks(COLOR);
    phone.seesButtonsBelow("Which color?");

    agent.fires(
        agent
            .hook("PostToolUse")
            .put("tool_name", "AskUserQuestion")
            .put("tool_input", input(COLOR).put("answers", new JsonObject().put("a", "Blue")))
            .put("tool_response", new JsonObject().put("answers", new JsonObject()))
            .put("tool_use_id", "toolu_1"));

    assertThat(body(exchange)).isEmpty();
    phone.seesWithoutButtons("Answered where the agent runs.");
  }

  private CompletableFuture<HttpResponse<String>> asks(String questions) {
    return agent.posts(agent.permission("AskUserQuestion", input(questions)));
  }

  private CompletableFuture<HttpResponse<String>> plans() {
    return agent.posts(
        agent.permission("ExitPlanMode", new JsonObject().put("plan", "Count the trees once.")));
  }

  private static JsonObject input(String questions) {
    return new JsonObject("{\"questions\":[" + questions + "]}");
  }

  private static String answered(String questions, String answers) {
    return ApprovalTest.decision(
        "{\"behavior\":\"allow\",\"updatedInput\":{\"questions\":["
            + questions
            + "],\"answers\":"
            + answers
            + "}}");
  }
}
