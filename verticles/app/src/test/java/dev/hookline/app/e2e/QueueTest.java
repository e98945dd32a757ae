package dev.hookline.app.e2e;

import static dev.hookline.app.e2e.AskingAgent.body;
import static dev.hookline.app.e2e.AskingAgent.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People look at what waits for an agent, and take it back: {@code /queue} and {@code /cancel}. */
class QueueTest extends EndToEnd {

  private static final JsonArray ANN = new JsonArray().add(Phone.ANN + " reply");
  private static final String SEEN = "👀";
  private static final String DELIVERED = "👍";

  private Phone phone;
  private int stopped;

  @BeforeEach
  void works() {
    phone = new Phone(chat, Phone.ANN);
    start("telegram.users", ANN);
    agent().fires(agent().hook("UserPromptSubmit").put("prompt", "begin"));
    awaitsWrittenDown(1);
  }

  @Test
  void what_waits_is_shown_and_still_given() {
    waits("also update the docs");

    phone.writes(topic(), "/queue");
    says("Waiting for the agent:\n• Ada: also update the docs");

    assertThat(stops()).isEqualTo(told("also update the docs"));
    phone.writes(topic(), "/queue");
    says("Nothing waits for the agent.");
    oracle.makesOnlyProperCalls();
  }

  @Test
  void what_is_taken_back_never_reaches_the_agent() {
    long message = waits("delete everything");

    phone.writes(topic(), "/cancel");
    says("Taken back:\n• Ada: delete everything");

    assertThat(body(agent().posts(agent().result("ls")))).isEmpty();
    assertThat(stops()).isEmpty();
    chat.awaits("no reaction any more", () -> lastReaction(message).equals("[]"));
    oracle.makesOnlyProperCalls();
  }

  @Test
  void a_reply_takes_one_message_back() {
    waits("first");
    waits("second");

    phone.replies(chat.saying("second"), "/cancel");
    says("Taken back:\n• Ada: second");

    assertThat(stops()).isEqualTo(told("first"));
  }

  @Test
  void what_was_taken_back_does_not_come_back_with_another_node() {
    waits("delete everything");
    phone.writes(topic(), "/cancel");
    says("Taken back:");

    restart("telegram.users", ANN);
    waits("and then this");

    assertThat(stops()).isEqualTo(told("and then this"));
  }

  @Test
  void what_the_agent_has_cannot_be_taken_back_and_that_is_said() {
    long message = waits("go on");
    assertThat(stops()).isEqualTo(told("go on"));
    phone.seesReaction(message, DELIVERED);

    phone.writes(topic(), "/cancel");

    says("“go on” cannot be taken back: the agent has it.");
    assertThat(chat.reactions(message)).endsWith(DELIVERED);
  }

  @Test
  void strangers_see_nothing_and_take_nothing_back() {
    waits("go on");
    Phone stranger = new Phone(chat, Phone.STRANGER);
    stranger.writes(topic(), "/queue");
    stranger.writes(topic(), "/cancel");
    stranger.replies(chat.saying("go on"), "/cancel");

    phone.writes(topic(), "/ping");
    says("pong");

    assertThat(answers()).containsExactly("pong");
    assertThat(stops()).isEqualTo(told("go on"));
  }

  private AskingAgent agent() {
    return new AskingAgent(node, "s");
  }

  private long topic() {
    return chat.livingTopics().get(0).thread();
  }

  /** A text waits for the agent; brings its message. */
  private long waits(String text) {
    long message = phone.writes(topic(), text);
    phone.seesReaction(message, SEEN);
    return message;
  }

  private String stops() {
    return body(agent().posts(agent().stop("Done, part " + ++stopped)));
  }

  private void says(String words) {
    chat.awaits(words, () -> answers().stream().anyMatch(answer -> answer.contains(words)));
  }

  /** What commands were answered. */
  private List<String> answers() {
    return chat.calls("sendMessage").stream()
        .filter(call -> call.committed() && call.args().containsKey("reply_parameters"))
        .map(call -> call.args().getString("text"))
        .toList();
  }

  private String lastReaction(long message) {
    return chat.calls("setMessageReaction").stream()
        .map(Chat.Call::args)
        .filter(args -> String.valueOf(message).equals(args.getString("message_id")))
        .map(args -> args.getString("reaction"))
        .reduce("", (earlier, later) -> later);
  }
}
