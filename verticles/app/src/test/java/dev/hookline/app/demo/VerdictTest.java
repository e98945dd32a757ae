package dev.hookline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.CallRecord;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.ShownEvent.How;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void is_good_when_everything_is_in_its_place() {
    assertThat(new Verdict(5, 1, 1, 5, 4, 0, 1, 0).isGood()).isTrue();
  }

  @Test
  void is_not_good_when_an_event_is_neither_shown_nor_kept() {
    Verdict verdict = new Verdict(5, 1, 1, 5, 3, 0, 1, 0);

    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.inWords()).startsWith("NOT GOOD").endsWith("1 lost.");
  }

  @Test
  void is_not_good_with_a_topic_too_many_or_an_event_that_was_not_accepted() {
    assertThat(new Verdict(5, 2, 1, 5, 4, 0, 1, 0).isGood()).isFalse();
    assertThat(new Verdict(5, 1, 1, 4, 4, 0, 1, 0).isGood()).isFalse();
  }

  @Test
  void is_not_good_when_something_is_out_of_order() {
    Verdict verdict = new Verdict(5, 1, 1, 5, 4, 0, 1, 1);

    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.inWords()).contains("(1 out of order)");
  }

  @Test
  void knows_nothing_when_others_told_the_node_events_too() {
    Verdict verdict = new Verdict(5, 2, 1, 7, 6, 0, 1, 0);

    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.inWords()).startsWith("NOT KNOWN").contains("2 beside the 5");
  }

  @Test
  void finds_nothing_misplaced_in_a_journal_that_goes_forward() {
    assertThat(
            Verdict.misplaced(
                shown(11, 12, 13), sent(11L, call(1, 7), 12L, call(2, 7), 13L, call(3, 7))))
        .isZero();
  }

  @Test
  void finds_a_message_that_was_sent_before_an_earlier_one() {
    assertThat(
            Verdict.misplaced(
                shown(11, 12, 13), sent(11L, call(1, 7), 12L, call(3, 7), 13L, call(2, 7))))
        .isEqualTo(1);
  }

  @Test
  void finds_a_message_in_another_topic() {
    assertThat(Verdict.misplaced(shown(11, 12), sent(11L, call(1, 7), 12L, call(2, 8))))
        .isEqualTo(1);
  }

  @Test
  void does_not_take_the_node_s_word_for_a_message_that_the_journal_lacks() {
    assertThat(Verdict.found(shown(11, 12), false, sent(11L, call(1, 7)))).isEqualTo(1);
  }

  @Test
  void does_not_take_the_node_s_word_for_an_edit_that_the_journal_lacks() {
    List<ShownEvent> events =
        List.of(new ShownEvent(1, 1, 11, How.SENT), new ShownEvent(2, 2, 11, How.EDITED));

    assertThat(Verdict.found(events, false, sent(11L, call(1, 7)))).isEqualTo(1);
  }

  @Test
  void judges_an_event_that_was_edited_in_by_the_edit() {
    List<ShownEvent> events =
        List.of(
            new ShownEvent(1, 1, 11, How.SENT),
            new ShownEvent(2, 2, 11, How.EDITED),
            new ShownEvent(3, 3, 12, How.SENT));
    Map<Long, CallRecord> sent = Map.of(11L, call(1, 7), 12L, call(3, 7));

    assertThat(Verdict.misplaced(events, new Evidence(sent, Map.of(11L, call(2, 0))))).isZero();
    assertThat(Verdict.misplaced(events, new Evidence(sent, Map.of(11L, call(4, 0))))).isOne();
  }

  private static Evidence sent(Object... messages) {
    Map<Long, CallRecord> sent = new HashMap<>();
    for (int i = 0; i < messages.length; i += 2) {
      sent.put((Long) messages[i], (CallRecord) messages[i + 1]);
    }
    return new Evidence(sent, Map.of());
  }

  private static List<ShownEvent> shown(long... messages) {
    return LongStream.of(messages)
        .mapToObj(message -> new ShownEvent(message, message, message, How.SENT))
        .toList();
  }

  private static CallRecord call(long seq, int thread) {
    return new CallRecord(
        seq,
        0,
        0,
        1,
        "POST",
        "sendMessage",
        -1,
        thread,
        Map.of(),
        List.of(),
        List.of(),
        CallRecord.Verdict.OK,
        200,
        null,
        0,
        null,
        0,
        false,
        true,
        List.of(),
        null,
        0,
        1);
  }
}
