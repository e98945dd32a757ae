package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.StaleLeaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What handing out entries, and writing down what became of them, must do. */
public abstract class OutboxContract extends StoreContract {

  private static final SessionKey THREE = new SessionKey("s-3");

  protected OutboxContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void hands_out_an_entry_with_all_that_is_needed_to_show_it() {
    accept(Sample.event(ONE, "second"), Sample.event(ONE, "first"));
    release(ONE, 1, Release.event(true, List.of(2L, 1L)));
    bind(ONE, 10);
    ChatLease lease = take();

    OutboxEntry entry = next(lease).orElseThrow();

    assertThat(entry.events()).extracting(HookEvent::id).containsExactly("first", "second");
    assertThat(entry)
        .usingRecursiveComparison()
        .ignoringFields("since")
        .isEqualTo(
            new OutboxEntry(
                ONE,
                1,
                Release.Kind.EVENT,
                true,
                "",
                entry.events(),
                2,
                1,
                10,
                "topic m-a-s-1-10",
                false,
                0,
                0,
                10,
                lease.epoch()));
  }

  @Test
  void says_since_when_an_entry_has_waited() {
    accept(Sample.event(ONE, "a"));
    release(ONE, 1, Release.event(false, List.of(1L)));
    bind(ONE, 10);
    ChatLease lease = take();

    OutboxEntry first = nextAt(lease, NOW.plusSeconds(5)).orElseThrow();
    result(store.outbox().putBack(lease, first, "not reached", NOW));
    OutboxEntry again = nextAt(lease, NOW.plusSeconds(9)).orElseThrow();

    assertThat(first.since()).isEqualTo(NOW);
    assertThat(again.since()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void hands_out_notes_in_their_place() {
    accept(Sample.event(ONE, "a"));
    release(
        ONE,
        1,
        Release.words(Release.Kind.GAP, "Event #1 did not arrive."),
        Release.event(false, List.of(1L)),
        Release.words(Release.Kind.CLOSE, ""));
    bind(ONE, 10);
    ChatLease lease = take();

    OutboxEntry gap = next(lease).orElseThrow();
    show(lease, gap, 11);
    show(lease, next(lease).orElseThrow(), 12);

    assertThat(gap.kind()).isEqualTo(Release.Kind.GAP);
    assertThat(gap.text()).isEqualTo("Event #1 did not arrive.");
    assertThat(gap.firstSeq()).isZero();
    assertThat(next(lease).orElseThrow().kind()).isEqualTo(Release.Kind.CLOSE);
  }

  @Test
  void hands_out_nothing_for_a_session_without_a_topic() {
    enqueue(ONE, 1);

    assertThat(next(take())).isEmpty();
  }

  @Test
  void hands_out_nothing_while_the_topic_is_in_doubt() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    result(store.topics().missing(ONE, 1, NOW));

    assertThat(next(take())).isEmpty();
  }

  @Test
  void says_when_the_topic_must_be_reopened_first() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    result(store.topics().closed(CHAT, 10, NOW));

    assertThat(next(take()).orElseThrow().topicClosed()).isTrue();
  }

  @Test
  void hands_out_nothing_of_another_chat() {
    enqueue(ONE, 1);
    bind(ONE, 10);

    assertThat(next(takeOver(-2002, "node", NOW))).isEmpty();
  }

  @Test
  void lets_no_entry_pass_an_earlier_one_that_is_being_sent() {
    enqueue(ONE, 2);
    bind(ONE, 10);
    ChatLease lease = take();
    next(lease);

    assertThat(next(lease)).isEmpty();
  }

  @Test
  void lets_no_entry_pass_an_earlier_one_that_is_put_back() {
    enqueue(ONE, 2);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    result(store.outbox().putBack(lease, head, "not reached", NOW.plusSeconds(5)));

    assertThat(next(lease)).isEmpty();
    assertThat(nextAt(lease, NOW.plusSeconds(5)).orElseThrow().position()).isEqualTo(1);
  }

