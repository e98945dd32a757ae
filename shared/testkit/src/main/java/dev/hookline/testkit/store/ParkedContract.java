package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.ParkedEntry;
import dev.hookline.store.SentPart;
import dev.hookline.store.Totals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was given up is not forgotten, and can have another place. */
public abstract class ParkedContract extends StoreContract {

  protected ParkedContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void lists_what_was_given_up() {
    parkSecondOf(3);

    assertThat(parked()).containsExactly(new ParkedEntry(ONE, 2, "user_input", "refused", NOW));
  }

  @Test
  void shows_it_again_behind_everything_and_marked_as_late() {
    ChatLease lease = parkSecondOf(3);

    assertThat(showAgain(parked().get(0))).isTrue();

    OutboxEntry third = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, third, new SentPart(13, true, true), NOW));
    OutboxEntry again = next(lease).orElseThrow();
    assertThat(third.position()).isEqualTo(3);
    assertThat(again.position()).isEqualTo(4);
    assertThat(again.late()).isTrue();
    assertThat(again.events()).extracting(HookEvent::id).containsExactly("enqueued-2");
  }

  @Test
  void counts_it_as_waiting_from_then_on() {
    parkSecondOf(3);
    assertThat(totals()).extracting(Totals::parked, Totals::waiting).containsExactly(1L, 1L);

    showAgain(parked().get(0));

    assertThat(totals()).extracting(Totals::parked, Totals::waiting).containsExactly(0L, 2L);
    assertThat(parked()).isEmpty();
  }

  @Test
  void gives_it_one_new_place_however_often_that_is_asked_for() {
    parkSecondOf(3);
    ParkedEntry entry = parked().get(0);
    showAgain(entry);

    assertThat(showAgain(entry)).isFalse();

    assertThat(view(ONE).nextPosition()).isEqualTo(5);
  }

  private ChatLease parkSecondOf(int count) {
    enqueue(ONE, count);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry first = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, first, new SentPart(11, true, true), NOW));
    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));
    return lease;
  }

  private List<ParkedEntry> parked() {
    return result(store.parked().list(10));
  }

  private boolean showAgain(ParkedEntry entry) {
    return result(store.parked().showAgain(entry, NOW));
  }

  private Totals totals() {
    return result(store.overview().totals());
  }
}
