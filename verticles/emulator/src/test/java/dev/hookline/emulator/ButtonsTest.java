package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static dev.hookline.emulator.Running.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a pressed button to the bot's answer. */
class ButtonsTest {

  private final Running running = Running.onVirtualTime(new JsonObject().put("flood", false));

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void tells_the_bot_who_pressed_what_below_which_message() {
    int message = question();
    tap(message);

    JsonObject query = query();

    assertThat(query.getString("data")).isEqualTo("allow:17");
    assertThat(query.getJsonObject("from").getLong("id")).isEqualTo(EmulatorOptions.USER);
    assertThat(query.getJsonObject("message").getInteger("message_id")).isEqualTo(message);
  }

  @Test
  void brings_the_bots_answer_to_who_pressed() {
    Future<JsonObject> tap =
        running.control().tap(CHAT, question(), "allow:17", Duration.ofSeconds(5));

    running.ok("answerCallbackQuery", answer(query().getString("id")));

    assertThat(await(tap).getJsonObject("answer"))
        .isEqualTo(
            new JsonObject().put("text", "Allowed").put("show_alert", true).put("url", null));
  }

  @Test
  void waits_for_the_bots_answer_no_longer_than_asked_to() {
    Future<JsonObject> tap =
        running.control().tap(CHAT, question(), "allow:17", Duration.ofSeconds(5));

    await(running.control().advance(Duration.ofSeconds(5)));

    assertThat(await(tap).getJsonObject("answer")).isNull();
  }

  @Test
  void takes_no_answer_after_two_and_a_half_minutes() {
    tap(question());
    String id = query().getString("id");
    await(running.control().advance(Duration.ofSeconds(151)));

    assertThat(running.refusal("answerCallbackQuery", answer(id)))
        .isEqualTo(
            "Bad Request: query is too old and response timeout expired or query ID is invalid");
  }

  @Test
  void forgets_a_pressed_button_that_nobody_heard_of_in_time() {
    tap(question());
    await(running.control().advance(Duration.ofSeconds(151)));

    assertThat(running.ok("getUpdates", new JsonObject()).getJsonArray("result")).isEmpty();
  }

  @Test
  void knows_when_there_is_no_such_button() {
    assertThatThrownBy(() -> await(running.control().tap(CHAT, question(), "deny", Duration.ZERO)))
        .hasMessageContaining("has no button with that data");
  }

  @Test
  void takes_the_buttons_away_with_new_words_and_no_new_buttons() {
    int message = question();

    running.ok(
        "editMessageText", in(CHAT).put("message_id", message).put("text", "Allowed by Ada"));

    JsonObject shown = await(running.control().messages(CHAT, 1)).get(1);
    assertThat(shown.getJsonObject("message").containsKey("reply_markup")).isFalse();
    assertThat(shown.getJsonArray("edits").getJsonObject(0).getJsonObject("reply_markup"))
        .isNotNull();
  }

  private int question() {
    JsonObject button = new JsonObject().put("text", "Allow").put("callback_data", "allow:17");
    JsonObject keyboard =
        new JsonObject().put("inline_keyboard", new JsonArray().add(new JsonArray().add(button)));
    return running
        .ok("sendMessage", in(CHAT).put("text", "May I?").put("reply_markup", keyboard))
        .getJsonObject("result")
        .getInteger("message_id");
  }

  private void tap(int message) {
    await(running.control().tap(CHAT, message, "allow:17", Duration.ZERO));
  }

  private JsonObject query() {
    return running
        .ok("getUpdates", new JsonObject())
        .getJsonArray("result")
        .getJsonObject(0)
        .getJsonObject("callback_query");
  }

  private static JsonObject answer(String id) {
    return new JsonObject()
        .put("callback_query_id", id)
        .put("text", "Allowed")
        .put("show_alert", true);
  }
}
