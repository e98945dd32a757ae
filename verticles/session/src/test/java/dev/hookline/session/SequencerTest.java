package dev.hookline.session;

import static dev.hookline.messages.EventType.AGENT_RESPONSE;
import static dev.hookline.messages.EventType.NOTIFICATION;
import static dev.hookline.messages.EventType.SESSION_END;
import static dev.hookline.messages.EventType.SESSION_START;
import static dev.hookline.messages.EventType.TOOL_RESULT;
import static dev.hookline.messages.EventType.TOOL_START;
import static dev.hookline.session.Line.event;
import static dev.hookline.session.Line.hook;
import static dev.hookline.session.Line.numbered;
import static dev.hookline.session.Line.piece;
import static dev.hookline.session.Line.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SequencerTest {

  private static final Duration MOMENT = Duration.ofMillis(10);

  private final Line line = new Line();

  @Test
  void shows_unnumbered_events_at_once_in_the_order_of_arrival() {
    line.arrives(event(SESSION_START, "start")).arrives(event(NOTIFICATION, "a"));

    line.arrives(event(NOTIFICATION, "b"));

    assertThat(line.shown()).containsExactly("start", "a", "b");
  }

  @Test
  void shows_numbered_events_in_the_order_of_their_numbers() {
    line.arrives(number(0)).arrives(number(3)).arrives(number(2));

    line.arrives(number(1));

    assertThat(line.shown()).containsExactly("#0", "#1", "#2", "#3");
  }

  @Test
  void gives_a_first_number_one_a_moment_for_a_number_zero() {
    line.arrives(number(1)).after(Duration.ofMillis(290));

    line.arrives(number(0));

    assertThat(line.shown()).containsExactly("#0", "#1");
  }

  @Test
  void starts_with_number_one_when_no_zero_comes() {
    line.arrives(number(1));

    line.after(Duration.ofMillis(301));

    assertThat(line.shown()).containsExactly("#1");
  }

  @Test
  void holds_back_what_comes_after_a_missing_number() {
    line.arrives(number(0)).arrives(number(2));

    line.after(Duration.ofMillis(2990));

    assertThat(line.shown()).containsExactly("#0");
  }

  @Test
  void says_what_is_missing_when_its_time_is_over() {
    line.arrives(number(0)).arrives(number(3)).arrives(number(4));

    line.after(Duration.ofMillis(3001));

    assertThat(line.shown()).containsExactly("#0", "[Events #1 to #2 did not arrive.]", "#3", "#4");
  }

  @Test
  void shows_a_late_event_late_and_marked() {
    line.arrives(number(0)).arrives(number(2)).after(Duration.ofSeconds(4));

    line.arrives(number(1));

    assertThat(line.shown()).containsExactly("#0", "[Event #1 did not arrive.]", "#2", "late:#1");
  }

  @Test
  void goes_on_without_a_pause_after_a_gap() {
    line.arrives(number(0)).arrives(number(2)).after(Duration.ofSeconds(4));

    line.arrives(number(3));

    assertThat(line.shown()).endsWith("#2", "#3");
  }

  @Test
  void is_more_patient_when_the_sender_says_that_it_holds_the_missing_event() {
    line.arrives(number(0)).arrives(number(2).with(MetadataKeys.SPOOLED_THROUGH, 1));

    line.after(Duration.ofSeconds(29));

    assertThat(line.shown()).containsExactly("#0");
  }

  @Test
  void reports_numbers_missing_at_the_beginning() {
    line.arrives(number(4));

    line.after(Duration.ofMillis(3001));

    assertThat(line.shown()).containsExactly("[Events #1 to #3 did not arrive.]", "#4");
  }

  @Test
  void holds_a_tool_result_back_until_its_start_has_come() {
    line.arrives(tool(TOOL_RESULT, "result", "t1")).after(Duration.ofSeconds(2));

    line.arrives(tool(TOOL_START, "start", "t1"));

    assertThat(line.shown()).containsExactly("start", "result");
  }

  @Test
  void shows_a_tool_result_alone_when_its_start_does_not_come() {
    line.arrives(tool(TOOL_RESULT, "result", "t1"));

    line.after(Duration.ofMillis(3001));

    assertThat(line.shown()).containsExactly("result");
  }

  @Test
  void marks_a_start_as_late_when_its_result_was_shown_before() {
    line.arrives(tool(TOOL_RESULT, "result", "t1")).after(Duration.ofSeconds(4));

    line.arrives(tool(TOOL_START, "start", "t1"));

    assertThat(line.shown()).containsExactly("result", "late:start");
  }

  @Test
  void lets_others_pass_a_result_that_waits_for_its_start() {
    line.arrives(tool(TOOL_RESULT, "result", "t1"));

    line.arrives(event(NOTIFICATION, "other"));

    assertThat(line.shown()).containsExactly("other");
  }

  @Test
  void puts_the_text_before_the_tool_start_that_overtook_it() {
    line.arrives(hook(TOOL_START, "start", "PreToolUse")).after(Duration.ofMillis(32));

    line.arrives(piece("m1", 0, true, "text"));

    assertThat(line.shown()).containsExactly("text", "start");
  }

  @Test
  void keeps_text_behind_a_tool_that_has_finished() {
    line.arrives(hook(TOOL_START, "start", "PreToolUse").with(MetadataKeys.TOOL_USE_ID, "t1"))
        .arrives(tool(TOOL_RESULT, "result", "t1"));

    line.arrives(piece("m1", 0, true, "text"));

    assertThat(line.shown()).containsExactly("start", "result", "text");
  }

  @Test
  void shows_an_answer_in_pieces_as_one() {
    line.arrives(piece("m1", 1, false, "two ")).arrives(piece("m1", 0, false, "one "));

    line.arrives(piece("m1", 2, true, "three"));

    assertThat(line.shown()).containsExactly("one two three");
  }

  @Test
  void shows_the_pieces_it_has_when_the_rest_does_not_come() {
    line.arrives(piece("m1", 0, false, "one ")).arrives(piece("m1", 1, false, "two"));

    line.after(Duration.ofMillis(3001));

    assertThat(line.shown()).containsExactly("one two");
  }

  @Test
  void does_not_show_the_last_answer_again_at_the_end_of_the_turn() {
    line.arrives(piece("m1", 0, false, "All "))
        .arrives(piece("m1", 1, true, "done."))
        .after(MOMENT);

    line.arrives(fallback("All done."));

    assertThat(line.shown()).containsExactly("All done.");
  }

  @Test
  void knows_the_answer_again_when_the_end_of_the_turn_overtook_it() {
    line.arrives(fallback("All done.")).after(MOMENT);

    line.arrives(piece("m1", 0, true, "All done.")).after(Duration.ofSeconds(1));

    assertThat(line.shown()).containsExactly("All done.");
  }

  @Test
  void shows_the_last_answer_when_no_pieces_came() {
    line.arrives(fallback("All done."));

    line.after(Duration.ofMillis(301));

    assertThat(line.shown()).containsExactly("All done.");
  }

  @Test
  void closes_the_topic_after_the_end_of_the_session() {
    line.arrives(event(NOTIFICATION, "a"));

    line.arrives(event(SESSION_END, "end"));

    assertThat(line.shown()).containsExactly("a", "end", "[closed]");
  }

  @Test
  void orders_several_sources_by_arrival() {
    line.arrives(event(NOTIFICATION, "a")).arrives(number(0)).arrives(event(NOTIFICATION, "b"));

    line.arrives(number(1));

    assertThat(line.shown()).containsExactly("a", "#0", "b", "#1");
  }

  private static HookEvent number(long number) {
    return numbered(NOTIFICATION, "#" + number, number);
  }

  private static HookEvent fallback(String text) {
    return event(AGENT_RESPONSE, text).with(MetadataKeys.FALLBACK, true);
  }
}
