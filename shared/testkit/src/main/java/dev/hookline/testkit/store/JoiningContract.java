package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.SentPart;
import dev.hookline.store.Shown;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.ShownEvent.How;
import dev.hookline.store.StaleLeaseException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold for entries that are edited into a message that is there already. */
public abstract class JoiningContract extends StoreContract {

  private ChatLease lease;

  protected JoiningContract(StoreBackend backend) {
    super(backend);
  }

  @BeforeEach
  void serve() {
    enqueue(ONE, 4);
    bind(ONE, 10);
    lease = take();
  }

  @Test
  void finds_the_message_that_ends_right_before_an_entry_with_all_that_it_shows() {
    OutboxEntry head = next(lease).orElseThrow();
    OutboxEntry both = head.with(result(store.outbox().behind(lease, head, 1)));
    result(store.outbox().fold(lease, both));
    show(both, 11);

    Shown before = before(next(lease).orElseThrow()).orElseThrow();

    assertThat(before.messageId()).isEqualTo(11);
    assertThat(before.entry().position()).isEqualTo(1);
    assertThat(before.entry().folded()).extracting(OutboxEntry::position).containsExactly(2L);
  }

  @Test
  void finds_no_message_when_there_is_none() {
    assertThat(before(next(lease).orElseThrow())).isEmpty();
  }

  @Test
  void finds_no_message_that_is_older() {
    show(next(lease).orElseThrow(), 11);

    OutboxEntry second = next(lease).orElseThrow();
    assertThat(result(store.outbox().before(lease, second, NOW.plusMillis(1)))).isEmpty();
    assertThat(result(store.outbox().before(lease, second, NOW))).isPresent();
  }

  @Test
  void finds_no_message_of_several_parts() {
    OutboxEntry first = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, first, new SentPart(11, false, true), NOW));
    show(next(lease).orElseThrow(), 12);

    assertThat(before(next(lease).orElseThrow())).isEmpty();
  }

  @Test
  void finds_no_message_that_may_be_there_twice() {
    OutboxEntry first = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, first, new SentPart(11, true, false), NOW));

    assertThat(before(next(lease).orElseThrow())).isEmpty();
  }

  @Test
  void finds_no_message_behind_which_something_was_hushed_or_parked() {
    show(next(lease).orElseThrow(), 11);
    result(store.outbox().hush(lease, next(lease).orElseThrow(), NOW));
    OutboxEntry third = next(lease).orElseThrow();
    assertThat(before(third)).isEmpty();

    result(store.outbox().park(lease, third, "refused", NOW));
    assertThat(before(next(lease).orElseThrow())).isEmpty();
  }

  @Test
  void finds_no_message_in_a_topic_that_is_gone() {
    show(next(lease).orElseThrow(), 11);
    result(store.topics().missing(ONE, 1, NOW));
    result(store.topics().lost(ONE, 1, "its topic was deleted", NOW));
    bind(ONE, 20);

    assertThat(before(next(lease).orElseThrow())).isEmpty();
  }

  @Test
  void knows_that_an_event_was_edited_into_a_message() {
    show(next(lease).orElseThrow(), 11);
    OutboxEntry second = next(lease).orElseThrow();
    result(store.outbox().join(lease, second, 1));
    assertThat(result(store.overview().shown(ONE)))
        .containsExactly(new ShownEvent(1, 1, 11, How.SENT));

    show(second, 0);

    assertThat(result(store.overview().shown(ONE)))
        .containsExactly(new ShownEvent(1, 1, 11, How.SENT), new ShownEvent(2, 2, 11, How.EDITED));
    OutboxEntry third = next(lease).orElseThrow();
    assertThat(third.position()).isEqualTo(3);
    assertThat(before(third)).isEmpty();
  }

  @Test
  void stays_with_an_edit_that_was_begun_when_it_is_put_back() {
    OutboxEntry second = joining();
    result(store.outbox().putBack(lease, second, "no answer", NOW));

    assertThat(next(lease).orElseThrow().joins()).isEqualTo(1);
  }

  @Test
  void stays_with_an_edit_that_was_begun_when_its_node_is_gone() {
    joining();
    restart();
    lease = take();

    assertThat(result(store.outbox().doubted(lease)))
        .extracting(OutboxEntry::joins)
        .containsExactly(1L);
  }

  @Test
  void goes_alone_when_that_is_said() {
    OutboxEntry second = joining();
    result(store.outbox().join(lease, second, 0));
    result(store.outbox().putBack(lease, second, "refused", NOW));

    assertThat(next(lease).orElseThrow().joins()).isZero();
  }

  @Test
  void goes_alone_when_the_message_went_with_its_topic() {
    OutboxEntry second = joining();
    result(store.outbox().putBack(lease, second, "no answer", NOW));
    result(store.topics().missing(ONE, 1, NOW));
    result(store.topics().lost(ONE, 1, "its topic was deleted", NOW));
    bind(ONE, 20);
    show(next(lease).orElseThrow(), 21); // the note

    assertThat(next(lease).orElseThrow().joins()).isZero();
  }

  @Test
  void joins_nothing_for_a_holder_that_was_replaced() {
    show(next(lease).orElseThrow(), 11);
    OutboxEntry second = next(lease).orElseThrow();
    take();

    assertThat(failure(store.outbox().before(lease, second, NOW)))
        .isInstanceOf(StaleLeaseException.class);
    assertThat(failure(store.outbox().join(lease, second, 1)))
        .isInstanceOf(StaleLeaseException.class);
  }

  /** Shows the first entry and begins to edit the second one into its message. */
  private OutboxEntry joining() {
    show(next(lease).orElseThrow(), 11);
    OutboxEntry second = next(lease).orElseThrow();
    result(store.outbox().join(lease, second, 1));
    return second;
  }

  private Optional<Shown> before(OutboxEntry entry) {
    return result(store.outbox().before(lease, entry, NOW));
  }

  private void show(OutboxEntry entry, long message) {
    result(store.outbox().confirm(lease, entry, new SentPart(message, true, true), NOW));
  }
}
