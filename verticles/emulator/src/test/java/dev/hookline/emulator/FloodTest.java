package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static dev.hookline.emulator.Running.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How bots are slowed down, on virtual time: a minute takes no time. */
class FloodTest {

  private static final JsonObject ONLY_THE_GROUPS_LIMIT =
      new JsonObject().put("chat_burst", 1000).put("bot_per_second", 1000);

  private Running running = Running.onVirtualTime(ONLY_THE_GROUPS_LIMIT);

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void takes_twenty_a_minute_in_a_group_and_says_when_there_is_room_again() {
    IntStream.range(0, 20).forEach(i -> running.message(0, "message " + i));
    advance(Duration.ofSeconds(20));

    HttpResponse<String> refused = running.post("sendMessage", hello()).join();

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("40");
    assertThat(new JsonObject(refused.body()))
        .isEqualTo(
            new JsonObject()
                .put("ok", false)
                .put("error_code", 429)
                .put("description", "Too Many Requests: retry after 40")
                .put("parameters", new JsonObject().put("retry_after", 40)));
    advance(Duration.ofSeconds(40));
    running.message(0, "there is room again");
  }

  @Test
  void counts_topics_and_edits_with_the_messages() {
    int thread = running.topic("one");
    int message = running.message(thread, "two");
    running.ok("editMessageText", edit(message, "three"));
    IntStream.range(3, 20).forEach(i -> running.message(thread, "message " + i));

    assertThat(running.call("createForumTopic", in(CHAT).put("name", "n")).getInteger("error_code"))
        .isEqualTo(429);
  }

  @Test
  void counts_edits_apart_when_they_have_a_limit_of_their_own() {
    await(running.control().turn(new JsonObject().put("edit_per_minute", 20)));
    int message = running.message(0, "first");
    IntStream.range(0, 19).forEach(i -> running.message(0, "message " + i));

    running.ok("editMessageText", edit(message, "still allowed"));
  }

  @Test
  void counts_an_album_by_its_pieces() {
    running.close();
    running =
        Running.onVirtualTime(
            new JsonObject()
                .put("chat_burst", 1000)
                .put("bot_per_second", 1000)
                .put("group_per_minute", 3));
    running.message(0, "one");
    running.message(0, "two");
    JsonObject album =
        in(CHAT)
            .put(
                "media",
                "[{\"type\":\"document\",\"media\":\"F\"},{\"type\":\"document\",\"media\":\"F\"}]"
                    .replace("F", document()));

    assertThat(running.call("sendMediaGroup", album).getInteger("error_code")).isEqualTo(429);
  }

  @Test
  void serves_a_short_wait_by_being_slow() {
    IntStream.range(0, 20).forEach(i -> running.message(0, "message " + i));
    advance(Duration.ofSeconds(55));

    CompletableFuture<HttpResponse<String>> held = running.post("sendMessage", hello());
    running.awaitCalls("sendMessage", 21);
    assertThat(held).isNotDone();
    advance(Duration.ofSeconds(5));

    assertThat(held.join().statusCode()).isEqualTo(200);
    assertThat(lastCall().heldMillis()).isEqualTo(5_000);
  }

  @Test
  void refuses_every_wait_when_it_absorbs_none() {
    await(running.control().turn(new JsonObject().put("flood_absorb_seconds", 0)));
    IntStream.range(0, 20).forEach(i -> running.message(0, "message " + i));
    advance(Duration.ofSeconds(55));

    assertThat(running.call("sendMessage", hello()).getJsonObject("parameters"))
        .isEqualTo(new JsonObject().put("retry_after", 5));
  }

  @Test
  void makes_who_comes_back_too_early_wait_longer_each_time() {
    IntStream.range(0, 20).forEach(i -> running.message(0, "message " + i));

    assertThat(retryAfter()).isEqualTo(60);
    assertThat(lastCall().whileClosed()).isFalse();
    assertThat(retryAfter()).isEqualTo(60);
    assertThat(lastCall().whileClosed()).isTrue();
    assertThat(retryAfter()).isEqualTo(120);
    assertThat(retryAfter()).isEqualTo(240);
  }

  @Test
  void lets_three_in_a_row_and_then_one_a_second_into_a_chat() {
    running.close();
    running = Running.onVirtualTime(new JsonObject().put("flood_absorb_seconds", 0));
    IntStream.range(0, 3).forEach(i -> running.message(0, "message " + i));

    assertThat(retryAfter()).isEqualTo(3);
  }

  @Test
  void counts_no_answers_to_buttons() {
    IntStream.range(0, 20).forEach(i -> running.message(0, "message " + i));

    assertThat(
            running.refusal("answerCallbackQuery", new JsonObject().put("callback_query_id", "1")))
        .startsWith("Bad Request: query is too old");
  }

  @Test
  void takes_nothing_from_the_limit_for_what_it_refuses_at_once() {
    IntStream.range(0, 30).forEach(i -> running.refusal("sendMessage", hello().put("text", " ")));

    running.message(0, "there is room");
  }

  private static JsonObject hello() {
    return in(CHAT).put("text", "hello");
  }

  private static JsonObject edit(int message, String text) {
    return in(CHAT).put("message_id", message).put("text", text);
  }

  private String document() {
    JsonObject file = new JsonObject().put("file_name", "a.txt").put("content_base64", "YWJj");
    return await(running.control().act("send", CHAT, new JsonObject().put("document", file)))
        .getJsonObject("message")
        .getJsonObject("document")
        .getString("file_id");
  }

  private int retryAfter() {
    return running
        .call("sendMessage", hello())
        .getJsonObject("parameters")
        .getInteger("retry_after");
  }

  private CallRecord lastCall() {
    return running.journal().records().get(running.journal().records().size() - 1);
  }

  private void advance(Duration span) {
    await(running.control().advance(span));
  }
}
