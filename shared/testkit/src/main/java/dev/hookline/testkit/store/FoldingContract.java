package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.ShownEvent.How;
import dev.hookline.store.StaleLeaseException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold for entries that one message shows together. */
public abstract class FoldingContract extends StoreContract {

  private ChatLease lease;

  protected FoldingContract(StoreBackend backend) {
    super(backend);
  }

  @BeforeEach
  void serve() {
    enqueue(ONE, 5);
    bind(ONE, 10);
    lease = take();
  }

  @Test
  void finds_what_waits_behind_an_entry_in_order() {
    OutboxEntry head = next(lease).orElseThrow();

    List<OutboxEntry> behind = result(store.outbox().behind(lease, head, 3));

    assertThat(behind).extracting(OutboxEntry::position).containsExactly(2L, 3L, 4L);
    assertThat(behind).extracting(entry -> entry.events().size()).containsOnly(1);
  }

  @Test
  void folds_nothing_from_a_late_entry_or_the_end_on() {
    release(ONE, 6, Release.words(Release.Kind.CLOSE, ""));
    enqueue(TWO, 1);
    accept(Sample.event(TWO, "late"), Sample.event(TWO, "after"));
    release(TWO, 2, Release.event(true, List.of(2L)), Release.event(false, List.of(3L)));
    bind(TWO, 20);

    OutboxEntry one = next(lease).orElseThrow();
    OutboxEntry two = next(lease).orElseThrow();

    assertThat(result(store.outbox().behind(lease, one, 9)))
        .extracting(OutboxEntry::position)
        .containsExactly(2L, 3L, 4L, 5L);
    assertThat(result(store.outbox().behind(lease, two, 9))).isEmpty();
  }

  @Test
  void goes_on_behind_all_that_a_message_shows() {
    confirm(folded(3), 11);

    assertThat(next(lease).orElseThrow().position()).isEqualTo(4);
  }

  @Test
  void knows_which_message_shows_each_event() {
    confirm(folded(3), 11);
    confirm(folded(2), 12);

    assertThat(result(store.overview().shown(ONE)))
        .containsExactly(
            new ShownEvent(1, 1, 11, How.SENT),
            new ShownEvent(2, 2, 11, How.SENT),
            new ShownEvent(3, 3, 11, How.SENT),
            new ShownEvent(4, 4, 12, How.SENT),
            new ShownEvent(5, 5, 12, How.SENT));
    assertThat(result(store.overview().totals()).shown()).isEqualTo(5);
  }

  @Test
  void knows_which_message_shows_what_is_folded_into_the_last_part_of_a_long_entry() {
    result(store.outbox().confirm(lease, next(lease).orElseThrow(), sent(11, false, true), NOW));
    confirm(folded(2), 12);

    assertThat(result(store.overview().shown(ONE)))
        .containsExactly(new ShownEvent(1, 1, 11, How.SENT), new ShownEvent(2, 2, 12, How.SENT));
  }

  @Test
  void doubts_all_that_a_message_shows_together() {
    OutboxEntry fold = folded(3);
    result(store.outbox().doubt(lease, fold, "no answer"));

    assertThat(next(lease)).isEmpty();
    assertThat(result(store.outbox().doubted(lease)))
        .extracting(OutboxEntry::position, OutboxEntry::folded)
        .containsExactly(tuple(1L, fold.folded()));
    assertThat(result(store.overview().totals()).doubted()).isEqualTo(3);
  }

  @Test
  void doubts_all_that_a_message_shows_when_its_node_is_gone() {
    OutboxEntry fold = folded(3);
    lease = take();

    OutboxEntry doubted = result(store.outbox().doubted(lease)).get(0);
    assertThat(doubted.folded()).isEqualTo(fold.folded());
    confirm(doubted, 11);
    assertThat(next(lease).orElseThrow().position()).isEqualTo(4);
    assertThat(result(store.outbox().doubted(lease))).isEmpty();
  }

  @Test
  void unfolds_what_is_put_back() {
    result(store.outbox().putBack(lease, folded(3), "refused", NOW));

    OutboxEntry alone = next(lease).orElseThrow();
    assertThat(alone.position()).isEqualTo(1);
    confirm(alone, 11);
    assertThat(next(lease).orElseThrow().position()).isEqualTo(2);
  }

  @Test
  void unfolds_what_was_in_doubt_and_is_put_back() {
    OutboxEntry fold = folded(3);
    result(store.outbox().doubt(lease, fold, "no answer"));
    result(store.outbox().putBack(lease, fold, "not shown", NOW));

    next(lease);
    lease = take();
    assertThat(result(store.outbox().doubted(lease)))
        .extracting(OutboxEntry::position, OutboxEntry::last)
        .containsExactly(tuple(1L, 1L));
  }

  @Test
  void counts_each_entry_that_may_be_shown_twice() {
    result(store.outbox().confirm(lease, folded(3), sent(11, true, false), NOW));

    assertThat(result(store.overview().totals()).uncertain()).isEqualTo(3);
  }

  @Test
  void goes_on_once_when_it_is_confirmed_again() {
    OutboxEntry fold = folded(2);
    confirm(fold, 11);
    OutboxEntry third = next(lease).orElseThrow();
    confirm(fold, 11);

    confirm(third, 12);
    assertThat(next(lease).orElseThrow().position()).isEqualTo(4);
  }

  @Test
  void folds_once_when_it_is_told_again() {
    OutboxEntry fold = folded(2);
    result(store.outbox().fold(lease, fold));
    confirm(fold, 11);

    assertThat(next(lease).orElseThrow().position()).isEqualTo(3);
  }

  @Test
  void folds_nothing_for_a_holder_that_was_replaced() {
    OutboxEntry head = next(lease).orElseThrow();
    OutboxEntry fold = head.with(result(store.outbox().behind(lease, head, 2)));
    ChatLease newer = take();

    assertThat(failure(store.outbox().behind(lease, head, 2)))
        .isInstanceOf(StaleLeaseException.class);
    assertThat(failure(store.outbox().fold(lease, fold))).isInstanceOf(StaleLeaseException.class);
    assertThat(result(store.outbox().doubted(newer)).get(0).folded()).isEmpty();
  }

  /** Claims the next entry and folds so many into one message, itself counted. */
  private OutboxEntry folded(int count) {
    OutboxEntry head = next(lease).orElseThrow();
    OutboxEntry fold = head.with(result(store.outbox().behind(lease, head, count - 1)));
    result(store.outbox().fold(lease, fold));
    return fold;
  }

  private void confirm(OutboxEntry entry, long message) {
    result(store.outbox().confirm(lease, entry, sent(message, true, true), NOW));
  }

  private static SentPart sent(long message, boolean last, boolean certain) {
    return new SentPart(message, last, certain);
  }
}
