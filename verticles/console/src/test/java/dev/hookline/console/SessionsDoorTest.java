package dev.hookline.console;

import static dev.hookline.console.Given.chat;
import static dev.hookline.console.Given.facts;
import static dev.hookline.console.Given.session;
import static dev.hookline.console.Given.totals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.console.Browser.Answer;
import dev.hookline.store.SessionSearch;
import dev.hookline.store.SessionSearch.Only;
import dev.hookline.store.SessionTopic.State;
import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for in the address is looked for in the store. */
class SessionsDoorTest {

  private final OpenConsole console = new OpenConsole();
  private final Board board = console.board();
  private final Browser browser = console.browser();

  @BeforeEach
  void signIn() {
    browser.signIn(console.link());
  }

  @AfterEach
  void close() {
    console.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', ALL",
    "?find=shop, shop, ALL",
    "?find=%20the%20shop%20, the shop, ALL",
    "?find=100%25_!&only=waiting, 100%_!, WAITING",
    "?only=ended, '', ENDED",
    "?only=asking&find=, '', ASKING"
  })
  void looks_for_what_the_address_says(String query, String text, Only only) {
    assertThat(browser.get("/api/sessions" + query).status()).isEqualTo(200);
    assertThat(board.searched()).containsExactly(new SessionSearch(text, only));
  }

  @Test
  void tells_of_a_session_what_the_snapshot_tells() {
    board.show(facts(totals(10, 3, 0), List.of(session("s1", State.NEEDED, 3)), chat(5)));

    JsonObject found = browser.get("/api/sessions?find=s1").json();

    assertThat(found.getJsonArray("sessions"))
        .isEqualTo(browser.get("/api/snapshot").json().getJsonArray("sessions"));
    assertThat(found.getLong("more")).isZero();
  }

  @Test
  void finds_a_hundred_and_says_how_many_more_there_are() {
    board.show(
        facts(
            totals(1300, 0, 0),
            IntStream.range(0, 130).mapToObj(i -> session("s-" + i, State.BOUND, 0)).toList(),
            chat(5)));

    JsonObject found = browser.get("/api/sessions").json();

    assertThat(found.getJsonArray("sessions")).hasSize(100);
    assertThat(found.getLong("more")).isEqualTo(30);
  }

  @Test
  void names_what_it_knows_when_it_is_asked_for_something_else() {
    Answer answer = browser.get("/api/sessions?only=Waiting");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail"))
        .isEqualTo(
            "The parameter only is \"Waiting\": write one of all, waiting, parked, asking, ended.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%00b", "%00"})
  void refuses_a_text_that_the_databases_take_differently(String text) {
    Answer answer = browser.get("/api/sessions?find=" + text);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains("NUL");
    assertThat(board.searched()).isEmpty();
  }

  @Test
  void refuses_a_text_that_is_too_long() {
    assertThat(browser.get("/api/sessions?find=" + "a".repeat(200)).status()).isEqualTo(200);
    assertThat(browser.get("/api/sessions?find=" + "a".repeat(201)).status()).isEqualTo(400);
  }

  @Test
  void says_that_it_is_not_possible_while_the_store_is_away() {
    board.breakDown(new StoreUnavailableException("gone", null));

    assertThat(browser.get("/api/sessions").status()).isEqualTo(503);
  }
}
