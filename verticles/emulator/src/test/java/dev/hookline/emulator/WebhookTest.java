package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.CallRecord.Verdict;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates that are posted to the bot instead of being asked for. */
class WebhookTest {

  private record Post(HttpServerRequest request, JsonObject update) {

    String text() {
      return update.getJsonObject("message").getString("text");
    }

    void answer(int status) {
      request.response().setStatusCode(status).end();
    }
  }

  private final Running running = Running.onVirtualTime(new JsonObject().put("flood", false));
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();

  private String url;

  @BeforeEach
  void listen() {
    HttpServer server =
        running
            .vertx()
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(body -> posts.add(new Post(request, body.toJsonObject()))));
    await(server.listen(0, "127.0.0.1"));
    url = "http://127.0.0.1:" + server.actualPort() + "/hook";
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void posts_with_the_secret_that_was_agreed_on() {
    JsonObject answer =
        running.ok("setWebhook", new JsonObject().put("url", url).put("secret_token", "s3cret"));
    assertThat(answer.getString("description")).isEqualTo("Webhook was set");

    say("hello");

    Post post = next();
    assertThat(post.text()).isEqualTo("hello");
    assertThat(post.request().getHeader("X-Telegram-Bot-Api-Secret-Token")).isEqualTo("s3cret");
  }

  @Test
  void posts_the_updates_of_a_chat_one_at_a_time_and_in_order() {
    set();
    say("one");
    say("two");
    Post one = next();
    assertThat(one.text()).isEqualTo("one");
    assertThat(posts).isEmpty();

    one.answer(200);

    assertThat(next().text()).isEqualTo("two");
  }

  @Test
  void posts_again_after_a_pause_that_doubles_until_it_is_taken() {
    set();
    say("hello");
    refuse(500, 1);
    advance(999);
    assertThat(posts).isEmpty();
    advance(1);
    refuse(500, 2);
    advance(1_999);
    assertThat(posts).isEmpty();
    advance(1);

    Post third = next();

    assertThat(third.text()).isEqualTo("hello");
    assertThat(info().getString("last_error_message"))
        .isEqualTo("Wrong response from the webhook: 500");
    third.answer(204);
    awaitDeliveries(3);
    assertThat(info().getInteger("pending_update_count")).isZero();
  }

  @Test
  void takes_a_webhook_at_its_word_that_says_gone_for_a_day() {
    set();
    say("hello");
    refuse(410, 1);
    advance(Duration.ofHours(23).toMillis());
    refuse(410, 2);

    assertThat(info().getString("url")).isEmpty();
  }

  @Test
  void lets_nobody_poll_while_it_posts() {
    set();

    assertThat(running.refusal("getUpdates", new JsonObject()))
        .isEqualTo(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
                + " delete the webhook first");
    assertThat(running.ok("deleteWebhook", new JsonObject()).getString("description"))
        .isEqualTo("Webhook was deleted");
    running.ok("getUpdates", new JsonObject());
  }

  @Test
  void refuses_addresses_and_secrets_that_telegram_would_not_take() {
    assertThat(running.refusal("setWebhook", new JsonObject().put("url", "http://example.org")))
        .isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
    assertThat(
            running.refusal(
                "setWebhook", new JsonObject().put("url", url).put("secret_token", "a b")))
        .isEqualTo("Bad Request: secret token contains unallowed characters");
  }

  private void set() {
    running.ok("setWebhook", new JsonObject().put("url", url));
  }

  private void say(String text) {
    await(running.control().send(CHAT, 0, text));
  }

  private Post next() {
    try {
      Post post = posts.poll(10, TimeUnit.SECONDS);
      assertThat(post).as("nothing was posted").isNotNull();
      return post;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void refuse(int status, int deliveries) {
    next().answer(status);
    awaitDeliveries(deliveries);
  }

  /** The emulator has heard the answer when the journal has it. */
  private void awaitDeliveries(int count) {
    running.awaitJournal(
        calls -> calls.stream().filter(one -> one.verdict() == Verdict.WEBHOOK).count() >= count);
  }

  private void advance(long millis) {
    await(running.control().advance(Duration.ofMillis(millis)));
  }

  private JsonObject info() {
    return running.ok("getWebhookInfo", new JsonObject()).getJsonObject("result");
  }
}
