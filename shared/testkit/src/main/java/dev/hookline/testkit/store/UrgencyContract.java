package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a session goes first for which a person waits, and none of its entries past another. */
public abstract class UrgencyContract extends StoreContract {

  private static final SessionKey THREE = new SessionKey("s-3");

  private ChatLease lease;

  protected UrgencyContract(StoreBackend backend) {
    super(backend);
  }

  @BeforeEach
  void serve() {
    enqueue(ONE, 2);
    enqueue(TWO, 2);
    enqueue(THREE, 2);
    bind(ONE, 10);
    bind(TWO, 20);
    bind(THREE, 30);
    lease = take();
  }

  @Test
  void serves_the_session_first_that_asks_for_approval_but_not_twice_in_a_row() {
    place(THREE, EventType.APPROVAL_REQUEST);

    assertThat(shown(lease, 6))
        .containsExactly("s-3 1", "s-1 1", "s-3 2", "s-2 1", "s-3 3", "s-1 2");
  }

  @Test
  void serves_the_session_first_whose_turn_is_over() {
    accept(
        Sample.typed(EventType.AGENT_RESPONSE, THREE, "done"),
        Sample.typed(EventType.TURN_COMPLETE, THREE, "over"));
    release(THREE, 3, Release.event(false, List.of(3L)));

    assertThat(shown(lease, 3)).containsExactly("s-3 1", "s-1 1", "s-3 2");
  }

  @Test
  void serves_the_session_first_whose_answer_turns_out_to_be_the_last() {
    place(THREE, EventType.AGENT_RESPONSE);
    accept(
        Sample.typed(EventType.AGENT_RESPONSE, THREE, "the same again"),
        Sample.typed(EventType.TURN_COMPLETE, THREE, "over"));
    release(THREE, 4, Release.mirrored(List.of(4L)));

    assertThat(shown(lease, 1)).containsExactly("s-3 1");
  }

  @Test
  void keeps_an_answer_in_the_middle_of_a_turn_in_its_place() {
    place(THREE, EventType.AGENT_RESPONSE);

    assertThat(shown(lease, 3)).containsExactly("s-1 1", "s-2 1", "s-3 1");
  }

  @Test
  void has_nothing_urgent_any_more_when_it_is_shown() {
    place(THREE, EventType.APPROVAL_REQUEST);
    shown(lease, 6);
    enqueue(THREE, 1);

    assertThat(shown(lease, 3)).containsExactly("s-2 2", "s-3 4");
  }

  @Test
  void stays_urgent_when_its_topic_is_replaced_and_a_note_says_so() {
    place(THREE, EventType.APPROVAL_REQUEST);
    result(store.topics().missing(THREE, 1, NOW));
    result(store.topics().lost(THREE, 1, "it was deleted", NOW));
    bind(THREE, 31);

    assertThat(shown(lease, 8)).endsWith("s-1 2", "s-3 4", "s-2 2");
  }

  @Test
  void gives_the_others_every_eighth_turn_however_many_are_urgent() {
    enqueue(TWO, 5);
    enqueue(THREE, 5);
    place(TWO, 8, NOW);
    place(THREE, 8, NOW);

    assertThat(shown(lease, 8)).filteredOn(one -> one.startsWith("s-1")).containsExactly("s-1 1");
  }

  @Test
  void lets_nobody_pass_who_becomes_urgent_later() {
    shown(lease, 3);
    place(TWO, 3, NOW);
    place(ONE, 3, NOW.plusMillis(1));

    assertThat(shown(lease, 4)).containsExactly("s-2 2", "s-1 2", "s-2 3", "s-1 3");
  }

  @Test
  void hands_out_by_turns_until_nothing_is_urgent_any_more() {
    place(THREE, EventType.APPROVAL_REQUEST);

    List<String> urgent = shown(lease, this::nextUrgent, 7);

    assertThat(urgent).containsExactly("s-3 1", "s-1 1", "s-3 2", "s-2 1", "s-3 3");
  }

  private Optional<OutboxEntry> nextUrgent() {
    return result(store.outbox().claimWhileUrgent(lease, Set.of(), NOW));
  }

  private void place(SessionKey session, EventType type) {
    place(session, type, 3, NOW);
  }

  private void place(SessionKey session, long position, Instant at) {
    place(session, EventType.APPROVAL_REQUEST, position, at);
  }

  private void place(SessionKey session, EventType type, long position, Instant at) {
    accept(Sample.typed(type, session, "urgent"));
    Release entry = Release.event(false, fresh(session));
    result(store.sequences().release(session, position, List.of(entry), at));
  }
}