  @Test
  void goes_on_in_order_when_an_entry_was_shown() {
    enqueue(ONE, 3);
    bind(ONE, 10);
    ChatLease lease = take();

    assertThat(List.of(showNext(lease), showNext(lease), showNext(lease)))
        .extracting(OutboxEntry::position)
        .containsExactly(1L, 2L, 3L);
    assertThat(next(lease)).isEmpty();
  }

  @Test
  void serves_the_sessions_in_turn_however_much_each_has() {
    enqueue(ONE, 4);
    enqueue(TWO, 2);
    bind(ONE, 10);
    bind(TWO, 20);
    ChatLease lease = take();

    List<SessionKey> served = new ArrayList<>();
    served.add(showNext(lease).session());
    served.add(showNext(lease).session());
    enqueue(THREE, 2);
    bind(THREE, 30);
    for (int i = 0; i < 6; i++) {
      served.add(showNext(lease).session());
    }

    assertThat(served).containsExactly(ONE, TWO, THREE, ONE, TWO, THREE, ONE, ONE);
  }

  @Test
  void passes_over_the_sessions_it_is_told_to() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    bind(ONE, 10);
    bind(TWO, 20);
    ChatLease lease = take();

    assertThat(next(lease, ONE).orElseThrow().session()).isEqualTo(TWO);
    assertThat(next(lease, ONE, TWO)).isEmpty();
  }

  @Test
  void gives_one_entry_to_one_of_many_that_ask_at_once() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();

    assertThat(AtOnce.run(8, thread -> next(lease)).stream().filter(Optional::isPresent))
        .hasSize(1);
  }

  @Test
  void shows_a_long_entry_part_by_part() {
    enqueue(ONE, 2);
    bind(ONE, 10);
    ChatLease lease = take();

    OutboxEntry first = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, first, new SentPart(11, false, true), NOW));
    OutboxEntry second = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, second, new SentPart(12, true, true), NOW));

    assertThat(second)
        .extracting(OutboxEntry::position, OutboxEntry::part, OutboxEntry::lowMessageId)
        .containsExactly(1L, 1, 11L);
    assertThat(next(lease).orElseThrow())
        .extracting(OutboxEntry::position, OutboxEntry::part)
        .containsExactly(2L, 0);
  }

  @Test
  void counts_a_part_once_when_it_is_confirmed_again() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();

    result(store.outbox().confirm(lease, head, new SentPart(11, false, false), NOW));
    result(store.outbox().confirm(lease, head, new SentPart(11, false, false), NOW));

    assertThat(next(lease).orElseThrow().part()).isEqualTo(1);
    assertThat(result(store.overview().totals()).uncertain()).isEqualTo(1);
  }

  @Test
  void does_not_take_a_repeated_confirmation_for_one_of_the_part_that_is_being_sent() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry first = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, first, new SentPart(11, false, true), NOW));
    next(lease);

    result(store.outbox().confirm(lease, first, new SentPart(11, false, true), NOW));

    assertThat(next(lease)).isEmpty();
    assertThat(result(store.outbox().doubted(take())))
        .extracting(OutboxEntry::part)
        .containsExactly(1);
  }

  @Test
  void goes_on_once_when_the_last_part_is_confirmed_again() {
    enqueue(ONE, 3);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    show(lease, head, 11);
    showNext(lease);

    show(lease, head, 11);

    assertThat(next(lease).orElseThrow().position()).isEqualTo(3);
  }

  @Test
  void counts_the_tries_of_a_part() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    result(store.outbox().putBack(lease, next(lease).orElseThrow(), "busy", NOW));

    OutboxEntry second = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, second, new SentPart(11, false, true), NOW));

    assertThat(second.attempts()).isEqualTo(1);
    assertThat(next(lease).orElseThrow().attempts()).isZero();
  }

  @Test
  void keeps_an_entry_in_doubt_until_it_is_known_what_became_of_it() {
    enqueue(ONE, 2);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    result(store.outbox().doubt(lease, head, "no answer"));

    assertThat(next(lease)).isEmpty();
    OutboxEntry doubted = result(store.outbox().doubted(lease)).get(0);
    assertThat(doubted.events()).isEqualTo(head.events());
    assertThat(doubted.lowMessageId()).isEqualTo(head.lowMessageId());

    show(lease, doubted, 11);
    assertThat(result(store.outbox().doubted(lease))).isEmpty();
    assertThat(next(lease).orElseThrow().position()).isEqualTo(2);
  }

  @Test
  void sends_an_entry_again_that_was_in_doubt_and_not_shown() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    result(store.outbox().doubt(lease, head, "no answer"));
    result(store.outbox().putBack(lease, head, "not shown", NOW));

    assertThat(next(lease).orElseThrow().position()).isEqualTo(1);
  }

  @Test
  void lists_doubts_oldest_first() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    bind(ONE, 10);
    bind(TWO, 20);
    ChatLease lease = take();
    OutboxEntry one = next(lease).orElseThrow();
    OutboxEntry two = nextAt(lease, NOW.plusSeconds(1)).orElseThrow();
    result(store.outbox().doubt(lease, two, "no answer"));
    result(store.outbox().doubt(lease, one, "no answer"));

    assertThat(result(store.outbox().doubted(lease)))
        .extracting(OutboxEntry::session)
        .containsExactly(ONE, TWO);
  }

  @Test
  void goes_on_behind_an_entry_that_cannot_be_shown() {
    enqueue(ONE, 2);
    bind(ONE, 10);
    ChatLease lease = take();

    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));

    assertThat(next(lease).orElseThrow().position()).isEqualTo(2);
  }

  @Test
  void tells_when_an_entry_that_is_put_back_becomes_due() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    bind(ONE, 10);
    bind(TWO, 20);
    ChatLease lease = take();
    assertThat(result(store.outbox().nextDue(lease))).isEmpty();

    OutboxEntry one = next(lease).orElseThrow();
    OutboxEntry two = next(lease).orElseThrow();
    result(store.outbox().putBack(lease, one, "later", NOW.plusSeconds(9)));
    result(store.outbox().putBack(lease, two, "sooner", NOW.plusSeconds(5)));

    assertThat(result(store.outbox().nextDue(lease))).contains(NOW.plusSeconds(5));
  }

  @Test
  void refuses_every_change_of_a_holder_that_was_replaced_and_writes_nothing() {
    enqueue(ONE, 2);
    bind(ONE, 10);
    ChatLease stale = take();
    OutboxEntry head = next(stale).orElseThrow();
    ChatLease lease = take();

    assertThat(
            List.of(
                failure(store.outbox().claim(stale, Set.of(), NOW)),
                failure(store.outbox().confirm(stale, head, new SentPart(11, true, true), NOW)),
                failure(store.outbox().putBack(stale, head, "x", NOW)),
                failure(store.outbox().doubt(stale, head, "x")),
                failure(store.outbox().park(stale, head, "x", NOW)),
                failure(store.outbox().stray(stale, 12)),
                failure(store.outbox().doubted(stale))))
        .hasOnlyElementsOfType(StaleLeaseException.class);
    assertThat(result(store.outbox().doubted(lease)))
        .extracting(OutboxEntry::position)
        .containsExactly(1L);
    assertThat(result(store.topics().knownMessages(CHAT, 10))).isEmpty();
  }

  @Test
  void knows_the_messages_that_show_entries_and_those_that_show_none() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();

    show(lease, next(lease).orElseThrow(), 11);
    result(store.outbox().stray(lease, 15));
    result(store.outbox().stray(lease, 13));

    assertThat(result(store.topics().knownMessages(CHAT, 10))).containsExactly(11L, 13L, 15L);
    assertThat(result(store.chats().renew(lease, LIFETIME)).lastMessageId()).isEqualTo(15);
  }

  @Test
  void remembers_no_message_for_what_is_none() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();

    show(lease, next(lease).orElseThrow(), 0);

    assertThat(result(store.topics().knownMessages(CHAT, -1))).containsExactly(10L);
  }

  private OutboxEntry showNext(ChatLease lease) {
    OutboxEntry entry = next(lease).orElseThrow();
    show(lease, entry, 1_000 * entry.thread() + entry.position());
    return entry;
  }

  private void show(ChatLease lease, OutboxEntry entry, long message) {
    result(store.outbox().confirm(lease, entry, new SentPart(message, true, true), NOW));
  }
}
