package dev.hookline.console;

import static dev.hookline.console.Browser.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.console.Browser.Answer;
import dev.hookline.console.Browser.Socket;
import io.vertx.core.Future;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what gets out. */
class ConsoleDoorTest {

  private static final String SECRET = OpenConsole.SECRET;

  private final OpenConsole console = new OpenConsole();
  private final Board board = console.board();
  private final Browser browser = console.browser();

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void tells_a_stranger_how_to_get_in_and_nothing_else() {
    Answer answer = browser.get("/");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("./hookline serve").doesNotContain("app.js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/snapshot",
        "/api/sessions",
        "/api/sessions/s1/timeline",
        "/api/questions",
        "/api/anything",
        "/eventbus/websocket",
        "/eventbus/info"
      })
  void shows_no_facts_without_the_cookie(String path) {
    assertThat(browser.get(path).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/session", "/session?id=s1", "/questions"})
  void shows_every_page_to_who_is_signed_in_and_to_nobody_else(String path) {
    Answer stranger = browser.get(path);
    browser.signIn(console.link());

    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.body()).doesNotContain("app.js");
    assertThat(browser.get(path).body()).contains("/assets/app.js");
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
        "/assets/again.js",
        "/assets/app.js",
        "/assets/ask.js",
        "/assets/bridge.js",
        "/assets/frame.js",
        "/assets/front.js",
        "/assets/questions.js",
        "/assets/search.js",
        "/assets/session.js",
        "/assets/timeline.js",
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

  @ParameterizedTest
  @ValueSource(strings = {"send", "publish"})
  void lets_nothing_from_a_browser_onto_the_bus(String type) throws InterruptedException {
    BlockingQueue<Object> leaked = new LinkedBlockingQueue<>();
    console.vertx().eventBus().consumer(LiveView.ADDRESS, message -> leaked.add(message.body()));
    console
        .vertx()
        .eventBus()
        .consumer("hookline.session.hint", message -> leaked.add(message.body()));
    browser.signIn(console.link());
    Socket socket = await(browser.bridge());

    socket.send(Socket.frame(type, "hookline.session.hint").put("body", new JsonObject()));
    JsonObject first = socket.next();
    socket.send(Socket.frame(type, LiveView.ADDRESS).put("body", new JsonObject()));
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

    socket.send(Socket.frame("register", address));

    assertThat(socket.next().getString("body")).isEqualTo("access_denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.token", "empty.token"})
  void does_not_open_without_a_token(String name, @TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("empty.token"), "\n");
    ConsoleOptions options = new ConsoleOptions("127.0.0.1", 0, directory.resolve(name), 18, "");

    Future<String> opened =
        console
            .vertx()
            .deployVerticle(
                new ConsoleVerticle(options, board, Clock.systemUTC(), System::nanoTime));

    assertThatThrownBy(() -> await(opened)).hasStackTraceContaining(name);
  }

  @Test
  void opens_no_other_way_into_the_bridge() {
    browser.signIn(console.link());

    assertThat(browser.get("/eventbus/info").status()).isEqualTo(404);
    assertThat(browser.get("/eventbus/iframe.html").status()).isEqualTo(404);
  }
}
