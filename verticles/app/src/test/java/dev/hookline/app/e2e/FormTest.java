package dev.hookline.app.e2e;

import static dev.hookline.app.e2e.AskingAgent.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms that servers want to have filled in, field after field. */
class FormTest extends EndToEnd {

  private static final String ASKED = "Plant an orchard";
  private static final Object[] ANN_MAY = {"telegram.allowedUsers", new JsonArray().add(Phone.ANN)};

  private static final String TWO =
      """
      {"type":"object","required":["rows","day"],"properties":{
        "rows":{"type":"integer","minimum":1,"maximum":20},
        "day":{"type":"string","format":"date"}}}""";

  private static final String CHOICES =
      """
      {"type":"object","required":["tree","fence"],"properties":{
        "tree":{"type":"string","enum":["oak","ash"]},"fence":{"type":"boolean"}}}""";

  private Phone phone;
  private AskingAgent agent;

  @BeforeEach
  void begin() {
    start(ANN_MAY);
    phone = new Phone(chat, Phone.ANN);
    agent = new AskingAgent(node, "s");
  }

  @Test
  void several_fields_are_filled_in_one_after_the_other() {
    CompletableFuture<HttpResponse<String>> exchange =
        asks(
            """
            {"type":"object","required":["tree","rows","mail","tools"],"properties":{
              "tree":{"type":"string","enum":["oak","ash"],"enumNames":["An oak","An ash"]},
              "fence":{"type":"boolean"},
              "rows":{"type":"integer","title":"Rows","minimum":1,"maximum":20},
              "mail":{"type":"string","format":"email"},
              "note":{"type":"string"},
              "tools":{"type":"array","minItems":1,
                "items":{"anyOf":[{"const":"s","title":"Spade"},{"const":"r","title":"Rake"},
                  {"const":"h","title":"Hoe"}]}},
              "width":{"type":"number","default":2.5}}}""");

    phone.presses(sees("1 of 7 · tree: one of these"), "An ash");
    phone.presses(sees("2 of 7 · fence: one of these, or nothing"), "No");
    phone.replies(sees("3 of 7 · Rows: a whole number (1 to 20)"), "12");
    phone.replies(sees("4 of 7 · mail: an e-mail address"), "ann@example.org");
    phone.presses(sees("5 of 7 · note: a text, or nothing"), "Leave out");
    phone.presses(sees("6 of 7 · tools: any of these"), "Hoe");
    phone.presses(sees("6 of 7"), "Spade");
    awaitsButton("✅ Spade");
    phone.presses(sees("6 of 7"), "Done");
    phone.presses(sees("7 of 7 · width: a number, or nothing"), "Default: 2.5");
    phone.presses(sees("Look at it, and press Send."), "Send");

    assertThat(body(exchange))
        .isEqualTo(
            accepted(
                "{\"tree\":\"ash\",\"fence\":false,\"rows\":12,\"mail\":\"ann@example.org\","
                    + "\"tools\":[\"s\",\"h\"],\"width\":2.5}"));
    phone.seesWithoutButtons("✅ tree: An ash · fence: No · Rows: 12 · mail: ann@example.org");
    oracle.makesOnlyProperCalls();
  }

  @Test
  void what_does_not_fit_is_told_and_asked_once_more() {
    CompletableFuture<HttpResponse<String>> exchange = asks(TWO);

    phone.replies(sees("1 of 2"), "99");
    phone.replies(sees("⚠️ rows: a whole number (1 to 20) is wanted, not “99”."), "7.5");
    phone.replies(sees("not “7.5”"), "20");
    phone.replies(sees("2 of 2 · day"), "tomorrow");
    phone.replies(sees("⚠️ day: a date such as 2026-11-28 is wanted"), "2026-12-01");
    phone.presses(sees("rows: 20\nday: 2026-12-01\n"), "Send");

    assertThat(body(exchange)).isEqualTo(accepted("{\"rows\":20,\"day\":\"2026-12-01\"}"));
  }

