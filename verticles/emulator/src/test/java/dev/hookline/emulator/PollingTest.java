package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long polls and what waits for them, on time that moves only when the test says so. */
class PollingTest {

  private final Running running = Running.onVirtualTime(new JsonObject().put("flood", false));

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void answers_a_waiting_poll_as_soon_as_there_is_something_to_tell() {
    CompletableFuture<HttpResponse<String>> poll = beginPoll();

    say("hello");

    assertThat(texts(new JsonObject(poll.join().body()))).containsExactly("hello");
  }

  @Test
  void answers_a_waiting_poll_with_nothing_when_its_time_is_over() {
    CompletableFuture<HttpResponse<String>> poll = beginPoll();
    advance(Duration.ofMillis(29_999));
    assertThat(poll).isNotDone();

    advance(Duration.ofMillis(1));

    assertThat(new JsonObject(poll.join().body()).getJsonArray("result")).isEmpty();
  }

  @Test
  void ends_the_older_poll_when_a_newer_one_comes() {
    CompletableFuture<HttpResponse<String>> older = beginPoll();

    CompletableFuture<HttpResponse<String>> newer = beginPoll();

    assertThat(older.join().statusCode()).isEqualTo(409);
    assertThat(new JsonObject(older.join().body()).getString("description"))
        .isEqualTo(
            "Conflict: terminated by other getUpdates request; make sure that only one bot"
                + " instance is running");
    assertThat(newer).isNotDone();
  }

  @Test
  void tells_the_second_conflict_in_a_row_three_seconds_late() {
    beginPoll();
    CompletableFuture<HttpResponse<String>> second = beginPoll();
    beginPoll();
    advance(Duration.ofMillis(2_999));
    assertThat(second).isNotDone();

    advance(Duration.ofMillis(1));

    assertThat(second.join().statusCode()).isEqualTo(409);
  }

  @Test
  void tells_again_what_was_not_confirmed_and_forgets_what_was() {
    say("one");
    say("two");

    assertThat(texts(updates(new JsonObject()))).containsExactly("one", "two");
    List<Integer> ids = ids(updates(new JsonObject()));
    assertThat(ids.get(1)).isEqualTo(ids.get(0) + 1);
    assertThat(texts(updates(new JsonObject().put("offset", ids.get(1))))).containsExactly("two");
    assertThat(texts(updates(new JsonObject().put("offset", ids.get(0))))).containsExactly("two");
  }

  @Test
  void keeps_only_the_last_ones_for_a_negative_offset() {
    say("one");
    say("two");
    say("three");

    assertThat(texts(updates(new JsonObject().put("offset", -2)))).containsExactly("two", "three");
    assertThat(texts(updates(new JsonObject()))).containsExactly("two", "three");
  }

  @Test
  void tells_no_more_than_asked_for_at_once() {
    say("one");
    say("two");

    assertThat(texts(updates(new JsonObject().put("limit", 1)))).containsExactly("one");
    assertThat(texts(updates(new JsonObject().put("limit", -7)))).containsExactly("one");
  }

  @Test
  void remembers_which_kinds_were_asked_for_until_others_are() {
    updates(new JsonObject().put("allowed_updates", new JsonArray().add("callback_query")));
    say("not wanted");
    assertThat(texts(updates(new JsonObject()))).isEmpty();

    updates(new JsonObject().put("allowed_updates", new JsonArray()));
    say("wanted");

    assertThat(texts(updates(new JsonObject()))).containsExactly("wanted");
  }

  @Test
  void forgets_what_nobody_asked_for_in_a_day() {
    say("old");
    advance(Duration.ofHours(23));
    say("young");
    advance(Duration.ofHours(1));

    assertThat(texts(updates(new JsonObject()))).containsExactly("young");
  }

  @Test
  void keeps_updates_back_while_it_is_told_to() {
    await(running.control().turn(new JsonObject().put("hold_updates", true)));
    say("held");
    assertThat(texts(updates(new JsonObject()))).isEmpty();
    CompletableFuture<HttpResponse<String>> poll = beginPoll();

    await(running.control().turn(new JsonObject().put("hold_updates", false)));

    assertThat(texts(new JsonObject(poll.join().body()))).containsExactly("held");
  }

  @Test
  void answers_polls_with_a_server_error_while_it_is_told_to() {
    await(running.control().turn(new JsonObject().put("updates_outage", true)));

    assertThat(running.call("getUpdates", new JsonObject()).getInteger("error_code"))
        .isEqualTo(502);
  }

  @Test
  void keeps_the_bots_own_service_updates_away_while_it_is_told_to() {
    await(running.control().turn(new JsonObject().put("own_updates", "off")));
    running.topic("unheard of");

    assertThat(ids(updates(new JsonObject()))).isEmpty();
  }

  @Test
  void tells_the_bots_own_service_updates_late_while_it_is_told_to() {
    await(
        running
            .control()
            .turn(
                new JsonObject()
                    .put("own_updates", "delayed")
                    .put("own_updates_delay_millis", 5_000)));
    running.topic("later");
    assertThat(ids(updates(new JsonObject()))).isEmpty();

    advance(Duration.ofSeconds(5));

    assertThat(ids(updates(new JsonObject()))).hasSize(1);
  }

  @Test
  void tells_the_bots_own_service_updates_twice_while_it_is_told_to() {
    await(running.control().turn(new JsonObject().put("own_updates", "twice")));
    running.topic("twice");

    assertThat(ids(updates(new JsonObject()))).hasSize(2);
  }

  private CompletableFuture<HttpResponse<String>> beginPoll() {
    int before = running.journal().calls("getUpdates").size();
    CompletableFuture<HttpResponse<String>> poll =
        running.post("getUpdates", new JsonObject().put("timeout", 30));
    running.awaitCalls("getUpdates", before + 1);
    return poll;
  }

  private void say(String text) {
    await(running.control().send(CHAT, 0, text));
  }

  private void advance(Duration span) {
    await(running.control().advance(span));
  }

  private JsonObject updates(JsonObject args) {
    return running.ok("getUpdates", args);
  }

  private static List<String> texts(JsonObject answer) {
    return answer.getJsonArray("result").stream()
        .map(update -> ((JsonObject) update).getJsonObject("message").getString("text"))
        .toList();
  }

  private static List<Integer> ids(JsonObject answer) {
    return answer.getJsonArray("result").stream()
        .map(update -> ((JsonObject) update).getInteger("update_id"))
        .toList();
  }
}
