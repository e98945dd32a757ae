package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people write to agents that have words of their own for it. */
class FollowUpTest extends EndToEnd {

  private static final String SEEN = "👀";
  private static final String DELIVERED = "👍";

  /** How an agent tells what it was asked, how that its turn is over, and what makes it go on. */
  enum Kind {
    GEMINI(
        "{'hook_event_name':'BeforeAgent','session_id':'s','cwd':'/src/s','prompt':'build it',"
            + "'timestamp':'2026-11-28T10:00:00.000Z'}",
        "{'hook_event_name':'AfterAgent','session_id':'s','cwd':'/src/s','prompt':'p',"
            + "'prompt_response':'Done.','timestamp':'2026-11-28T10:00:0%d.000Z'}",
        "{'decision':'deny','reason':'use make'}"),
    CURSOR(
        "{'hook_event_name':'beforeSubmitPrompt','conversation_id':'s','generation_id':'g0',"
            + "'prompt':'build it','cursor_version':'2.4','workspace_roots':['/src/s']}",
        "{'hook_event_name':'stop','conversation_id':'s','generation_id':'g%d','status':'completed',"
            + "'loop_count':0,'cursor_version':'2.4','workspace_roots':['/src/s']}",
        "{'followup_message':'use make'}"),
    COPILOT(
        "{'hook_event_name':'UserPromptSubmit','session_id':'s','cwd':'/src/s','prompt':'build it',"
            + "'timestamp':'2026-11-28T10:00:00.000Z'}",
        "{'hook_event_name':'Stop','session_id':'s','cwd':'/src/s','stop_reason':'end_turn',"
            + "'timestamp':'2026-11-28T10:00:0%d.000Z'}",
        "{'decision':'block','reason':'use make'}"),
    OPENCODE(
        "{'id':'evt_0','type':'chat.message','directory':'/src/s','properties':{'sessionID':'s',"
            + "'messageID':'m','parts':[{'type':'text','text':'build it'}]}}",
        "{'id':'evt_%d','type':'session.idle','directory':'/src/s','properties':{'sessionID':'s'}}",
        "{'parts':[{'type':'text','text':'use make'}]}");

    private final String prompt;
    private final String stop;
    private final String answer;

    Kind(String prompt, String stop, String answer) {
      this.prompt = prompt;
      this.stop = stop;
      this.answer = answer;
    }

    JsonObject begins() {
      return new JsonObject(prompt.replace('\'', '"'));
    }

    JsonObject stops(int turn) {
      return new JsonObject(stop.formatted(turn).replace('\'', '"'));
    }

    String answer() {
      return answer.replace('\'', '"');
    }

    String agent() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Phone phone;

  @BeforeEach
  void hasAPhone() {
    phone = new Phone(chat, Phone.ANN);
  }

  @ParameterizedTest
  @EnumSource
  void an_agent_goes_on_with_what_was_written(Kind kind) {
    // Given
    begins(kind);
    assertThat(stops(kind, 1)).isEmpty();
    long message = phone.writes(topic(), "use make");
    phone.seesReaction(message, SEEN);

    // When
    String answer = stops(kind, 2);

    // Then
    assertThat(answer).isEqualTo(kind.answer());
    phone.seesReaction(message, DELIVERED);
    assertThat(stops(kind, 3)).isEmpty();
  }

  @Test
  void who_has_stopped_cursor_wants_it_to_stop() {
    // Given
    begins(Kind.CURSOR);
    phone.seesReaction(phone.writes(topic(), "use make"), SEEN);

    // When
    JsonObject aborted = Kind.CURSOR.stops(2).put("status", "aborted");

    // Then
    assertThat(posts(Kind.CURSOR, aborted)).isEmpty();
    assertThat(stops(Kind.CURSOR, 3)).isEqualTo(Kind.CURSOR.answer());
  }

  @Test
  void what_is_written_is_not_for_a_helper_of_opencode() {
    // Given
    begins(Kind.OPENCODE);
    phone.seesReaction(phone.writes(topic(), "use make"), SEEN);

    // When
    JsonObject helper = Kind.OPENCODE.stops(2).put("rootSessionID", "s").put("title", "explore");
    helper.getJsonObject("properties").put("sessionID", "child");

    // Then
    assertThat(posts(Kind.OPENCODE, helper)).isEmpty();
    assertThat(stops(Kind.OPENCODE, 3)).isEqualTo(Kind.OPENCODE.answer());
  }

  private void begins(Kind kind) {
    start("telegram.users", new JsonArray().add(Phone.ANN + " reply"));
    posts(kind, kind.begins());
    chat.awaits("its topic", () -> !chat.livingTopics().isEmpty());
  }

  private long topic() {
    return chat.livingTopics().get(0).thread();
  }

  private String stops(Kind kind, int turn) {
    return posts(kind, kind.stops(turn));
  }

  private String posts(Kind kind, JsonObject hook) {
    return AskingAgent.body(new AskingAgent(node, "s").posts(kind.agent(), hook));
  }
}
