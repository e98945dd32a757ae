package dev.hookline.telegram;

import static dev.hookline.telegram.Nodes.FIRST;
import static dev.hookline.telegram.Nodes.NEVER;
import static dev.hookline.testkit.Waits.result;
import static dev.hookline.testkit.Waits.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.Fault;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.ReadUpdates;
import dev.hookline.store.SessionTopic.State;
import dev.hookline.telegram.webhook.WebhookOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates that Telegram posts, to real doors, from an emulated Telegram. */
class PostedUpdatesTest {

  private static final String SECRET = "a-secret-of-the-test";
  private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path directory;
  private Nodes nodes;
  private URI url;

  @BeforeEach
  void open() throws IOException {
    nodes = Nodes.in(directory);
    nodes.openTopic(FIRST);
    url = URI.create("http://127.0.0.1:" + freePort() + "/telegram");
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void an_update_may_come_to_any_node_and_is_handled_by_the_one_that_serves_the_chat()
      throws IOException {
    // Given: the one that serves the chat has Telegram post to the other
    nodes.start("one", FIRST, new WebhookOptions(url, "127.0.0.1", freePort(), SECRET));
    nodes.start("two", FIRST, door());
    nodes.awaits(FIRST, "setWebhook", 1);

    // When
    nodes.person("topic/close", thread());

    // Then
    until("a closed topic", () -> nodes.topic().state() == State.CLOSED);
    assertThat(nodes.calls()).noneMatch(call -> Nodes.isCall(call, "getUpdates"));
  }

  @Test
  void whoever_asks_is_told_when_everything_is_stored_and_handled() {
    // Given
    nodes.start("one", FIRST, door());
    nodes.awaits(FIRST, "setWebhook", 1);
    nodes.person("topic/close", thread());

    // When
    result(Addresses.READ_UPDATES.request(nodes.vertx.eventBus(), new ReadUpdates(), PATIENCE));

    // Then
    assertThat(nodes.topic().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_post_is_taken_once_it_is_stored_and_also_when_it_comes_again() throws Exception {
    // Given
    telegramPostsNothing();
    nodes.start("one", FIRST, door());

    // When
    int first = post("POST", "/telegram", SECRET, update(7));
    int second = post("POST", "/telegram", SECRET, update(7));

    // Then
    assertThat(first).isEqualTo(200);
    assertThat(second).isEqualTo(200);
    assertThat(result(nodes.store.updates().nextOffset(FIRST.botId()))).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /telegram, , 401",
    "POST, /telegram, a-secret-of-the-tesT, 401",
    "POST, /telegram, a-secret-of-the-test-and-more, 401",
    "POST, /, a-secret-of-the-test, 404",
    "GET, /telegram, a-secret-of-the-test, 405"
  })
  void what_is_not_telegrams_post_is_refused_and_not_kept(
      String method, String path, String secret, int status) throws Exception {
    // Given
    telegramPostsNothing();
    nodes.start("one", FIRST, door());

    // When
    int answered = post(method, path, secret, update(7));

    // Then
    assertThat(answered).isEqualTo(status);
    assertThat(result(nodes.store.updates().nextOffset(FIRST.botId()))).isZero();
  }

  @Test
  void what_is_no_update_is_refused() throws Exception {
    nodes.start("one", FIRST, door());

    assertThat(post("POST", "/telegram", SECRET, "no JSON")).isEqualTo(400);
    assertThat(post("POST", "/telegram", SECRET, "{}")).isEqualTo(400);
    assertThat(post("POST", "/telegram", SECRET, " ".repeat(2_000_000))).isEqualTo(413);
  }

  @Test
  void an_update_that_cannot_be_stored_is_asked_for_again() throws Exception {
    // Given
    nodes.start("one", FIRST, door());
    nodes.awaits(FIRST, "setWebhook", 1);
    result(nodes.store.close());

    // When
    int answered = post("POST", "/telegram", SECRET, update(7));

    // Then
    assertThat(answered).isEqualTo(503);
  }

  @Test
  void a_node_that_asks_for_updates_removes_the_webhook_of_an_earlier_one() {
    // Given
    String one = nodes.start("one", FIRST, door());
    nodes.awaits(FIRST, "setWebhook", 1);
    nodes.stop(one);
    nodes.person("topic/close", thread());

    // When
    nodes.start("one", FIRST, NEVER);

    // Then
    until("a closed topic", () -> nodes.topic().state() == State.CLOSED);
    nodes.awaits(FIRST, "deleteWebhook", 1);
  }

  private void telegramPostsNothing() {
    nodes.fault(Fault.on("setWebhook").times(1_000).doing("drop_before_commit"));
  }

  private WebhookOptions door() {
    return new WebhookOptions(url, "127.0.0.1", url.getPort(), SECRET);
  }

  private JsonObject thread() {
    return new JsonObject().put("thread", nodes.topic().thread());
  }

  private int post(String method, String path, String secret, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body));
    if (secret != null) {
      request.header(HEADER, secret);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static String update(int id) {
    return new JsonObject().put("update_id", id).encode();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
