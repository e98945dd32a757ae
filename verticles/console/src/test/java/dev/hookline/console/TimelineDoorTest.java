package dev.hookline.console;

import static dev.hookline.console.Given.NOW;
import static dev.hookline.console.Given.chat;
import static dev.hookline.console.Given.facts;
import static dev.hookline.console.Given.session;
import static dev.hookline.console.Given.totals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.console.Browser.Answer;
import dev.hookline.messages.EventType;
import dev.hookline.store.SentMessage;
import dev.hookline.store.SessionTopic.State;
import dev.hookline.store.StoreUnavailableException;
import dev.hookline.store.Timeline;
import dev.hookline.store.TimelineEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of a session's events is told page by page. */
class TimelineDoorTest {

  private static final String PATH = "/api/sessions/s:1/timeline";

  private final OpenConsole console = new OpenConsole();
  private final Board board = console.board();
  private final Browser browser = console.browser();

  @BeforeEach
  void signIn() {
    board.show(facts(totals(9, 0, 0), List.of(session("s:1", State.BOUND, 0)), chat(5)));
    browser.signIn(console.link());
  }

  @AfterEach
  void close() {
    console.close();
  }

  @Test
  void tells_an_event_with_when_where_and_how_it_is_shown() {
    TimelineEvent event =
        new TimelineEvent(
            4,
            EventType.TOOL_START,
            "Bash",
            NOW,
            TimelineEvent.State.SHOWN,
            "",
            true,
            NOW.plusMillis(400),
            List.of(new SentMessage(Given.CHAT, 7, 11)));
    board.show(new Timeline(List.of(event), true, false));

    JsonObject told = browser.get(PATH).json();

    assertThat(told.getJsonArray("events").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("seq", 4)
                .put("what", "tool start")
                .put("tool", "Bash")
                .put("state", "shown")
                .put("words", "shown")
                .put("late", true)
                .put("acceptedAt", NOW.toEpochMilli())
                .put("shownAt", NOW.toEpochMilli() + 400)
                .put(
                    "messages",
                    new JsonArray()
                        .add(
                            new JsonObject()
                                .put("id", 11)
                                .put("link", "https://t.me/c/1234567890/7/11"))));
    assertThat(told.getBoolean("earlier")).isTrue();
    assertThat(told.getBoolean("later")).isFalse();
  }

  @Test
  void tells_the_session_as_the_list_does() {
    assertThat(browser.get(PATH).json().getJsonObject("session"))
        .isEqualTo(browser.get("/api/sessions").json().getJsonArray("sessions").getJsonObject(0));
  }

  @Test
  void says_in_words_how_far_each_has_come() {
    board.show(
        new Timeline(
            Arrays.stream(TimelineEvent.State.values()).map(state -> event(state, "")).toList(),
            false,
            false));

    assertThat(words()).doesNotContain("").doesNotHaveDuplicates();
  }

  @Test
  void says_why_an_event_could_not_be_shown() {
    board.show(
        new Timeline(
            List.of(event(TimelineEvent.State.PARKED, "Bad Request: too strange")), false, false));

    assertThat(words()).containsExactly("could not be shown: too strange");
  }

  @ParameterizedTest
  @CsvSource({
    "'', s:1 before 9223372036854775807",
    "?before=51, s:1 before 51",
    "?after=0, s:1 after 0",
    "?after=999999999999999999, s:1 after 999999999999999999"
  })
  void asks_for_the_page_that_the_address_names(String query, String page) {
    assertThat(browser.get(PATH + query).status()).isEqualTo(200);
    assertThat(board.pages()).containsExactly(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before=x",
        "before=",
        "after=-1",
        "after=1e3",
        "before=1000000000000000000",
        "before=1&after=1"
      })
  void says_what_a_page_is_named_by(String query) {
    Answer answer = browser.get(PATH + "?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains(query.substring(0, 5));
    assertThat(board.pages()).isEmpty();
  }

  @Test
  void knows_what_no_session_can_be_called() {
    assertThat(browser.get("/api/sessions/a%20b/timeline").status()).isEqualTo(400);
    assertThat(browser.get("/api/sessions/%00/timeline").status()).isEqualTo(400);
  }

  @Test
  void says_so_when_there_is_no_such_session() {
    Answer answer = browser.get("/api/sessions/s2/timeline");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().getString("detail")).contains("retention.days");
  }

  @Test
  void says_that_it_is_not_possible_while_the_store_is_away() {
    board.breakDown(new StoreUnavailableException("gone", null));

    assertThat(browser.get(PATH).status()).isEqualTo(503);
  }

  private List<String> words() {
    return browser.get(PATH).json().getJsonArray("events").stream()
        .map(event -> ((JsonObject) event).getString("words"))
        .toList();
  }

  private static TimelineEvent event(TimelineEvent.State state, String reason) {
    return new TimelineEvent(
        1, EventType.USER_INPUT, "", NOW, state, reason, false, null, List.of());
  }
}
