package dev.hookline.session;

import static dev.hookline.messages.EventType.AGENT_RESPONSE;
import static dev.hookline.messages.EventType.USER_INPUT;
import static dev.hookline.session.Line.event;
import static dev.hookline.session.Line.piece;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private final Line line = new Line();

  @Test
  void puts_pieces_together_in_the_order_of_their_numbers() {
    line.arrives(piece("m", 2, true, "c")).arrives(piece("m", 0, false, "a"));

    line.arrives(piece("m", 1, false, "b"));

    assertThat(line.shown()).containsExactly("abc");
  }

  @Test
  void keeps_the_pieces_of_two_answers_apart() {
    line.arrives(piece("m", 0, false, "a")).arrives(piece("n", 0, true, "x"));

    line.arrives(piece("m", 1, true, "b"));

    assertThat(line.shown()).containsExactly("x", "ab");
  }

  @Test
  void shows_a_piece_that_comes_after_its_answer_by_itself() {
    line.arrives(piece("m", 0, false, "a")).after(Duration.ofSeconds(4));

    line.arrives(piece("m", 1, false, "b")).after(Duration.ofSeconds(4));

    assertThat(line.shown()).containsExactly("a", "b");
  }

  @Test
  void waits_for_the_rest_from_the_last_piece_on() {
    line.arrives(piece("m", 0, false, "a")).after(Duration.ofMillis(2_900));
    line.arrives(piece("m", 1, false, "b"));

    line.after(Duration.ofMillis(2_900));

    assertThat(line.shown()).isEmpty();
  }

  @Test
  void does_not_hold_up_what_the_user_says_while_pieces_are_missing() {
    line.arrives(piece("m", 0, false, "a"));

    line.arrives(event(USER_INPUT, "stop"));

    assertThat(line.shown()).containsExactly("stop");
  }

  @Test
  void knows_an_answer_again_that_was_told_without_pieces() {
    line.arrives(event(AGENT_RESPONSE, "done"));

    line.arrives(fallback("again", " done\n")).after(Duration.ofSeconds(1));

    assertThat(line.shown()).containsExactly("done");
  }

  @Test
  void shows_a_last_answer_that_says_something_else() {
    line.arrives(event(AGENT_RESPONSE, "first"));

    line.arrives(fallback("id", "second")).after(Duration.ofSeconds(1));

    assertThat(line.shown()).containsExactly("first", "second");
  }

  @Test
  void asks_for_no_time_when_everything_is_shown() {
    line.arrives(piece("m", 0, true, "a"));

    assertThat(line.waits()).isFalse();
  }

  private static HookEvent fallback(String id, String content) {
    HookEvent event = event(AGENT_RESPONSE, content).with(MetadataKeys.FALLBACK, true);
    return new HookEvent(
        event.source(),
        id,
        event.type(),
        event.session(),
        event.timestamp(),
        content,
        event.metadata(),
        null);
  }
}
