package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.ShownEvent.How;
import dev.hookline.store.StaleLeaseException;
import dev.hookline.store.Totals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold for entries that are kept out of the chat. */
public abstract class HushedContract extends StoreContract {

  private static final EventType TYPE = EventType.USER_INPUT; // of all samples

  private ChatLease lease;

  protected HushedContract(StoreBackend backend) {
    super(backend);
  }

  @BeforeEach
  void serve() {
    enqueue(ONE, 5);
    bind(ONE, 10);
    lease = take();
  }

  @Test
  void goes_on_behind_what_is_hushed() {
    hush(2);

    OutboxEntry next = next(lease).orElseThrow();
    assertThat(next.position()).isEqualTo(3);
    assertThat(next.hushed()).containsExactly(Map.entry(TYPE, 2L));
  }

  @Test
  void counts_what_is_hushed_at_every_part_of_the_next_message_and_never_again() {
    hush(2);
    OutboxEntry third = next(lease).orElseThrow();
    show(third, 11, false);

    OutboxEntry secondPart = next(lease).orElseThrow();
    assertThat(secondPart.part()).isEqualTo(1);
    assertThat(secondPart.hushed()).isEqualTo(third.hushed());
    show(secondPart, 12, true);
    assertThat(next(lease).orElseThrow().hushed()).isEmpty();
  }

  @Test
  void counts_it_later_when_the_next_entry_is_parked() {
    hush(1);
    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));

    assertThat(next(lease).orElseThrow().hushed()).containsExactly(Map.entry(TYPE, 1L));
  }

  @Test
  void counts_later_what_is_hushed_later() {
    hush(1);
    OutboxEntry second = next(lease).orElseThrow();
    show(second, 11, true);
    hush(1);
    show(second, 11, true); // told again

    assertThat(next(lease).orElseThrow().hushed()).containsExactly(Map.entry(TYPE, 1L));
  }

  @Test
  void counts_it_anew_when_the_message_went_with_its_topic() {
    hush(1);
    show(next(lease).orElseThrow(), 11, false);
    result(store.topics().missing(ONE, 1, NOW));
    result(store.topics().lost(ONE, 1, "its topic was deleted", NOW));
    bind(ONE, 20);

    OutboxEntry note = next(lease).orElseThrow();
    assertThat(note.kind()).isEqualTo(Release.Kind.NOTE);
    assertThat(note.hushed()).containsExactly(Map.entry(TYPE, 1L));
  }

  @Test
  void counts_it_anew_when_the_note_about_the_lost_topic_is_parked_too() {
    hush(1);
    show(next(lease).orElseThrow(), 11, false);
    result(store.topics().missing(ONE, 1, NOW));
    result(store.topics().lost(ONE, 1, "its topic was deleted", NOW));
    bind(ONE, 20);

    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));

    assertThat(next(lease).orElseThrow().hushed()).containsExactly(Map.entry(TYPE, 1L));
  }

  @Test
  void knows_after_a_crash_what_a_message_counts() {
    hush(2);
    next(lease);
    restart();
    lease = take();

    OutboxEntry doubted = result(store.outbox().doubted(lease)).get(0);
    assertThat(doubted.hushed()).containsExactly(Map.entry(TYPE, 2L));
  }

  @Test
  void knows_which_message_counts_each_event() {
    hush(2);
    assertThat(result(store.overview().shown(ONE))).isEmpty();
    show(next(lease).orElseThrow(), 11, false);
    show(next(lease).orElseThrow(), 12, true);

    assertThat(result(store.overview().shown(ONE)))
        .startsWith(new ShownEvent(1, 1, 11, How.COUNTED), new ShownEvent(2, 2, 11, How.COUNTED))
        .endsWith(new ShownEvent(3, 3, 11, How.SENT));
  }

  @Test
  void has_them_in_a_sum_of_their_own() {
    hush(2);
    show(next(lease).orElseThrow(), 11, true);

    assertThat(result(store.overview().totals()))
        .isEqualTo(new Totals(5, 1, 2, 0, 0, 2, 0, 0, 0, NOW));
  }

  @Test
  void hushes_once_when_it_is_told_again() {
    OutboxEntry both = hush(2);
    result(store.outbox().hush(lease, both, NOW));

    assertThat(result(store.overview().totals()).hushed()).isEqualTo(2);
    assertThat(next(lease).orElseThrow().position()).isEqualTo(3);
  }

  @Test
  void hushes_nothing_for_a_holder_that_was_replaced() {
    OutboxEntry head = next(lease).orElseThrow();
    take();

    assertThat(failure(store.outbox().hush(lease, head, NOW)))
        .isInstanceOf(StaleLeaseException.class);
    assertThat(result(store.overview().totals()).hushed()).isZero();
  }

  @Test
  void lists_what_is_hushed_in_order() {
    hush(2);
    show(next(lease).orElseThrow(), 11, true);
    hush(1);

    assertThat(positions(result(store.hushed().list(ONE, 0, 9)))).containsExactly(1L, 2L, 4L);
    assertThat(positions(result(store.hushed().list(ONE, 1, 1)))).containsExactly(2L);
    assertThat(result(store.hushed().list(ONE, 0, 1)).get(0).events()).hasSize(1);
  }

  @Test
  void says_with_each_entry_how_much_of_its_session_is_to_be_shown() {
    assertThat(verbosity()).isEmpty();
    OutboxEntry first = next(lease).orElseThrow();
    assertThat(first.verbosity()).isNull();

    assertThat(result(store.hushed().show(ONE, Optional.of(Verbosity.QUIET)))).isTrue();
    assertThat(verbosity()).contains(Verbosity.QUIET);
    assertThat(result(store.outbox().behind(lease, first, 1)).get(0).verbosity())
        .isEqualTo(Verbosity.QUIET);

    result(store.hushed().show(ONE, Optional.empty()));
    assertThat(verbosity()).isEmpty();
  }

  @Test
  void shows_nothing_of_a_session_that_is_not_there() {
    SessionKey nobody = new SessionKey("nobody");

    assertThat(result(store.hushed().show(nobody, Optional.of(Verbosity.QUIET)))).isFalse();
    assertThat(result(store.hushed().verbosity(nobody))).isEmpty();
    assertThat(result(store.hushed().list(nobody, 0, 9))).isEmpty();
  }

  /** Claims the next entry and hushes so many, itself counted. */
  private OutboxEntry hush(int count) {
    OutboxEntry head = next(lease).orElseThrow();
    OutboxEntry all = head.with(result(store.outbox().behind(lease, head, count - 1)));
    result(store.outbox().hush(lease, all, NOW));
    return all;
  }

  private void show(OutboxEntry entry, long message, boolean last) {
    result(store.outbox().confirm(lease, entry, new SentPart(message, last, true), NOW));
  }

  private Optional<Verbosity> verbosity() {
    return result(store.hushed().verbosity(ONE));
  }

  private static List<Long> positions(List<OutboxEntry> entries) {
    return entries.stream().map(OutboxEntry::position).toList();
  }
}
