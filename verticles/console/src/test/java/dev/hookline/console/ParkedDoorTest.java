package dev.hookline.console;

import static dev.hookline.console.Given.chat;
import static dev.hookline.console.Given.facts;
import static dev.hookline.console.Given.parked;
import static dev.hookline.console.Given.session;
import static dev.hookline.console.Given.totals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.console.Browser.Answer;
import dev.hookline.store.SessionTopic.State;
import dev.hookline.store.StoreUnavailableException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was given up is shown again for who is signed in, and for nobody else. */
class ParkedDoorTest {

  private static final String JSON = "application/json";
  private static final String FOURTH = "{\"entries\":[{\"session\":\"s1\",\"position\":4}]}";

  private final OpenConsole console = new OpenConsole();
  private final Board board = console.board();
  private final Browser browser = console.browser();

  @BeforeEach
  void park() {
    Facts before = facts(totals(9, 0, 2), List.of(session("s1", State.BOUND, 0)), chat(5));
    board.show(
        new Facts(
            before.asOf(),
            before.totals(),
            before.sessions(),
            before.all(),
            before.asking(),
            before.chats(),
            List.of(),
            List.of(parked(4), parked(7))));
    browser.signIn(console.link());
    browser.origin = "http://127.0.0.1:" + console.port();
  }

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void shows_again_what_is_named() {
    Answer answer = post(JSON, FOURTH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getInteger("again")).isEqualTo(1);
    assertThat(board.again()).containsExactly("s1 4");
  }

  @Test
  void says_how_many_of_them_were_still_there() {
    String three =
        IntStream.of(4, 5, 7)
            .mapToObj(position -> "{\"session\":\"s1\",\"position\":" + position + "}")
            .collect(Collectors.joining(","));

    assertThat(post(JSON, "{\"entries\":[" + three + "]}").json().getInteger("again")).isEqualTo(2);
  }

  @Test
  void needs_the_cookie() {
    browser.cookie = null;

    assertThat(post(JSON, FOURTH).status()).isEqualTo(401);
    assertThat(board.again()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://localhost:1"})
  void refuses_what_another_site_makes_a_browser_ask_for(String origin) {
    browser.origin = origin;

    assertThat(post(JSON, FOURTH).status()).isEqualTo(403);
    assertThat(board.again()).isEmpty();
  }

  @Test
  void refuses_what_does_not_say_where_it_comes_from() {
    browser.origin = null;

    assertThat(post(JSON, FOURTH).status()).isEqualTo(403);
    assertThat(board.again()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/json-not"})
  void refuses_what_a_form_could_send(String type) {
    assertThat(post(type, FOURTH).status()).isEqualTo(415);
    assertThat(board.again()).isEmpty();
  }

  @Test
  void cannot_be_asked_by_a_link() {
    assertThat(browser.get("/api/parked/again").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "7",
        "{\"entries\":[]}",
        "{\"entries\":[7]}",
        "{\"entries\":[{\"session\":\"s1\"}]}",
        "{\"entries\":[{\"position\":4}]}",
        "{\"entries\":[{\"session\":\"\",\"position\":4}]}",
        "{\"entries\":[{\"session\":\"s1\",\"position\":\"4\"}]}"
      })
  void says_what_it_wants_when_it_understands_nothing(String body) {
    Answer answer = post(JSON, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains("\"entries\"");
  }

  @Test
  void takes_no_more_than_a_page_can_ask_for() {
    String entry = "{\"session\":\"s1\",\"position\":4}";
    String many = "{\"entries\":[" + (entry + ",").repeat(100) + entry + "]}";

    assertThat(post(JSON, many).status()).isEqualTo(400);
    assertThat(post(JSON, " ".repeat(70_000) + FOURTH).status()).isEqualTo(413);
    assertThat(board.again()).isEmpty();
  }

  @Test
  void says_that_it_is_not_possible_while_the_store_is_away() {
    board.breakDown(new StoreUnavailableException("gone", null));

    assertThat(post(JSON, FOURTH).status()).isEqualTo(503);
  }

  private Answer post(String type, String body) {
    return browser.post("/api/parked/again", type, body);
  }
}