  @Test
  void a_value_can_be_changed_before_all_is_sent() {
    CompletableFuture<HttpResponse<String>> exchange = asks(TWO);
    phone.replies(sees("1 of 2"), "1");
    phone.replies(sees("2 of 2"), "2026-12-01");

    phone.presses(sees("Look at it"), "rows: 1");
    phone.replies(sees("1 of 2"), "2");
    phone.presses(sees("rows: 2\n"), "Send");

    assertThat(body(exchange)).isEqualTo(accepted("{\"rows\":2,\"day\":\"2026-12-01\"}"));
  }

  @Test
  void what_was_changed_meanwhile_is_not_sent_unseen() {
    CompletableFuture<HttpResponse<String>> exchange = asks(TWO);
    phone.replies(sees("1 of 2"), "1");
    phone.replies(sees("2 of 2"), "2026-12-01");
    JsonObject older = sees("Look at it");

    chat.knob("hold_updates", true);
    phone.taps(older, "rows: 1");
    phone.replies(older, "2");
    phone.taps(older, "Send");
    chat.knob("hold_updates", false);

    phone.seesTold("Something was changed meanwhile: look at it once more.");
    phone.presses(sees("rows: 2\n"), "Send");
    assertThat(body(exchange)).isEqualTo(accepted("{\"rows\":2,\"day\":\"2026-12-01\"}"));
  }

  @Test
  void a_node_that_dies_in_the_middle_loses_nothing_of_it() {
    asks(TWO, "Hookline-Event-Id", "once");
    phone.replies(sees("1 of 2"), "3");
    sees("2 of 2");
    awaitsWrittenDown(1);

    restart(ANN_MAY);
    agent = new AskingAgent(node, "s");
    CompletableFuture<HttpResponse<String>> again = asks(TWO, "Hookline-Event-Id", "once");
    phone.replies(sees("2 of 2"), "2026-12-01");
    phone.presses(sees("rows: 3\n"), "Send");

    assertThat(body(again)).isEqualTo(accepted("{\"rows\":3,\"day\":\"2026-12-01\"}"));
  }

  @Test
  void who_may_not_answer_has_no_effect() {
    CompletableFuture<HttpResponse<String>> exchange = asks(CHOICES);
    Phone stranger = new Phone(chat, Phone.STRANGER);

    assertThat(stranger.presses(sees("1 of 2"), "oak")).isEqualTo("You may not answer here.");
    stranger.replies(sees("1 of 2"), "oak");
    phone.presses(sees("1 of 2"), "ash");
    assertThat(stranger.presses(sees("2 of 2"), "Cancel")).isEqualTo("You may not answer here.");
    phone.presses(sees("2 of 2"), "Yes");
    assertThat(stranger.presses(sees("Look at it"), "Send")).isEqualTo("You may not answer here.");
    phone.presses(sees("Look at it"), "Send");

    assertThat(body(exchange)).isEqualTo(accepted("{\"tree\":\"ash\",\"fence\":true}"));
  }

  @Test
  void what_is_pressed_below_an_older_look_or_twice_has_no_effect() {
    CompletableFuture<HttpResponse<String>> exchange = asks(CHOICES);
    JsonObject first = sees("1 of 2");
    chat.knob("hold_updates", true);
    phone.taps(first, "ash");
    phone.taps(first, "oak");
    chat.knob("hold_updates", false);
    phone.seesTold("Something else is asked by now: look at the message.");
    phone.presses(sees("2 of 2"), "Yes");
    JsonObject all = sees("Look at it");

    chat.knob("hold_updates", true);
    phone.taps(all, "Send");
    phone.taps(all, "Send");
    phone.taps(all, "Cancel");
    chat.knob("hold_updates", false);

    assertThat(body(exchange)).isEqualTo(accepted("{\"tree\":\"ash\",\"fence\":true}"));
    phone.seesTold("Answered already by ");
  }

