package dev.hookline.console;

import static dev.hookline.console.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Decision;
import dev.hookline.messages.Decision.Verdict;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.Approval.State;
import dev.hookline.store.AskedQuestion;
import dev.hookline.store.SentMessage;
import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents ask, and what became of it, is told to who looks on. */
class QuestionsDoorTest {

  private static final String LOOK = "{\"words\":\"Bash\\nrm -rf build\",\"entities\":\"[]\"}";

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

  @Test
  void tells_what_is_asked_since_when_and_until_when() {
    board.ask(List.of(question(State.OPEN, "", "", LOOK)), List.of());

    JsonObject told = browser.get("/api/questions").json();

    assertThat(told.getJsonArray("open").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("session", "s1")
                .put("name", "mend the shop")
                .put("seq", 4)
                .put("tool", "Bash")
                .put("what", "Bash\nrm -rf build")
                .put("state", "open")
                .put("words", "Waiting for an answer")
                .put("by", "")
                .put("askedAt", NOW.toEpochMilli())
                .put("expiresAt", NOW.plusSeconds(600).toEpochMilli())
                .put("settledAt", 0)
                .put(
                    "messages",
                    new JsonArray()
                        .add(
                            new JsonObject()
                                .put("id", 41)
                                .put("link", "https://t.me/c/1234567890/7/41"))));
    assertThat(told.getBoolean("more")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOW, Allowed",
    "ALWAYS, 'Allowed, and from now on'",
    "ACCEPT_EDITS, 'Allowed, with edits from now on'",
    "DENY, Denied",
    "ANSWER, Answered",
    "CANCEL, Cancelled",
    "ELSEWHERE, Left to the terminal"
  })
  void tells_what_was_decided_and_by_whom(Verdict verdict, String words) {
    settled(State.TAKEN, Decision.of(verdict));

    assertThat(first().getString("words")).isEqualTo(words);
    assertThat(first().getString("by")).isEqualTo("Ann");
  }

  @Test
  void tells_why_it_was_denied_as_far_as_the_chat_does() {
    settled(State.TAKEN, Decision.deny("too much ".repeat(20)));

    assertThat(first().getString("words"))
        .startsWith("Denied: too much")
        .endsWith("…")
        .hasSize(128);
  }

  @Test
  void tells_when_it_is_not_known_whether_the_agent_got_it() {
    settled(State.UNTAKEN, Decision.of(Verdict.ALLOW));

    assertThat(first().getString("words"))
        .isEqualTo("Allowed; it is not known whether the agent got it");
  }

  @ParameterizedTest
  @EnumSource(names = {"ELSEWHERE", "EXPIRED", "GONE", "LOST"})
  void tells_what_became_of_one_that_nobody_decided(State state) {
    board.ask(List.of(), List.of(question(state, "", "", LOOK)));

    assertThat(first().getString("words")).isNotBlank().isNotEqualTo("Waiting for an answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "no JSON", "{\"words\":7}", "{\"words\":null}"})
  void tells_nothing_of_what_the_chat_does_not_show(String shown) {
    board.ask(List.of(), List.of(question(State.LOST, "", "", shown)));

    assertThat(first().getString("what")).isEmpty();
  }

  @Test
  void tells_the_beginning_of_what_is_long() {
    String look = new JsonObject().put("words", "x".repeat(5_000)).encode();
    board.ask(List.of(), List.of(question(State.LOST, "", "", look)));

    assertThat(first().getString("what")).hasSize(700).endsWith("x…");
  }

  @Test
  void says_that_there_are_more_than_it_lists() {
    board.ask(Collections.nCopies(101, question(State.OPEN, "", "", LOOK)), List.of());

    JsonObject told = browser.get("/api/questions").json();

    assertThat(told.getJsonArray("open")).hasSize(100);
    assertThat(told.getBoolean("more")).isTrue();
  }

  @Test
  void says_that_it_is_not_possible_while_the_store_is_away() {
    board.breakDown(new StoreUnavailableException("gone", null));

    assertThat(browser.get("/api/questions").status()).isEqualTo(503);
  }

  private void settled(State state, Decision decision) {
    board.ask(List.of(), List.of(question(state, decision.toJson().encode(), "Ann", LOOK)));
  }

  private JsonObject first() {
    return browser.get("/api/questions").json().getJsonArray("settled").getJsonObject(0);
  }

  private static AskedQuestion question(State state, String answer, String by, String shown) {
    Approval approval =
        new Approval("q", new SessionKey("s1"), 4, state, "alike", NOW, Instant.EPOCH, answer);
    return new AskedQuestion(
        approval,
        "mend the shop",
        "Bash",
        NOW.plusSeconds(600),
        shown,
        by,
        List.of(new SentMessage(Given.CHAT, 7, 41)));
  }
}
