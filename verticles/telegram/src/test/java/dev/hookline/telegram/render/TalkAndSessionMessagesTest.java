package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.store.Release;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class TalkAndSessionMessagesTest {

  @Test
  void says_who_works_where() {
    // When
    Seen seen =
        Seen.of(
            Given.event(
                EventType.SESSION_START,
                "",
                new JsonObject()
                    .put("agent", "claude")
                    .put("trigger", "startup")
                    .put("hostname", "lark")
                    .put("projectDir", "/home/ada/orchard")));

    // Then
    assertThat(seen.text())
        .isEqualTo(
            "🚀 Session started\nAgent: Claude Code\nProject: /home/ada/orchard\nHost: lark\n"
                + "Session: 5f0c-orchard");
  }

  @Test
  void says_how_a_session_came_to_be() {
    assertThat(begun("resume")).startsWith("▶️ Session resumed");
    assertThat(begun("clear")).startsWith("🧹 New session after /clear");
    assertThat(begun("fork")).startsWith("🔀 Session forked from another");
  }

  @Test
  void says_why_a_session_ended() {
    assertThat(ended("prompt_input_exit")).isEqualTo("👋 Session ended\nThe user left.");
    assertThat(ended("other")).isEqualTo("👋 Session ended");
    assertThat(ended("power cut")).isEqualTo("👋 Session ended\npower cut");
  }

  @Test
  void says_what_a_session_was_that_ended() {
    // Given
    JsonObject metadata =
        new JsonObject()
            .put("reason", "logout")
            .put("projectDir", "/home/ada/orchard")
            .put("hostname", "lark")
            .put("durationMs", 754_000)
            .put("counts", new JsonObject().put("prompts", 3).put("tools", 1_204));

    // Then
    assertThat(Seen.of(Given.event(EventType.SESSION_END, "", metadata)).text())
        .isEqualTo(
            "👋 Session ended\nThe user logged out.\nProject: /home/ada/orchard\nHost: lark\n"
                + "Duration: 12 min 34 s\nCounts: 3 prompts, 1,204 tools");
  }

  @Test
  void shows_code_in_an_answer_as_code() {
    // When
    Seen seen = Seen.of(answer("Run `make`:\n\n```sh\nmake all\n```\nDone."));

    // Then
    assertThat(seen.text()).isEqualTo("🤖 Agent\nRun make:\nmake all\nDone.");
    assertThat(seen.styled("code")).containsExactly("make");
    assertThat(seen.styled("pre")).containsExactly("make all");
  }

  @Test
  void keeps_backticks_that_enclose_nothing() {
    assertThat(Seen.of(answer("a ` b `` c ``` d")).text()).isEqualTo("🤖 Agent\na ` b `` c ``` d");
  }

  @Test
  void joins_the_pieces_of_one_answer() {
    // Given
    HookEvent first = answer("Half a wo").with("messageId", "m").with("piece", 0);
    HookEvent second = answer("rd and `co").with("messageId", "m").with("piece", 1);
    HookEvent third = answer("de`.").with("messageId", "m").with("piece", 2);

    // Then
    assertThat(Seen.of(first, second, third).text()).isEqualTo("🤖 Agent\nHalf a word and code.");
  }

  @Test
  void says_which_helper_works() {
    // Given
    HookEvent event =
        Given.tool(EventType.TOOL_START, "Read", new JsonObject().put("file_path", "/x"))
            .with("agentId", "a1")
            .with("agentType", "scout");

    // Then
    assertThat(Seen.of(event).text()).isEqualTo("↳ scout\n📖 Read /x");
  }

  @Test
  void shows_all_of_what_is_to_be_approved() {
    // Given
    String command = "echo one\n".repeat(600) + "rm -rf /";

    // When
    Seen seen =
        Seen.of(
            Given.tool(
                EventType.APPROVAL_REQUEST,
                "Bash",
                new JsonObject().put("command", command).put("timeout", 5)));

    // Then
    assertThat(seen.texts()).hasSize(2);
    assertThat(seen.text()).contains("timeout: 5", "⋯ 2 of 2", "rm -rf /");
    assertThat(seen.documents()).isEmpty();
  }

  @Test
  void hides_nothing_of_an_edit_that_is_not_well_formed() {
    // Given
    JsonObject input =
        new JsonObject()
            .put("file_path", "/x")
            .put("edits", new JsonArray().add("one").add(new JsonObject().put("old_string", "two")))
            .put("content", 3);

    // When
    String text = Seen.of(Given.tool(EventType.APPROVAL_REQUEST, "MultiEdit", input)).text();

    // Then
    assertThat(text).contains("/x", "one", "two", "3");
  }

  @Test
  void shows_a_question_with_its_choices() {
    // Given
    JsonObject question =
        new JsonObject()
            .put("question", "Which tree?")
            .put(
                "options",
                new JsonArray()
                    .add(new JsonObject().put("label", "Oak").put("description", "slow"))
                    .add(new JsonObject().put("label", "Birch")));

    // When
    Seen seen =
        Seen.of(
            Given.tool(
                EventType.APPROVAL_REQUEST,
                "AskUserQuestion",
                new JsonObject().put("questions", new JsonArray().add(question))));

    // Then
    assertThat(seen.text()).contains("Which tree?\n• Oak: slow\n• Birch");
  }

  @Test
  void shows_the_form_that_a_server_wants_filled_in() {
    // Given
    JsonObject schema = new JsonObject().put("type", "object");

    // When
    Seen seen =
        Seen.of(
            Given.event(
                EventType.APPROVAL_REQUEST,
                "Which branch?",
                new JsonObject().put("tool", "git").put("requestedSchema", schema)));

    // Then
    assertThat(seen.text()).contains("Which branch?", "\"type\" : \"object\"");
  }

  @Test
  void folds_the_summary_under_its_notification() {
    // When
    Seen seen =
        Seen.of(
            Given.event(
                EventType.NOTIFICATION,
                "Compacted",
                new JsonObject().put("summary", "All so far")));

    // Then
    assertThat(seen.text()).isEqualTo("🔔 Compacted\nAll so far");
    assertThat(seen.styled("expandable_blockquote")).containsExactly("All so far");
  }

  @Test
  void marks_what_comes_late() {
    assertThat(Seen.of(Given.late(answer("x"))).text())
        .isEqualTo("🕰 Late: this happened earlier.\n🤖 Agent\nx");
  }

  @Test
  void tells_gaps_and_notes() {
    assertThat(Seen.of(Given.words(Release.Kind.GAP, "Event #3 did not arrive.")).text())
        .isEqualTo("⚠️ Event #3 did not arrive.");
    assertThat(Seen.of(Given.words(Release.Kind.NOTE, "The topic was deleted.")).text())
        .isEqualTo("ℹ️ The topic was deleted.");
  }

  private static String begun(String trigger) {
    return Seen.of(
            Given.event(EventType.SESSION_START, "", new JsonObject().put("trigger", trigger)))
        .text();
  }

  private static String ended(String reason) {
    return Seen.of(Given.event(EventType.SESSION_END, reason)).text();
  }

  private static HookEvent answer(String text) {
    return Given.event(EventType.AGENT_RESPONSE, text);
  }
}
