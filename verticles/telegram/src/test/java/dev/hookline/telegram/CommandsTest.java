package dev.hookline.telegram;

import static dev.hookline.telegram.Nodes.ADA;
import static dev.hookline.telegram.Nodes.BO;
import static dev.hookline.telegram.Nodes.CHAT;
import static dev.hookline.telegram.Nodes.CY;
import static dev.hookline.telegram.Nodes.FIRST;
import static dev.hookline.telegram.Nodes.NEVER;
import static dev.hookline.testkit.Waits.result;
import static dev.hookline.testkit.Waits.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.Fault;
import dev.hookline.messages.EventType;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.SessionTopic.State;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that people write, over HTTP from an emulated Telegram, on a real store. */
class CommandsTest {

  @TempDir private Path directory;
  private Nodes nodes;

  @BeforeEach
  void open() {
    nodes = Nodes.in(directory);
    nodes.openTopic(FIRST);
    nodes.start("one", FIRST, NEVER);
    nodes.awaitsAllShown();
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void help_names_what_a_person_may_do() {
    inTopic(ADA, "/help");
    inTopic(CY, "/help");

    awaitsAnswers(2);
    assertThat(answers().get(0)).contains("/help", "/status", "/quiet", "/mute", "/rename");
    assertThat(answers().get(1)).contains("/help", "/status").doesNotContain("/quiet", "/mute");
  }

  @Test
  void an_answer_stands_below_the_command_in_its_topic() {
    inTopic(ADA, "/ping");

    awaitsAnswers(1);
    CallRecord answer = answering().get(0);
    assertThat((long) answer.threadId()).isEqualTo(nodes.topic().thread());
    assertThat(answer.args().get("reply_parameters")).contains("message_id");
  }

  @Test
  void quiet_is_for_the_session_in_whose_topic_it_is_written() {
    inTopic(ADA, "/quiet");

    awaitsAnswers(1);
    nodes.tell(2);
    nodes.tell(EventType.AGENT_RESPONSE);
    nodes.awaits(calls -> shown(calls, "🔕 2 events not shown: 2 prompts"));
    assertThat(answers()).containsExactly("This session from now on: quiet.");
  }

  @Test
  void outside_of_all_topics_quiet_is_for_every_session_that_has_no_word_of_its_own() {
    outside(ADA, "/quiet");

    awaitsAnswers(1);
    nodes.tell(2);
    nodes.tell(EventType.AGENT_RESPONSE);
    nodes.awaits(calls -> shown(calls, "🔕 2 events not shown: 2 prompts"));
    assertThat(verbosity()).isEmpty();
  }

  @Test
  void a_muted_session_makes_no_sound_but_rings_for_approvals() {
    inTopic(ADA, "/mute 2h");
    awaitsAnswers(1);

    nodes.tell(EventType.AGENT_RESPONSE);
    nodes.tell(EventType.APPROVAL_REQUEST);

    nodes.awaits(calls -> sent(calls).size() >= 3);
    List<CallRecord> sent = sent(nodes.calls());
    assertThat(sent).extracting(CommandsTest::isSilent).containsExactly(false, true, false);
  }

  @Test
  void a_session_makes_a_sound_again_when_its_time_is_over() {
    inTopic(ADA, "/mute 1m");
    awaitsAnswers(1);

    nodes.time.passes(Duration.ofSeconds(61));
    nodes.tell(EventType.AGENT_RESPONSE);

    nodes.awaits(calls -> sent(calls).size() >= 2);
    assertThat(sent(nodes.calls())).extracting(CommandsTest::isSilent).containsOnly(false);
  }

  @Test
  void rename_gives_the_topic_another_name_and_says_no_more() {
    inTopic(ADA, "/rename The  orchard");

    nodes.awaits(FIRST, "editForumTopic", 1);
    inTopic(ADA, "/ping");
    awaitsAnswers(1);
    assertThat(calls("editForumTopic").get(0).args()).containsEntry("name", "The orchard");
    assertThat(answers()).containsExactly("pong");
    assertThat(nodes.topic().title()).isEqualTo("The orchard");
  }

  @Test
  void what_telegram_refuses_is_told() {
    nodes.fault(
        Fault.on("editForumTopic")
            .doing(
                "status",
                new JsonObject().put("code", 400).put("description", "Bad Request: no such name")));

    inTopic(ADA, "/rename The orchard");

    awaitsAnswers(1);
    assertThat(answers().get(0)).contains("Telegram refuses", "no such name");
  }

  @Test
  void a_topic_that_was_closed_by_a_command_opens_with_the_next_message() {
    inTopic(ADA, "/close");
    until("a closed topic", () -> nodes.topic().state() == State.CLOSED);

    nodes.tell(1);

    nodes.awaitsAllShown();
    assertThat(calls("reopenForumTopic")).hasSize(1);
  }

  @Test
  void stats_tells_of_the_session_and_of_all() {
    nodes.awaitsAllWritten();
    inTopic(CY, "/stats");

    awaitsAnswers(1);
    assertThat(answers().get(0))
        .contains("This session: 1 accepted, 1 shown (1 messages, 0 folded)")
        .contains("In all: 1 accepted, 1 shown");
  }

  @Test
  void every_command_that_is_offered_answers_in_a_topic_and_outside() {
    for (String command : List.of("who", "status", "sessions", "stats", "resume", "start")) {
      int before = answers().size();
      inTopic(ADA, "/" + command);
      outside(ADA, "/" + command);
      awaitsAnswers(before + 2);
    }

    assertThat(answers()).noneMatch(String::isBlank);
  }

  @Test
  void who_may_not_is_told_in_private_and_nothing_is_written_into_the_chat() {
    inTopic(BO, "/quiet");
    inTopic(BO, "/help");
    inTopic(CY, "/close");
    inTopic(ADA, "/ping");

    awaitsAnswers(1);
    assertThat(answers()).containsExactly("pong");
    assertThat(verbosity()).isEmpty();
    assertThat(calls("closeForumTopic")).isEmpty();
    assertThat(toPrivate(BO))
        .as("once a minute")
        .extracting(call -> call.args().get("text"))
        .containsExactly("You may not give commands here.");
    assertThat(toPrivate(CY)).hasSize(1);
  }

  @Test
  void a_command_for_another_bot_is_none_of_ours() {
    inTopic(ADA, "/quiet@other_bot");
    inTopic(ADA, "/clear");
    inTopic(ADA, "/PING@First_Bot");

    awaitsAnswers(1);
    assertThat(answers()).containsExactly("pong");
    assertThat(verbosity()).isEmpty();
  }

  @Test
  void an_edited_command_has_no_effect() {
    JsonObject how = words(ADA, nodes.topic().thread(), "never mind");
    long message = nodes.send(how).getJsonObject("message").getLong("message_id");

    nodes.person(
        "edit", new JsonObject().put("user", ADA).put("message_id", message).put("text", "/quiet"));
    inTopic(ADA, "/ping");

    awaitsAnswers(1);
    assertThat(verbosity()).isEmpty();
  }

  @Test
  void an_answer_that_was_lost_on_its_way_back_is_found_and_not_given_twice() {
    nodes.fault(Fault.on("sendMessage").containing("pong").doing("commit_then_drop"));

    inTopic(ADA, "/ping");
    awaitsAnswers(1);
    nodes.tell(3);
    nodes.awaitsAllShown();
    inTopic(ADA, "/who");

    awaitsAnswer("You (");
    assertThat(answers()).containsOnlyOnce("pong");
    assertThat(nodes.shown()).doesNotHaveDuplicates();
  }

  @Test
  void an_answer_that_was_lost_with_its_node_is_found_by_the_next() {
    nodes.fault(Fault.on("sendMessage").containing("pong").doing("commit_then_drop"));
    nodes.fault(Fault.on("editMessageReplyMarkup").times(1_000).doing("drop_before_commit"));
    inTopic(ADA, "/ping");
    nodes.awaits(FIRST, "editMessageReplyMarkup", 1); // it is looked for, and not found yet

    List.copyOf(nodes.vertx.deploymentIDs()).forEach(nodes::stop);
    nodes.heal();
    nodes.start("two", FIRST, NEVER);
    inTopic(ADA, "/who");

    awaitsAnswer("You (");
    assertThat(answers()).containsOnlyOnce("pong");
  }

  @Test
  void answers_and_messages_that_wait_go_by_turns() {
    nodes.fault(
        Fault.on("sendMessage")
            .containing("word 2")
            .doing("latency", new JsonObject().put("millis", 1_500)));
    nodes.tell(8);
    for (int i = 0; i < 4; i++) {
      inTopic(ADA, "/ping");
    }

    nodes.awaitsAllShown();
    awaitsAnswers(4);
    List<Boolean> isAnswer =
        nodes.calls().stream()
            .filter(call -> Nodes.isCall(call, "sendMessage"))
            .map(call -> call.args().containsKey("reply_parameters"))
            .toList();
    assertThat(isAnswer.subList(0, isAnswer.lastIndexOf(false)))
        .as("while messages wait")
        .doesNotContainSequence(true, true);
  }

  @Test
  void messages_of_a_session_keep_their_order_whatever_is_answered_between_them() {
    for (int i = 0; i < 5; i++) {
      nodes.tell(4);
      inTopic(ADA, "/ping");
    }

    nodes.awaitsAllShown();
    awaitsAnswers(5);
    assertThat(nodes.shown().stream().filter(text -> text.contains("word")))
        .isSortedAccordingTo(Comparator.comparingInt(CommandsTest::firstNumber));
  }

  @Test
  void the_menus_are_set_when_they_are_not_as_they_should_be_and_left_alone_then() {
    nodes.awaits(FIRST, "setMyCommands", 2);
    List<JsonObject> menus = calls("setMyCommands").stream().map(CommandsTest::menu).toList();
    assertThat(names("chat", menus)).contains("help", "stats").doesNotContain("quiet", "close");
    assertThat(names("chat_administrators", menus)).contains("help", "stats", "quiet", "close");

    List.copyOf(nodes.vertx.deploymentIDs()).forEach(nodes::stop);
    nodes.start("one", FIRST, NEVER);
    nodes.awaits(FIRST, "getMyCommands", 4);
    inTopic(ADA, "/ping");

    awaitsAnswers(1);
    assertThat(calls("setMyCommands")).hasSize(2);
  }

  private static JsonObject menu(CallRecord call) {
    return new JsonObject(call.args().get("scope"))
        .put("commands", new JsonArray(call.args().get("commands")));
  }

  /** Of the one menu for these; which is set first is left to chance. */
  private static List<String> names(String type, List<JsonObject> menus) {
    return menus.stream()
        .filter(menu -> menu.getString("type").equals(type))
        .flatMap(menu -> menu.getJsonArray("commands").stream())
        .map(one -> ((JsonObject) one).getString("command"))
        .toList();
  }

  private static int firstNumber(String text) {
    return Integer.parseInt(text.replaceAll("(?s)^.*?word (\\d+).*$", "$1"));
  }

  private Optional<Verbosity> verbosity() {
    return result(nodes.store.hushed().verbosity(nodes.topic().session()));
  }

  private void inTopic(long user, String words) {
    nodes.send(words(user, nodes.topic().thread(), words));
  }

  private void outside(long user, String words) {
    nodes.send(words(user, 0, words));
  }

  private static JsonObject words(long user, long thread, String text) {
    return new JsonObject().put("user", user).put("thread", thread).put("text", text);
  }

  private void awaitsAnswer(String words) {
    nodes.awaits(
        calls ->
            answering(calls).stream().anyMatch(call -> call.args().get("text").contains(words)));
  }

  private void awaitsAnswers(int count) {
    nodes.awaits(calls -> answering(calls).size() >= count);
  }

  private List<String> answers() {
    return answering().stream().map(call -> call.args().get("text")).toList();
  }

  private List<CallRecord> answering() {
    return answering(nodes.calls());
  }

  private static List<CallRecord> answering(List<CallRecord> calls) {
    return calls.stream()
        .filter(call -> Nodes.isCall(call, "sendMessage") && call.committed())
        .filter(call -> call.args().containsKey("reply_parameters"))
        .toList();
  }

  /** Messages of sessions. */
  private static List<CallRecord> sent(List<CallRecord> calls) {
    return calls.stream()
        .filter(call -> Nodes.isCall(call, "sendMessage") && call.committed())
        .filter(call -> call.chatId() == CHAT && !call.args().containsKey("reply_parameters"))
        .toList();
  }

  private static boolean shown(List<CallRecord> calls, String words) {
    return sent(calls).stream().anyMatch(call -> call.args().get("text").contains(words));
  }

  private List<CallRecord> calls(String method) {
    return nodes.calls().stream().filter(call -> Nodes.isCall(call, method)).toList();
  }

  private List<CallRecord> toPrivate(long user) {
    return calls("sendMessage").stream().filter(call -> call.chatId() == user).toList();
  }

  private static boolean isSilent(CallRecord call) {
    return "true".equals(call.args().get("disable_notification"));
  }
}
