package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a session goes first for which a person waits, and none of its entries past another. */
public abstract class UrgencyContract extends StoreContract {

  private static final SessionKey THREE = new SessionKey("s-3");

  private ChatLease lease;
  private long message = 100;

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

    assertThat(served(6)).containsExactly("s-3 1", "s-1 1", "s-3 2", "s-2 1", "s-3 3", "s-1 2");
  }

  @Test
  void serves_the_session_first_whose_turn_is_over() {
    accept(
        Sample.typed(EventType.AGENT_RESPONSE, THREE, "done"),
        Sample.typed(EventType.TURN_COMPLETE, THREE, "over"));
    release(THREE, 3, Release.event(false, List.of(3L)));

    assertThat(served(3)).containsExactly("s-3 1", "s-1 1", "s-3 2");
  }

  @Test
  void serves_the_session_first_whose_answer_turns_out_to_be_the_last() {
    place(THREE, EventType.AGENT_RESPONSE);
    accept(
        Sample.typed(EventType.AGENT_RESPONSE, THREE, "the same again"),
        Sample.typed(EventType.TURN_COMPLETE, THREE, "over"));
    release(THREE, 4, Release.mirrored(List.of(4L)));

    assertThat(served(1)).containsExactly("s-3 1");
  }

  @Test
  void keeps_an_answer_in_the_middle_of_a_turn_in_its_place() {
    place(THREE, EventType.AGENT_RESPONSE);

    assertThat(served(3)).containsExactly("s-1 1", "s-2 1", "s-3 1");
  }

  @Test
  void has_nothing_urgent_any_more_when_it_is_shown() {
    place(THREE, EventType.APPROVAL_REQUEST);
    served(6);
    enqueue(THREE, 1);

    assertThat(served(3)).containsExactly("s-2 2", "s-3 4");
  }

  private void place(SessionKey session, EventType type) {
    accept(Sample.typed(type, session, "urgent"));
    release(session, 3, Release.event(false, List.of(3L)));
  }

  /** Shows the next entries; brings the session and the position of each. */
  private List<String> served(int most) {
    List<String> served = new ArrayList<>();
    for (OutboxEntry entry = next(lease).orElse(null); entry != null; ) {
      served.add(entry.session() + " " + entry.position());
      SentPart sent = new SentPart(++message, true, true);
      result(store.outbox().confirm(lease, entry, sent, NOW));
      entry = served.size() < most ? next(lease).orElse(null) : null;
    }
    return served;
  }
}
