package dev.hookline.console;

import static dev.hookline.console.Given.NOW;
import static dev.hookline.console.Given.chat;
import static dev.hookline.console.Given.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.ChatSummary;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.SessionTopic.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  private static final SessionSummary WAITING = session("s1", State.BOUND, 3);

  private final Reasons reasons = new Reasons(18);

  @Test
  void says_when_a_chat_that_telegram_paused_is_called_again() {
    ChatSummary paused = chat(0, NOW.plusMillis(11_001), null);

    assertThat(why(WAITING, paused)).isEqualTo("Telegram asked for a pause, next call in 12 s");
  }

  @Test
  void says_that_the_budget_is_used_up() {
    assertThat(why(WAITING, chat(18))).isEqualTo("chat budget used up, next call within a minute");
  }

  @Test
  void does_not_blame_the_budget_while_a_call_is_left() {
    assertThat(why(WAITING, chat(17))).isEqualTo("to be sent shortly, one message at a time");
  }

  @Test
  void counts_half_the_budget_in_the_minute_after_a_pause() {
    ChatSummary careful = chat(4, NOW.minusSeconds(59), null);

    assertThat(reasons.left(careful, NOW)).isEqualTo(5);
  }

  @Test
  void counts_the_whole_budget_when_that_minute_is_over() {
    ChatSummary recovered = chat(4, NOW.minusSeconds(60), null);

    assertThat(reasons.left(recovered, NOW)).isEqualTo(14);
  }

  @Test
  void names_what_stopped_a_chat_before_everything_else() {
    ChatSummary stopped = chat(18, NOW.plusSeconds(9), "bot was kicked");

    assertThat(why(WAITING, stopped)).isEqualTo("chat stopped, bot was kicked");
  }

  @Test
  void says_that_a_muted_session_waits_for_nothing_that_the_chat_could_give() {
    assertThat(why(session("s1", State.MUTED, 2), chat(18))).startsWith("its topic was deleted");
  }

  @Test
  void says_that_no_node_serves_the_chat() {
    assertThat(why(WAITING, null)).isEqualTo("no node serves its chat yet");
  }

  @Test
  void says_that_the_topic_is_being_created() {
    assertThat(why(session("s1", State.NEEDED, 1), chat(0)))
        .isEqualTo("its topic is being created");
  }

  @Test
  void says_when_a_refused_topic_is_tried_again() {
    Instant retryAt = NOW.plusSeconds(10);

    assertThat(reasons.topic(Given.topic("s1", State.NEEDED, retryAt), NOW))
        .isEqualTo("Telegram refused to create its topic, next try in 10 s");
  }

  @Test
  void says_that_an_answer_was_lost() {
    assertThat(why(session("s1", State.BOUND, 1, "AMBIGUOUS", "timeout"), chat(0)))
        .isEqualTo("Telegram's answer was lost, looking for the message: timeout");
  }

  @Test
  void says_why_the_last_try_failed() {
    assertThat(why(session("s1", State.BOUND, 1, "PENDING", "connection refused"), chat(0)))
        .isEqualTo("tried, and to be tried again: connection refused");
  }

  @Test
  void says_that_an_event_without_an_entry_is_being_put_in_order() {
    assertThat(why(session("s1", State.BOUND, 1, "", ""), chat(0))).isEqualTo("being put in order");
  }

  private String why(SessionSummary session, ChatSummary chat) {
    return reasons.waiting(session, chat, NOW);
  }
}
