package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.store.Approval;
import dev.hookline.store.NewApproval;
import dev.hookline.store.NewEvent;
import dev.hookline.store.PlacedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who follows a session gets everything that was accepted, in the order of its arrival. */
public abstract class JournalContract extends StoreContract {

  protected JournalContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void knows_nothing_of_a_session_that_nobody_knows() {
    assertThat(result(store.journal().last(ONE))).isZero();
    assertThat(result(store.journal().behind(ONE, 0, 10))).isEmpty();
  }

  @Test
  void reads_on_behind_a_place_of_arrival() {
    accept(Sample.event(ONE, "a"), Sample.event(TWO, "else"), Sample.event(ONE, "b"));
    accept(Sample.event(ONE, "c"));

    assertThat(result(store.journal().last(ONE))).isEqualTo(3);
    assertThat(behind(0, 10)).containsExactly("1 a", "2 b", "3 c");
    assertThat(behind(1, 1)).containsExactly("2 b");
    assertThat(behind(3, 10)).isEmpty();
  }

  @Test
  void has_what_is_not_shown_too() {
    accept(Sample.typed(EventType.TURN_COMPLETE, ONE, "kept"));

    assertThat(behind(0, 10)).containsExactly("1 kept");
  }

  @Test
  void tells_which_agents_wait() {
    NewEvent event = Sample.typed(EventType.APPROVAL_REQUEST, ONE, "asks");
    ask(event);
    accept(event);

    List<Approval> asking = result(store.journal().asking(10));
    assertThat(asking).extracting(Approval::id).containsExactly("asks");
    assertThat(asking.get(0).seq()).isEqualTo(1);

    result(store.approvals().settle("asks", Approval.State.ELSEWHERE, NOW));
    assertThat(result(store.journal().asking(10))).isEmpty();
  }

  private void ask(NewEvent event) {
    String id = event.event().id();
    result(
        store
            .approvals()
            .hold(
                new NewApproval(
                    id,
                    event.event().source(),
                    id,
                    ONE,
                    "alike",
                    NOW.plusSeconds(60),
                    NOW.plusSeconds(60)),
                NOW));
  }

  private List<String> behind(long seq, int limit) {
    return result(store.journal().behind(ONE, seq, limit)).stream()
        .map(JournalContract::line)
        .toList();
  }

  private static String line(PlacedEvent placed) {
    return placed.seq() + " " + placed.event().id();
  }
}
