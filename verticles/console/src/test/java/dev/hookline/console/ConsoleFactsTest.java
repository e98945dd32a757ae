package dev.hookline.console;

import static dev.hookline.console.Browser.await;
import static dev.hookline.console.Given.NOW;
import static dev.hookline.console.Given.chat;
import static dev.hookline.console.Given.facts;
import static dev.hookline.console.Given.parked;
import static dev.hookline.console.Given.session;
import static dev.hookline.console.Given.totals;
import static dev.hookline.console.Given.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.console.Browser.Answer;
import dev.hookline.console.Browser.Socket;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.SessionTopic.State;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person sees, and how soon. */
class ConsoleFactsTest {

  private final OpenConsole console = new OpenConsole();
  private final Board board = console.board();
  private final Browser browser = console.browser();

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void tells_the_facts_as_json() {
    board.show(
        new Facts(
            NOW,
            totals(9, 3, 1),
            List.of(session("idle", State.BOUND, 0), session("s1", State.NEEDED, 3)),
            7,
            2,
            List.of(chat(5)),
            List.of(trouble("PARKED", "Bad Request: chat not found")),
            List.of(parked(4))));
    browser.signIn(console.link());

    JsonObject snapshot = browser.get("/api/snapshot").json();

    assertThat(snapshot.getLong("asOf")).isEqualTo(NOW.toEpochMilli());
    assertThat(snapshot.getJsonObject("health").getString("words"))
        .isEqualTo("1 of 9 events could not be shown; 3 waiting: its topic is being created");
    assertThat(snapshot.getJsonArray("sessions")).hasSize(2);
    assertThat(snapshot.getLong("moreSessions")).isEqualTo(5);
    assertThat(snapshot.getLong("asking")).isEqualTo(2);
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
                .put("link", "https://t.me/c/1234567890/7")
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
    assertThat(snapshot.getJsonArray("parked").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("session", "s1")
                .put("name", "s1")
                .put("position", 4)
                .put("what", "tool start")
                .put("reason", "too strange")
                .put("since", NOW.toEpochMilli()));
  }

  @Test
  void tells_of_a_session_that_waits_however_many_were_active_since() {
    List<SessionSummary> many =
        IntStream.range(0, 101)
            .mapToObj(i -> session("s-" + i, State.BOUND, i == 100 ? 1 : 0))
            .toList();
    board.show(facts(totals(1010, 1, 0), many, chat(0)));
    browser.signIn(console.link());

    JsonObject snapshot = browser.get("/api/snapshot").json();

    assertThat(snapshot.getJsonArray("sessions").getJsonObject(0).getString("id"))
        .isEqualTo("s-100");
    assertThat(snapshot.getJsonArray("sessions")).hasSize(101).doesNotHaveDuplicates();
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

    Addresses.CHAT_HINT.tellAll(console.vertx().eventBus(), new ChatHint(Given.CHAT));

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
      Addresses.CHAT_HINT.tellAll(console.vertx().eventBus(), new ChatHint(Given.CHAT));
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
      Addresses.CHAT_HINT.tellAll(console.vertx().eventBus(), new ChatHint(Given.CHAT));
      TimeUnit.MILLISECONDS.sleep(5); // a stream of hints, not a wait for something
    }

    assertThat(board.looks()).isEqualTo(before);
  }

  private Socket look() {
    browser.signIn(console.link());
    browser.origin = "http://127.0.0.1:" + console.port();
    Socket socket = await(browser.bridge());
    socket.send(Socket.frame("register", LiveView.ADDRESS));
    return socket;
  }
}
