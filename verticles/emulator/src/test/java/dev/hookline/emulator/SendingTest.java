package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static dev.hookline.emulator.Running.in;
import static dev.hookline.emulator.Running.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sending, editing and deleting messages: what is checked, and in which order. */
class SendingTest {

  private final Running running = new Running();

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void asks_for_the_text_then_the_chat_then_the_topic_then_what_is_answered_then_what_is_said() {
    JsonObject allWrong =
        to(99)
            .put("chat_id", -5)
            .put("reply_parameters", new JsonObject().put("message_id", 77))
            .put("text", "");

    assertThat(running.refusal("sendMessage", allWrong))
        .isEqualTo("Bad Request: message text is empty");
    assertThat(running.refusal("sendMessage", allWrong.put("text", " ")))
        .isEqualTo("Bad Request: chat not found");
    assertThat(running.refusal("sendMessage", allWrong.put("chat_id", CHAT)))
        .isEqualTo("Bad Request: message thread not found");
    int thread = running.topic("here");
    assertThat(running.refusal("sendMessage", allWrong.put("message_thread_id", thread)))
        .isEqualTo("Bad Request: message to be replied not found");
    allWrong.remove("reply_parameters");
    assertThat(running.refusal("sendMessage", allWrong))
        .isEqualTo("Bad Request: text must be non-empty");
  }

  @Test
  void tells_a_living_topic_from_a_dead_one_by_a_text_that_says_nothing() {
    int living = running.topic("living");

    assertThat(running.refusal("sendMessage", to(living).put("text", " ")))
        .isEqualTo("Bad Request: text must be non-empty");
    assertThat(running.refusal("sendMessage", to(Integer.MAX_VALUE).put("text", " ")))
        .isEqualTo("Bad Request: message thread not found");
  }

  @Test
  void never_finds_a_topic_again_that_was_asked_for_before_it_was_there() {
    running.refusal("sendMessage", to(2).put("text", " "));

    assertThat(running.topic("too late")).isEqualTo(2);
    assertThat(running.refusal("sendMessage", to(2).put("text", "hello")))
        .isEqualTo("Bad Request: message thread not found");
  }

  @Test
  void finds_no_thread_with_generals_id() {
    assertThat(running.refusal("sendMessage", to(1).put("text", "hello")))
        .isEqualTo("Bad Request: message thread not found");
  }

  @Test
  void believes_for_a_while_that_a_topic_lives() {
    int thread = running.topic("soon gone");
    running.message(thread, "hello");
    await(running.control().act("topic/delete", CHAT, new JsonObject().put("thread", thread)));

    assertThat(running.refusal("sendMessage", to(thread).put("text", "still there?")))
        .isEqualTo("Bad Request: TOPIC_DELETED");
  }

  @Test
  void shows_the_topics_root_as_what_a_message_answers() {
    int thread = running.topic("named · a1b2");

    JsonObject sent =
        running.ok("sendMessage", to(thread).put("text", "hello")).getJsonObject("result");

    assertThat(sent.getBoolean("is_topic_message")).isTrue();
    assertThat(
            sent.getJsonObject("reply_to_message")
                .getJsonObject("forum_topic_created")
                .getString("name"))
        .isEqualTo("named · a1b2");
  }

  @Test
  void shows_what_a_message_answers_on_purpose_instead_of_the_root() {
    int thread = running.topic("talk");
    int question = running.message(thread, "well?");

    JsonObject sent =
        running
            .ok(
                "sendMessage",
                to(thread)
                    .put("text", "yes")
                    .put("reply_parameters", new JsonObject().put("message_id", question)))
            .getJsonObject("result");

    assertThat(sent.getJsonObject("reply_to_message").getString("text")).isEqualTo("well?");
  }

  @Test
  void counts_a_texts_length_in_code_points() {
    running.ok("sendMessage", in(CHAT).put("text", "😀".repeat(4096)));

    assertThat(running.refusal("sendMessage", in(CHAT).put("text", "😀".repeat(4097))))
        .isEqualTo("Bad Request: message is too long");
  }

