package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.MessagePlace;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Press;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.Wholes.Wish;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a message had no room for is shown once more when somebody wants it. */
public abstract class WholesContract extends StoreContract {

  private static final long THREAD = 10;
  private static final long SHOWN = 101; // the first message that shows something
  private static final int MOST = 3;

  private long update = 1;

  protected WholesContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void knows_what_a_message_shows() {
    show(ONE, THREAD, 1);

    assertThat(result(store.wholes().under(press(SHOWN)))).contains(new MessagePlace(ONE, 1));
  }

  @Test
  void knows_nothing_of_a_message_elsewhere() {
    show(ONE, THREAD, 1);
    Press right = press(SHOWN);

    assertThat(
            List.of(press(CHAT - 1, THREAD, SHOWN), press(CHAT, 11, SHOWN), press(CHAT, THREAD, 9)))
        .allMatch(wrong -> result(store.wholes().under(wrong)).isEmpty())
        .allMatch(wrong -> want(wrong, ONE, 1, NOW) == Wish.GONE);
    assertThat(want(right, ONE, 2, NOW)).isEqualTo(Wish.GONE);
    assertThat(want(right, TWO, 1, NOW)).isEqualTo(Wish.GONE);
    assertThat(view(ONE).nextPosition()).isEqualTo(2);
  }

  @Test
  void knows_nothing_of_a_message_in_a_topic_that_is_gone() {
    ChatLease lease = show(ONE, THREAD, 1);
    result(store.topics().missing(ONE, 1, NOW));
    result(store.topics().lost(ONE, 1, "deleted", NOW));
    bind(ONE, 11);

    assertThat(want(press(SHOWN), ONE, 1, NOW)).isEqualTo(Wish.GONE);
    assertThat(next(lease)).isEmpty();
  }

  @Test
  void shows_it_behind_everything_else() {
    ChatLease lease = show(ONE, THREAD, 1);
    enqueue(ONE, 1);

    assertThat(want(press(SHOWN), ONE, 1, NOW)).isEqualTo(Wish.GRANTED);

    OutboxEntry second = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, second, new SentPart(201, true, true), NOW));
    OutboxEntry whole = next(lease).orElseThrow();
    assertThat(second.kind()).isEqualTo(Release.Kind.EVENT);
    assertThat(whole.kind()).isEqualTo(Release.Kind.WHOLE);
    assertThat(whole.events()).isEmpty();
    assertThat(ids(whole)).containsExactly("enqueued-1");
  }

  @Test
  void shows_all_that_went_into_the_message() {
    enqueue(ONE, 4);
    bind(ONE, THREAD);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    OutboxEntry folded = head.with(result(store.outbox().behind(lease, head, 1)));
    result(store.outbox().fold(lease, folded));
    result(store.outbox().confirm(lease, folded, new SentPart(90, true, true), NOW));
    OutboxEntry joined = next(lease).orElseThrow();
    result(store.outbox().join(lease, joined, 1));
    result(store.outbox().confirm(lease, joined, new SentPart(0, true, true), NOW));
    shown(lease, 1);

    want(press(90), ONE, 1, NOW);

    assertThat(ids(next(lease).orElseThrow()))
        .containsExactly("enqueued-1", "enqueued-2", "enqueued-3");
  }

  @Test
  void is_folded_into_no_message() {
    ChatLease lease = show(ONE, THREAD, 1);
    enqueue(ONE, 1);
    want(press(SHOWN), ONE, 1, NOW);
    enqueue(ONE, 1);

    OutboxEntry head = next(lease).orElseThrow();

    assertThat(result(store.outbox().behind(lease, head, 10))).isEmpty();
  }

  @Test
  void is_granted_once_within_a_minute() {
    ChatLease lease = show(ONE, THREAD, 1);
    want(press(SHOWN), ONE, 1, NOW);
    assertThat(want(press(SHOWN), ONE, 1, NOW.plusSeconds(600))).isEqualTo(Wish.GRANTED_BEFORE);

    shown(lease, 1);

    assertThat(want(press(SHOWN), ONE, 1, NOW.plusSeconds(59))).isEqualTo(Wish.GRANTED_BEFORE);
    assertThat(want(press(SHOWN), ONE, 1, NOW.plusSeconds(61))).isEqualTo(Wish.GRANTED);
  }

  @Test
  void is_granted_once_for_a_press_whenever_it_is_told_again() {
    ChatLease lease = show(ONE, THREAD, 1);
    Press press = press(SHOWN);
    want(press, ONE, 1, NOW);
    shown(lease, 1);

    assertThat(want(press, ONE, 1, NOW.plusSeconds(3_600))).isEqualTo(Wish.GRANTED_BEFORE);
  }

  @Test
  void grants_a_chat_so_many_within_a_minute() {
    show(ONE, THREAD, MOST + 1);
    for (int i = 0; i < MOST; i++) {
      assertThat(want(press(SHOWN + i), ONE, 1 + i, NOW)).isEqualTo(Wish.GRANTED);
    }

    assertThat(want(press(SHOWN + MOST), ONE, 1 + MOST, NOW)).isEqualTo(Wish.TOO_MANY);
  }

  @Test
  void is_still_itself_when_it_was_parked_and_is_shown_again() {
    ChatLease lease = show(ONE, THREAD, 1);
    want(press(SHOWN), ONE, 1, NOW);
    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));

    result(store.parked().showAgain(result(store.parked().list(1)).get(0), NOW));

    OutboxEntry again = next(lease).orElseThrow();
    assertThat(again.kind()).isEqualTo(Release.Kind.WHOLE);
    assertThat(ids(again)).containsExactly("enqueued-1");
  }

  @Test
  void leaves_it_to_the_next_message_to_count_what_is_hushed() {
    ChatLease lease = show(ONE, THREAD, 1);
    enqueue(ONE, 1);
    result(store.outbox().hush(lease, next(lease).orElseThrow(), NOW));
    want(press(SHOWN), ONE, 1, NOW);
    enqueue(ONE, 1);

    OutboxEntry whole = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, whole, new SentPart(201, true, true), NOW));

    assertThat(whole.hushed()).isEmpty();
    assertThat(next(lease).orElseThrow().hushed()).hasSize(1);
  }

  @Test
  void is_no_event_that_waits() {
    show(ONE, THREAD, 1);

    want(press(SHOWN), ONE, 1, NOW);

    assertThat(result(store.overview().totals()).waiting()).isZero();
  }

  /** So many events of a session, each with its message. */
  private ChatLease show(SessionKey session, long thread, int count) {
    enqueue(session, count);
    bind(session, thread);
    ChatLease lease = take();
    shown(lease, count);
    return lease;
  }

  private Wish want(Press press, SessionKey session, long position, Instant now) {
    return result(store.wholes().want(press, new MessagePlace(session, position), MOST, now));
  }

  private Press press(long message) {
    return press(CHAT, THREAD, message);
  }

  private Press press(long chat, long thread, long message) {
    return new Press(1, update++, chat, thread, message, "all", 7001, "Ann");
  }

  private static List<String> ids(OutboxEntry entry) {
    return entry.whole().stream()
        .flatMap(shown -> shown.events().stream())
        .map(HookEvent::id)
        .toList();
  }
}
