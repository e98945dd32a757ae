package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hookline.messages.EventType;
import dev.hookline.store.ChatLease;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.Totals;
import dev.hookline.store.Trouble;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people are told must be true. */
public abstract class OverviewContract extends StoreContract {

  protected OverviewContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void adds_up_to_nothing_at_the_beginning() {
    assertThat(totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, null));
    assertThat(result(store.overview().sessions(10))).isEmpty();
    assertThat(result(store.overview().chats())).isEmpty();
    assertThat(result(store.overview().troubles(10))).isEmpty();
  }

  @Test
  void has_every_event_in_one_of_the_sums() {
    accept(
        Sample.event(ONE, "shown with the next"),
        Sample.event(ONE, "shown"),
        Sample.event(ONE, "parked"),
        Sample.event(ONE, "in doubt"),
        Sample.event(ONE, "waits behind"),
        Sample.event(ONE, "mirrored"),
        Sample.typed(EventType.TURN_COMPLETE, ONE, "kept"),
        Sample.at(NOW.plusSeconds(9), ONE, "fresh"));
    release(
        ONE,
        1,
        Release.event(false, List.of(1L, 2L)),
        Release.event(false, List.of(3L)),
        Release.event(false, List.of(4L)),
        Release.event(false, List.of(5L)),
        Release.mirrored(List.of(6L)));
    bind(ONE, 10);
    ChatLease lease = take();
    show(lease, new SentPart(11, true, false));
    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));
    result(store.outbox().doubt(lease, next(lease).orElseThrow(), "no answer"));

    assertThat(totals()).isEqualTo(new Totals(8, 2, 0, 2, 1, 3, 1, 1, 0, NOW));
  }

  @Test
  void tells_since_when_the_oldest_event_waits() {
    accept(Sample.at(NOW.plusSeconds(5), ONE, "a"), Sample.at(NOW.plusSeconds(3), TWO, "b"));
    assertThat(totals().oldestWaiting()).isEqualTo(NOW.plusSeconds(3));

    release(TWO, 1, Release.event(false, List.of(1L)));
    assertThat(totals().oldestWaiting()).isEqualTo(NOW.plusSeconds(3));

    bind(TWO, 10);
    show(take(), new SentPart(11, true, true));
    assertThat(totals().oldestWaiting()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void counts_the_numbers_that_were_given_up() {
    accept(Sample.numbered(ONE, 3), Sample.numbered(ONE, 4), Sample.numbered(ONE, 8));
    accept(Sample.numbered(ONE, 12));
    assertThat(totals().gaps()).isZero();

    release(ONE, 1, Release.event(false, List.of(1L)), Release.event(false, List.of(2L)));
    assertThat(totals().gaps()).isEqualTo(2);

    release(ONE, 3, Release.event(false, List.of(3L)));
    assertThat(totals().gaps()).isEqualTo(5);

    accept(Sample.numbered(ONE, 6));
    assertThat(totals().gaps()).isEqualTo(4);
  }

  @Test
  void lists_sessions_with_the_most_recently_active_first() {
    enqueue(ONE, 2);
    accept(Sample.at(NOW.plusSeconds(1), TWO, "a"), Sample.at(NOW.plusSeconds(2), TWO, "b"));
    bind(ONE, 10);
    ChatLease lease = take();
    show(lease, new SentPart(11, true, true));
    result(store.outbox().putBack(lease, next(lease).orElseThrow(), "busy", NOW));

    List<SessionSummary> sessions = result(store.overview().sessions(10));

    assertThat(sessions)
        .containsExactly(
            new SessionSummary(topic(TWO), "", 2, 2, "", "", NOW.plusSeconds(2)),
            new SessionSummary(topic(ONE), "topic m-a-s-1-10", 2, 1, "PENDING", "busy", NOW));
    assertThat(result(store.overview().sessions(1))).hasSize(1);
  }

  @Test
  void tells_what_a_session_waits_for() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    assertThat(headState()).isEqualTo("SENDING");

    result(store.outbox().doubt(lease, head, "no answer"));
    assertThat(headState()).isEqualTo("AMBIGUOUS");
  }

  @Test
  void lists_the_chats_that_are_served() {
    enqueue(ONE, 3);
    enqueue(TWO, 1);
    ChatLease lease = take();
    Instant before = store.clock().instant();
    result(store.chats().calling(lease, before.minusSeconds(61)));
    result(store.chats().calling(lease, before.minusSeconds(30)));

    ChatSummary chat = result(store.overview().chats()).get(0);

    assertThat(chat).isEqualTo(new ChatSummary(lease, 1, 4, chat.asOf()));
    assertThat(chat.asOf()).isBetween(before, store.clock().instant());
  }

  @Test
  void lists_no_chat_that_has_moved() {
    take();
    result(store.chats().migrate(CHAT, -2002));
    takeOver(-2002, "node-1", NOW);

    assertThat(result(store.overview().chats()))
        .extracting(chat -> chat.lease().chat())
        .containsExactly(-2002L);
  }

  @Test
  void lists_what_a_person_should_look_at_newest_first() {
    enqueue(ONE, 3);
    bind(ONE, 10);
    enqueue(TWO, 1);
    claim(TWO, "b");
    result(store.topics().fail("b", "not enough rights", NOW));
    ChatLease lease = take();
    OutboxEntry first = next(lease).orElseThrow();
    result(store.outbox().park(lease, first, "refused", NOW.plusSeconds(3)));
    OutboxEntry second = nextAt(lease, NOW.plusSeconds(2)).orElseThrow();
    result(store.outbox().putBack(lease, second, "busy", NOW));

    assertThat(result(store.overview().troubles(10)))
        .extracting(Trouble::session, Trouble::position, Trouble::what, Trouble::reason)
        .containsExactly(
            tuple(ONE, 1L, "PARKED", "refused"),
            tuple(ONE, 2L, "RETRYING", "busy"),
            tuple(TWO, 0L, "TOPIC", "not enough rights"));
    assertThat(result(store.overview().troubles(1))).hasSize(1);
  }

  @Test
  void lists_doubts_about_entries_and_topics_and_not_what_is_over() {
    enqueue(ONE, 2);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    result(store.outbox().doubt(lease, head, "no answer"));
    assertThat(what()).containsExactly("AMBIGUOUS");

    result(store.outbox().confirm(lease, head, new SentPart(11, true, true), NOW));
    assertThat(what()).isEmpty();

    result(store.topics().missing(ONE, 1, NOW));
    assertThat(what()).containsExactly("TOPIC");

    result(store.topics().found(ONE, 1, NOW));
    assertThat(what()).isEmpty();
  }

  @Test
  void takes_a_write_when_asked_whether_it_does() {
    result(store.check());
    result(store.check());
  }

  private Totals totals() {
    return result(store.overview().totals());
  }

  private String headState() {
    return result(store.overview().sessions(1)).get(0).headState();
  }

  private List<String> what() {
    return result(store.overview().troubles(10)).stream().map(Trouble::what).toList();
  }

  private void show(ChatLease lease, SentPart sent) {
    result(store.outbox().confirm(lease, next(lease).orElseThrow(), sent, NOW));
  }
}
