package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of a session its topic shows; what it does not show is counted and kept. */
class VerbosityTest extends EndToEnd {

  private static final Object[] QUIET = {"telegram.verbosity", "quiet"};
  private static final String THREE = "🔕 3 events not shown: 1 tool call, 1 prompt";

  private final Story story = new Story("s");

  @Test
  void a_quiet_chat_shows_answers_and_counts_the_rest() {
    start(QUIET);

    tellATurn();

    awaitsShown(5);
    assertThat(texts()).hasSize(2).last().asString().contains(THREE, "⟦s-5⟧");
    chat.awaits("the sums", () -> sum("shown") == 2);
    assertThat(sum("accepted")).isEqualTo(5);
    assertThat(sum("hushed")).isEqualTo(3);
    assertThat(sum("waiting") + sum("kept") + sum("parked")).isZero();
  }

  @Test
  void what_was_kept_out_before_a_restart_is_counted_after_it() {
    start(QUIET);
    tell("notification", "user_input", "tool_start", "tool_result");
    chat.awaits("three kept out", () -> sum("hushed") == 3);

    restart(QUIET);
    tell("agent_response");

    awaitsShown(5);
    assertThat(texts()).last().asString().contains(THREE);
  }

  @Test
  void a_message_whose_answer_is_lost_counts_once() {
    start(QUIET);
    chat.fault("sendMessage", 1, "commit_then_drop", "nth", 2);
    tellATurn();
    awaitsShown(5);

    tell("agent_response");

    awaitsShown(6);
    assertThat(texts()).hasSize(3).filteredOn(text -> text.contains("not shown")).hasSize(1);
    assertThat(node.uncertain()).isZero();
  }

  @Test
  void what_is_kept_out_is_not_folded_into_a_message_either() {
    start("telegram.verbosity", "quiet", "telegram.budgetPerMinute", 12);
    for (int turn = 1; turn <= 6; turn++) {
      story.tell("notification");
      story.tell("notification");
      story.tell("user_input");
    }

    node.tell(story);

    chat.awaits("two of three", () -> sum("shown") == 12 && sum("hushed") == 6);
    assertThat(texts()).noneMatch(text -> text.contains("user_input"));
    assertThat(texts()).hasSizeLessThan(12).allMatch(text -> text.contains("notification"));
  }

  @Test
  void a_session_may_be_shown_more_quietly_than_its_chat() {
    start();
    tell("notification");
    awaitsShown(1);
    assertThat(command("verbosity", "s")).contains("session s: usual");

    assertThat(command("verbosity", "s", "quiet")).contains("session s: quiet");
    tell("user_input", "tool_start", "tool_result", "agent_response");

    awaitsShown(5);
    assertThat(texts()).hasSize(2).last().asString().contains(THREE);
    assertThat(command("hushed", "s"))
        .contains("⟦s-2⟧", "⟦s-3⟧", "⟦s-4⟧")
        .doesNotContain("⟦s-1⟧", "⟦s-5⟧");
  }

  @Test
  void a_session_is_shown_as_usual_again() {
    start(QUIET);
    tell("notification");
    awaitsShown(1);
    command("verbosity", "s", "everything");
    tell("user_input");
    awaitsShown(2);

    command("verbosity", "s", "usual");
    tell("user_input", "agent_response");

    awaitsShown(4);
    assertThat(texts()).hasSize(3).last().asString().contains("🔕 1 event not shown: 1 prompt");
  }

  @Test
  void what_a_subagent_does_inside_is_counted_where_it_ends() {
    start();
    tell("subagent_start");
    JsonObject inside = story.tell("tool_start");
    inside.getJsonObject("metadata").put("agentId", "helper");
    node.tell(List.of(inside));
    tell("subagent_stop");

    awaitsShown(3);
    assertThat(texts()).hasSize(2).last().asString().contains("🔕 1 event not shown: 1 tool call");
  }

  private void tellATurn() {
    tell("notification", "user_input", "tool_start", "tool_result", "agent_response");
  }

  private void tell(String... types) {
    for (String type : types) {
      node.tell(List.of(story.tell(type)));
    }
  }

  /** Waits until the story's event with this number is shown. */
  private void awaitsShown(int number) {
    String mark = "⟦s-" + number + "⟧";
    chat.awaits("event " + number, () -> texts().stream().anyMatch(text -> text.contains(mark)));
  }

  private List<String> texts() {
    return chat.messages().stream().map(Shown::text).filter(text -> text.contains("⟦")).toList();
  }

  private long sum(String name) {
    return node.get("/healthz").getLong(name);
  }
}
