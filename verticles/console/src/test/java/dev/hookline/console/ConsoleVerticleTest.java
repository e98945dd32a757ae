package dev.hookline.console;

import static dev.hookline.console.Browser.await;
import static dev.hookline.console.Given.NOW;
import static dev.hookline.console.Given.chat;
import static dev.hookline.console.Given.facts;
import static dev.hookline.console.Given.session;
import static dev.hookline.console.Given.totals;
import static dev.hookline.console.Given.trouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.console.Browser.Answer;
import dev.hookline.console.Browser.Socket;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.store.SessionTopic.State;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleVerticleTest {

  private static final String SECRET = "the-ingest-token-that-nobody-may-see";

  private final Vertx vertx = Vertx.vertx();
  private final Board board =
      new Board(facts(totals(42, 0, 0), List.of(session("s1", State.BOUND, 0)), chat(3)));

  private ConsoleVerticle console;
  private Browser browser;

  @BeforeEach
  void open(@TempDir Path directory) throws IOException {
    Path tokenFile = Files.writeString(directory.resolve("ingest.token"), SECRET + "\n");
    console =
        new ConsoleVerticle(
            new ConsoleOptions("127.0.0.1", 0, tokenFile, 18),
            board,
            Clock.fixed(NOW, ZoneOffset.UTC));
    Addresses.registerCodecs(vertx);
    await(vertx.deployVerticle(console));
    browser = new Browser(vertx, console.port());
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void tells_a_stranger_how_to_get_in_and_nothing_else() {
    Answer answer = browser.get("/");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("./hookline serve").doesNotContain("app.js");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/snapshot", "/eventbus/websocket", "/eventbus/info"})
  void shows_no_facts_without_the_cookie(String path) {
    assertThat(browser.get(path).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hookline_%d=", "hookline_%d=guess", "hookline_1=%s"})
  void takes_no_cookie_that_it_did_not_give(String cookie) {
    browser.cookie = String.format(cookie.replace("%s", ""), console.port());

    assertThat(browser.get("/api/snapshot").status()).isEqualTo(401);
  }

  @Test
  void turns_the_link_into_a_cookie_that_scripts_and_other_sites_cannot_use() {
    Answer answer = browser.get(console.link().substring(console.link().indexOf("/?")));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.response().getHeader("Location")).isEqualTo("/");
    assertThat(answer.response().getHeader("Set-Cookie"))
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict", "Path=/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "guess", SECRET})
  void takes_no_token_but_the_links_own(String token) {
    Answer answer = browser.get("/?token=" + token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.response().getHeader("Set-Cookie")).isNull();
  }

  @Test
  void gives_the_ingest_token_away_neither_in_the_link_nor_in_the_cookie() {
    browser.signIn(console.link());

    assertThat(console.link() + browser.cookie).doesNotContain(SECRET);
    assertThat(console.link())
        .doesNotContain(browser.cookie.substring(browser.cookie.indexOf('=') + 1));
  }

  @Test
  void shows_the_page_to_who_is_signed_in() {
    browser.signIn(console.link());

    Answer answer = browser.get("/");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("/assets/app.js").doesNotContain("<style", "onclick");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/app.js",
        "/assets/bridge.js",
        "/assets/view.js",
        "/assets/words.js",
        "/assets/style.css",
        "/assets/icon.svg",
        "/lit/lit-html.js"
      })
  void serves_every_part_of_the_page_itself(String path) {
    assertThat(browser.get(path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/assets/../index.html", "/assets/%2e%2e/index.html", "/lit/../../MANIFEST.MF"})
  void serves_nothing_beside_the_parts_of_the_page(String path) {
    assertThat(browser.get(path).status()).isNotEqualTo(200);
  }

  @Test
  void lets_the_browser_run_and_embed_nothing_foreign() {
    Answer answer = browser.get("/");

    assertThat(answer.response().getHeader("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http:", "*");
    assertThat(answer.response().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.response().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.response().getHeader("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void refuses_a_foreign_name_that_was_bound_to_this_machine() {
    browser.signIn(console.link());
    browser.host = "evil.example";

    assertThat(browser.get("/api/snapshot").status()).isEqualTo(403);
    assertThat(browser.get(console.link().substring(console.link().indexOf("/?"))).status())
        .isEqualTo(403);
  }

  @Test
  void answers_to_localhost_as_well() {
    browser.host = "localhost";
    browser.signIn(console.link());

    assertThat(browser.get("/api/snapshot").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "http://localhost"})
  void refuses_what_a_foreign_page_asks_for(String origin) {
    browser.signIn(console.link());
    browser.origin = origin;

    assertThat(browser.get("/api/snapshot").status()).isEqualTo(403);
    assertThatThrownBy(() -> await(browser.bridge()))
        .rootCause()
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class,
            rejected -> assertThat(rejected.getStatus()).isEqualTo(403));
  }

  @Test
  void tells_the_facts_as_json() {
    board.show(
        new Facts(
            NOW,
            totals(9, 3, 1),
            List.of(session("idle", State.BOUND, 0), session("s1", State.NEEDED, 3)),
            List.of(chat(5)),
            List.of(trouble("PARKED", "Bad Request: chat not found"))));
    browser.signIn(console.link());

    JsonObject snapshot = browser.get("/api/snapshot").json();

    assertThat(snapshot.getLong("asOf")).isEqualTo(NOW.toEpochMilli());
    assertThat(snapshot.getJsonObject("health").getString("words"))
        .isEqualTo("3 waiting: its topic is being created");
    assertThat(snapshot.getJsonArray("sessions").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("id", "s1")
                .put("name", "s1")
                .put("agent", "claude")
                .put("host", "laptop")
                .put("project", "/src/shop")
                .put("topic", "NEEDED")
                .put("topicWords", "Its topic is being created.")
                .put("generation", 1)
                .put("accepted", 10)
                .put("waiting", 3)
                .put("why", "Its topic is being created.")
                .put("lastEventAt", NOW.toEpochMilli()));
    JsonObject chat = snapshot.getJsonArray("chats").getJsonObject(0);
    assertThat(chat.getInteger("left")).isEqualTo(13);
    assertThat(chat.getString("state")).isEqualTo("OPEN");
    assertThat(snapshot.getJsonArray("troubles").getJsonObject(0).getString("next"))
        .isEqualTo("Add the bot to the group and check telegram.chatId.");
  }

  @Test
  void says_so_when_the_store_cannot_be_read() {
    browser.signIn(console.link());
    board.breakDown(new IOException("disk is gone"));

    Answer answer = browser.get("/api/snapshot");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().getJsonObject("health").getString("words"))
        .isEqualTo("The store cannot be read: disk is gone");
  }

  @Test
  void brings_snapshots_to_who_looks() throws InterruptedException {
    Socket socket = look();

    JsonObject first = socket.next();

    assertThat(first.getString("address")).isEqualTo(LiveView.ADDRESS);
    assertThat(first.getJsonObject("body").getJsonObject("health").getString("words"))
        .isEqualTo("All 42 events shown");
  }

  @Test
  void brings_news_when_a_hint_comes_long_before_the_next_look_is_due() throws Exception {
    Socket socket = look();
    socket.next();
    board.show(facts(totals(43, 0, 0), List.of(), chat(4)));
    long asked = System.nanoTime();

    Addresses.CHAT_HINT.tellAll(vertx.eventBus(), new ChatHint(Given.CHAT));

    assertThat(socket.next().getJsonObject("body").getJsonObject("health").getString("words"))
        .isEqualTo("All 43 events shown");
    assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(3));
  }

  @Test
  void looks_at_the_store_once_a_second_at_most_whatever_is_hinted() throws Exception {
    Socket socket = look();
    socket.next();
    long began = System.nanoTime();
    int before = board.looks();

    while (System.nanoTime() - began < TimeUnit.MILLISECONDS.toNanos(1500)) {
      Addresses.CHAT_HINT.tellAll(vertx.eventBus(), new ChatHint(Given.CHAT));
      TimeUnit.MILLISECONDS.sleep(5); // a stream of hints, not a wait for something
    }

    assertThat(board.looks() - before).isBetween(1, 2);
  }

  @Test
  void answers_many_who_ask_at_once_with_one_look() {
    browser.signIn(console.link());

    for (int i = 0; i < 20; i++) {
      assertThat(browser.get("/api/snapshot").status()).isEqualTo(200);
    }

    assertThat(board.looks()).isBetween(1, 2);
  }

  @Test
  void does_not_look_when_nobody_does() throws Exception {
    Socket socket = look();
    socket.next();
    socket.close();
    int before = board.looks();

    for (int i = 0; i < 300; i++) {
      Addresses.CHAT_HINT.tellAll(vertx.eventBus(), new ChatHint(Given.CHAT));
      TimeUnit.MILLISECONDS.sleep(5); // a stream of hints, not a wait for something
    }

    assertThat(board.looks()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "publish"})
  void lets_nothing_from_a_browser_onto_the_bus(String type) throws InterruptedException {
    BlockingQueue<Object> leaked = new LinkedBlockingQueue<>();
    vertx.eventBus().consumer(LiveView.ADDRESS, message -> leaked.add(message.body()));
    vertx.eventBus().consumer("hookline.session.hint", message -> leaked.add(message.body()));
    browser.signIn(console.link());
    Socket socket = await(browser.bridge());

    socket.send(frame(type, "hookline.session.hint").put("body", new JsonObject()));
    JsonObject first = socket.next();
    socket.send(frame(type, LiveView.ADDRESS).put("body", new JsonObject()));
    JsonObject second = socket.next();

    assertThat(first.getString("body")).isEqualTo("access_denied");
    assertThat(second.getString("body")).isEqualTo("access_denied");
    assertThat(leaked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hookline.chat.hint", "hookline.session.hint", "hookline.telegram.-100.topic"})
  void lets_a_browser_listen_to_one_address_only(String address) throws InterruptedException {
    browser.signIn(console.link());
    Socket socket = await(browser.bridge());

    socket.send(frame("register", address));

    assertThat(socket.next().getString("body")).isEqualTo("access_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.token", "empty.token"})
  void does_not_open_without_a_token(String name, @TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("empty.token"), "\n");
    ConsoleOptions options = new ConsoleOptions("127.0.0.1", 0, directory.resolve(name), 18);

    Future<String> opened =
        vertx.deployVerticle(new ConsoleVerticle(options, board, Clock.systemUTC()));

    assertThatThrownBy(() -> await(opened)).hasStackTraceContaining(name);
  }

  @Test
  void opens_no_other_way_into_the_bridge() {
    browser.signIn(console.link());

    assertThat(browser.get("/eventbus/info").status()).isEqualTo(404);
    assertThat(browser.get("/eventbus/iframe.html").status()).isEqualTo(404);
  }

  private Socket look() {
    browser.signIn(console.link());
    browser.origin = "http://127.0.0.1:" + console.port();
    Socket socket = await(browser.bridge());
    socket.send(frame("register", LiveView.ADDRESS));
    return socket;
  }

  private static JsonObject frame(String type, String address) {
    return new JsonObject().put("type", type).put("address", address);
  }
}
