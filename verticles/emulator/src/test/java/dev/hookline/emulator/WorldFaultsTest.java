package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static dev.hookline.emulator.Running.in;
import static dev.hookline.emulator.Running.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes in the world just before a call, and which calls a rule concerns. */
class WorldFaultsTest {

  private final Running running = new Running();

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void moves_the_chat_to_another_id_with_all_that_is_in_it() {
    int thread = running.topic("moved");
    fault(Fault.on("sendMessage").doing("migrate_chat"));

    JsonObject refusal = running.call("sendMessage", to(thread).put("text", "hello"));

    assertThat(refusal.getString("description"))
        .isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
    long next = refusal.getJsonObject("parameters").getLong("migrate_to_chat_id");
    running.ok("sendMessage", in(next).put("message_thread_id", thread).put("text", "hello"));
  }

  @Test
  void throws_the_bot_out() {
    fault(Fault.on("sendMessage").doing("kick_bot"));

    assertThat(running.refusal("sendMessage", in(CHAT).put("text", "hello")))
        .isEqualTo("Forbidden: bot was kicked from the supergroup chat");
  }

  @Test
  void takes_a_right_away() {
    fault(Fault.on("createForumTopic").doing("remove_right"));

    assertThat(running.refusal("createForumTopic", in(CHAT).put("name", "t")))
        .isEqualTo("Bad Request: not enough rights to create a topic");
  }

  @Test
  void takes_the_topics_away() {
    fault(Fault.on("createForumTopic").doing("disable_forum"));

    assertThat(running.refusal("createForumTopic", in(CHAT).put("name", "t")))
        .isEqualTo("Bad Request: the chat is not a forum");
  }

  @Test
  void lets_a_user_delete_the_topic_that_is_written_to() {
    int thread = running.topic("t");
    fault(Fault.on("sendMessage").doing("user_deletes_topic"));

    assertThat(running.refusal("sendMessage", to(thread).put("text", "hello")))
        .isEqualTo("Bad Request: TOPIC_DELETED");
  }

  @Test
  void lets_a_user_close_reopen_and_rename_the_topic_that_is_written_to() {
    int thread = running.topic("t");
    fault(Fault.on("sendMessage").doing("user_closes_topic"));
    fault(Fault.on("sendMessage").doing("user_reopens_topic"));
    fault(
        Fault.on("sendMessage")
            .doing("user_renames_topic", new JsonObject().put("name", "renamed")));

    running.message(thread, "one");
    assertThat(topic(thread).closed()).isTrue();
    running.message(thread, "two");
    assertThat(topic(thread).closed()).isFalse();
    running.message(thread, "three");
    assertThat(topic(thread).name()).isEqualTo("renamed");
  }

  @Test
  void archives_the_roots_of_all_topics() {
    await(running.control().act("topic/create", CHAT, new JsonObject().put("name", "users")));
    fault(Fault.on("sendMessage").doing("archive_roots"));

    assertThat(running.refusal("sendMessage", to(2).put("text", "hello")))
        .isEqualTo("Bad Request: message thread not found");
  }

  @Test
  void answers_with_fields_that_nobody_knows_and_numbers_that_are_texts() {
    fault(Fault.on("getMe").doing("unknown_fields"));
    fault(Fault.on("getMe").doing("wrong_json_types"));

    assertThat(running.ok("getMe", new JsonObject()).getJsonObject("result").fieldNames())
        .contains("field_of_tomorrow", "id");
    assertThat(running.ok("getMe", new JsonObject()).getJsonObject("result").getValue("id"))
        .isEqualTo("1000001");
  }

  @Test
  void concerns_the_calls_that_a_rule_names_and_no_others() {
    fault(
        Fault.on("SENDMESSAGE")
            .inChat(CHAT)
            .containing("boom")
            .fromThe(2)
            .times(2)
            .doing("status", new JsonObject().put("code", 500)));

    assertThat(codes("boom", "boom", "fine", "boom", "boom"))
        .containsExactly(null, 500, null, 500, null);
  }

  @Test
  void throws_its_dice_the_same_way_for_the_same_seed() {
    List<Integer> first = withHalfOfTheCallsFailing();
    await(running.control().reset(1));

    assertThat(withHalfOfTheCallsFailing()).isEqualTo(first).contains(500).contains((Integer) null);
  }

  @Test
  void says_what_is_wrong_with_a_rule() {
    assertThatThrownBy(() -> fault(Fault.on("sendMessage").doing("explode")))
        .hasMessageContaining("action is \"explode\"; write one of [archive_roots, ");
    assertThatThrownBy(() -> fault(Fault.on().doing("latency", new JsonObject().put("seconds", 3))))
        .hasMessageContaining("latency has no parameter [seconds]");
    assertThatThrownBy(
            () -> fault(Fault.on().doing("hang", new JsonObject().put("millis", "long"))))
        .hasMessageContaining("millis is long; write a number");
  }

  private List<Integer> withHalfOfTheCallsFailing() {
    fault(
        Fault.on("sendMessage")
            .times(0)
            .withProbability(0.5)
            .doing("status", new JsonObject().put("code", 500)));
    return codes(IntStream.range(0, 40).mapToObj(i -> "call " + i).toArray(String[]::new));
  }

  private List<Integer> codes(String... texts) {
    return java.util.Arrays.stream(texts)
        .map(text -> running.call("sendMessage", in(CHAT).put("text", text)))
        .map(answer -> answer.getInteger("error_code"))
        .toList();
  }

  private TopicView topic(int thread) {
    return await(running.control().topics(CHAT)).stream()
        .filter(one -> one.threadId() == thread)
        .findFirst()
        .orElseThrow();
  }

  private void fault(Fault rule) {
    await(running.control().addFault(rule));
  }
}