  @Test
  void it_can_be_declined_in_the_middle() {
    CompletableFuture<HttpResponse<String>> exchange = asks(CHOICES);
    phone.presses(sees("1 of 2"), "ash");

    phone.presses(sees("2 of 2"), "Decline");

    assertThat(body(exchange)).isEqualTo(output("\"action\":\"decline\""));
    phone.seesWithoutButtons("⛔ Declined · ");
  }

  @Test
  void it_can_be_cancelled_at_the_end() {
    CompletableFuture<HttpResponse<String>> exchange = asks(CHOICES);
    phone.presses(sees("1 of 2"), "ash");
    phone.presses(sees("2 of 2"), "Yes");

    phone.presses(sees("Look at it"), "Cancel");

    assertThat(body(exchange)).isEqualTo(output("\"action\":\"cancel\""));
  }

  @Test
  void who_filled_it_in_in_the_terminal_was_first() {
    CompletableFuture<HttpResponse<String>> exchange = asks(CHOICES);
    phone.presses(sees("1 of 2"), "ash");
    JsonObject second = sees("2 of 2");
    chat.knob("hold_updates", true);
    phone.taps(second, "Yes");

    agent.fires(
        agent
            .hook("ElicitationResult")
            .put("mcp_server_name", "orchard")
            .put("action", "accept")
            .put("content", new JsonObject("{\"tree\":\"oak\",\"fence\":false}")));

    assertThat(body(exchange)).isEmpty();
    chat.knob("hold_updates", false);
    phone.seesTold("Nobody waits for the answer any more.");
    phone.seesWithoutButtons("Answered where the agent runs.");
  }

  @Test
  void a_single_field_is_told_what_does_not_fit_too() {
    CompletableFuture<HttpResponse<String>> exchange =
        asks("{\"properties\":{\"home\":{\"type\":\"string\",\"format\":\"uri\"}}}");

    phone.replies(phone.seesButtonsBelow(ASKED), "nowhere");
    phone.replies(sees("⚠️ home: a web address"), "https://example.org/a");

    assertThat(body(exchange)).isEqualTo(accepted("{\"home\":\"https://example.org/a\"}"));
  }

  @Test
  void a_form_that_is_not_understood_is_left_to_the_terminal() {
    CompletableFuture<HttpResponse<String>> exchange =
        asks("{\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"object\"}}}");

    assertThat(body(exchange)).isEmpty();
    phone.seesWithoutButtons("Answer in the terminal.");
  }

  @Test
  void it_can_be_left_to_the_terminal() {
    CompletableFuture<HttpResponse<String>> exchange = asks(CHOICES);
    phone.presses(sees("1 of 2"), "ash");

    phone.presses(sees("2 of 2"), "In the terminal");

    assertThat(body(exchange)).isEmpty();
    phone.seesWithoutButtons("💻 Left to the terminal · ");
    chat.awaits("no doubt about it", () -> standing().equals("TAKEN"));
  }

  private String standing() {
    try (Connection store =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("hookline.db"));
        Statement statement = store.createStatement();
        ResultSet approval = statement.executeQuery("SELECT state FROM approval")) {
      return approval.next() ? approval.getString(1) : "";
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private CompletableFuture<HttpResponse<String>> asks(String schema, String... headers) {
    return agent.posts(
        agent
            .hook("Elicitation")
            .put("mcp_server_name", "orchard")
            .put("message", ASKED)
            .put("requested_schema", new JsonObject(schema)),
        headers);
  }

  private JsonObject sees(String words) {
    return phone.seesButtonsBelow(words);
  }

  private void awaitsButton(String label) {
    chat.awaits(label, () -> Phone.buttons(chat.saying(ASKED)).encode().contains(label));
  }

  private static String accepted(String content) {
    return output("\"action\":\"accept\",\"content\":" + content);
  }

  private static String output(String action) {
    return "{\"hookSpecificOutput\":{\"hookEventName\":\"Elicitation\"," + action + "}}";
  }
}