  @Test
  void counts_a_texts_length_after_its_ends_are_trimmed() {
    JsonObject sent =
        running
            .ok("sendMessage", in(CHAT).put("text", " \n" + "x".repeat(4096) + "\n "))
            .getJsonObject("result");

    assertThat(sent.getString("text")).isEqualTo("x".repeat(4096));
  }

  @Test
  void lets_only_who_may_manage_topics_write_in_a_closed_one() {
    await(running.control().act("topic/create", CHAT, new JsonObject().put("name", "users")));
    await(running.control().act("topic/close", CHAT, new JsonObject().put("thread", 2)));
    running.message(2, "the bot is an administrator");
    await(
        running
            .control()
            .act("members", CHAT, new JsonObject().put("member", 1000001).put("status", "member")));

    assertThat(running.refusal("sendMessage", to(2).put("text", "hello")))
        .isEqualTo("Bad Request: TOPIC_CLOSED");
  }

  @Test
  void refuses_a_bot_that_was_thrown_out() {
    await(
        running
            .control()
            .act("members", CHAT, new JsonObject().put("member", 1000001).put("status", "kicked")));

    JsonObject answer = running.call("sendMessage", in(CHAT).put("text", "hello"));

    assertThat(answer.getInteger("error_code")).isEqualTo(403);
    assertThat(answer.getString("description"))
        .isEqualTo("Forbidden: bot was kicked from the supergroup chat");
  }

  @Test
  void refuses_a_buttons_data_by_its_bytes() {
    assertThat(running.refusal("sendMessage", button("ä".repeat(33))))
        .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    running.ok("sendMessage", button("ä".repeat(32)));
  }

  @Test
  void edits_its_own_messages_only_and_only_what_changes() {
    int own = running.message(0, "before");
    int other = await(running.control().send(CHAT, 0, "a user's")).getInteger("message_id");

    assertThat(running.refusal("editMessageText", edit(own, "before")))
        .startsWith("Bad Request: message is not modified: specified new message content");
    assertThat(running.refusal("editMessageText", edit(other, "mine")))
        .isEqualTo("Bad Request: message can't be edited");
    assertThat(running.refusal("editMessageText", edit(99, "nobody's")))
        .isEqualTo("Bad Request: message to edit not found");
    JsonObject edited = running.ok("editMessageText", edit(own, "after")).getJsonObject("result");
    assertThat(edited.getString("text")).isEqualTo("after");
    assertThat(edited.getInteger("edit_date")).isNotNull();
  }

  @Test
  void tells_an_own_message_from_others_by_an_edit_that_changes_nothing() {
    int own = running.message(0, "mine");
    int other = await(running.control().send(CHAT, 0, "a user's")).getInteger("message_id");

    assertThat(running.refusal("editMessageReplyMarkup", in(CHAT).put("message_id", own)))
        .startsWith("Bad Request: message is not modified");
    assertThat(running.refusal("editMessageReplyMarkup", in(CHAT).put("message_id", other)))
        .isEqualTo("Bad Request: message can't be edited");
  }

  @Test
  void deletes_messages_but_no_topics_root() {
    int thread = running.topic("rooted");
    int message = running.message(thread, "hello");

    running.ok("deleteMessage", in(CHAT).put("message_id", message));
    assertThat(running.refusal("deleteMessage", in(CHAT).put("message_id", message)))
        .isEqualTo("Bad Request: message to delete not found");
    assertThat(running.refusal("deleteMessage", in(CHAT).put("message_id", thread)))
        .isEqualTo("Bad Request: message can't be deleted");
  }

  private static JsonObject edit(int message, String text) {
    return in(CHAT).put("message_id", message).put("text", text);
  }

  private static JsonObject button(String data) {
    JsonObject button = new JsonObject().put("text", "press").put("callback_data", data);
    return in(CHAT)
        .put("text", "choose")
        .put(
            "reply_markup",
            new JsonObject()
                .put("inline_keyboard", new JsonArray().add(new JsonArray().add(button))));
  }
}
