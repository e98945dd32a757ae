package dev.hookline.console;

import static dev.hookline.console.Given.NOW;
import static dev.hookline.console.Given.chat;
import static dev.hookline.console.Given.facts;
import static dev.hookline.console.Given.session;
import static dev.hookline.console.Given.totals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.SessionTopic.State;
import dev.hookline.store.Totals;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {

  private final Reasons reasons = new Reasons(18);

  @Test
  void says_that_nothing_has_arrived() {
    Health health = of(facts(totals(0, 0, 0), List.of()));

    assertThat(health)
        .isEqualTo(new Health(Health.Level.IDLE, "Nothing has arrived yet", List.of()));
  }

  @Test
  void says_that_all_is_shown() {
    Health health = of(facts(totals(42, 0, 0), List.of(session("s1", State.BOUND, 0)), chat(3)));

    assertThat(health).isEqualTo(new Health(Health.Level.GOOD, "All 42 events shown", List.of()));
  }

  @Test
  void says_how_many_wait_and_what_for() {
    Health health = of(facts(totals(9, 3, 0), List.of(session("s1", State.BOUND, 3)), chat(18)));

    assertThat(health.level()).isEqualTo(Health.Level.BUSY);
    assertThat(health.words())
        .isEqualTo("3 waiting: chat budget used up, next call within a minute");
  }

  @Test
  void names_the_reason_of_the_session_with_the_most_to_show() {
    Health health =
        of(
            facts(
                totals(9, 5, 0),
                List.of(session("s1", State.BOUND, 1), session("s2", State.DOUBTED, 4)),
                chat(0)));

    assertThat(health.words()).startsWith("5 waiting: Telegram says its topic is gone");
  }

  @Test
  void asks_for_attention_when_something_could_not_be_shown() {
    Health health = of(facts(totals(9, 0, 2), List.of(session("s1", State.BOUND, 0)), chat(0)));

    assertThat(health.level()).isEqualTo(Health.Level.ATTENTION);
    assertThat(health.words()).isEqualTo("2 of 9 events could not be shown");
  }

  @Test
  void asks_for_attention_when_a_chat_was_stopped_even_before_the_first_event() {
    Health health = of(facts(totals(0, 0, 0), List.of(), chat(0, NOW, "no rights")));

    assertThat(health.level()).isEqualTo(Health.Level.ATTENTION);
    assertThat(health.words()).isEqualTo("Chat stopped, no rights; nothing has arrived yet");
  }

  @Test
  void says_what_could_not_be_shown_before_what_only_waits() {
    Health health = of(facts(totals(9, 3, 2), List.of(session("s1", State.BOUND, 3)), chat(18)));

    assertThat(health.level()).isEqualTo(Health.Level.ATTENTION);
    assertThat(health.words())
        .isEqualTo(
            "2 of 9 events could not be shown;"
                + " 3 waiting: chat budget used up, next call within a minute");
  }

  @Test
  void says_that_a_chat_was_stopped_before_what_follows_from_it() {
    Health health =
        of(
            facts(
                totals(9, 3, 2),
                List.of(session("s1", State.BOUND, 3)),
                chat(0, NOW, "bot was kicked")));

    assertThat(health.words())
        .isEqualTo("Chat stopped, bot was kicked; 2 of 9 events could not be shown; 3 waiting");
  }

  @Test
  void says_that_a_chat_was_stopped_also_when_all_is_shown() {
    Health health =
        of(
            facts(
                totals(42, 0, 0),
                List.of(session("s1", State.BOUND, 0)),
                chat(0, NOW, "bot was kicked")));

    assertThat(health.level()).isEqualTo(Health.Level.ATTENTION);
    assertThat(health.words()).isEqualTo("Chat stopped, bot was kicked; all 42 events shown");
  }

  @Test
  void adds_what_the_sums_tell_besides() {
    Totals totals = new Totals(26, 10, 6, 4, 1, 5, 2, 1, 3, NOW.minusSeconds(90));

    Health health = of(facts(totals, List.of(session("s1", State.BOUND, 5)), chat(0)));

    assertThat(health.more())
        .containsExactly(
            "the oldest for 90 s",
            "2 messages being looked for, because an answer was lost",
            "1 message possibly shown twice, because an answer was lost",
            "3 events never arrived",
            "6 events kept out of the chat, as its verbosity says",
            "4 events only stored, with no place in a chat");
  }

  @Test
  void says_how_many_agents_wait_for_an_answer() {
    Facts asked = new Facts(NOW, totals(9, 0, 0), List.of(), 0, 2, List.of(), List.of(), List.of());

    assertThat(of(asked).more()).containsExactly("2 agents waiting for an answer in the chat");
  }

  private Health of(Facts facts) {
    return Health.of(facts, reasons);
  }
}
