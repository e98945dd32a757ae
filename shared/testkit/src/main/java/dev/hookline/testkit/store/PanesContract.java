package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Listener;
import dev.hookline.store.Listener.Way;
import dev.hookline.store.NewApproval;
import dev.hookline.store.NewReply;
import dev.hookline.store.Pane;
import dev.hookline.store.Panes.IdlePane;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What knowing the panes of agents must do: nothing is typed where it may do harm. */
public abstract class PanesContract extends StoreContract {

  private static final String NODE = "node-1";
  private static final Instant LATER = NOW.plusSeconds(2);

  protected PanesContract(StoreBackend backend) {
    super(backend);
  }

  @BeforeEach
  void runsInAPane() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    result(store.panes().report(pane(ONE, "%3"), NODE, NOW));
  }

  @Test
  void an_agent_whose_turn_is_over_can_be_typed_to_when_something_waits() {
    stopped("stop-1");
    assertThat(idle()).isEmpty();

    writes(1);

    assertThat(idle()).containsExactly(new IdlePane(pane(ONE, "%3"), "source of s-1", "stop-1"));
  }

  @Test
  void an_agent_that_works_cannot() {
    writes(1);
    assertThat(idle()).isEmpty();

    stopped("stop-1");
    accept(Sample.typed(EventType.USER_INPUT, ONE, "typed at the terminal"));
    assertThat(idle()).isEmpty();

    stopped("stop-2");
    accept(Sample.tool(EventType.TOOL_START, ONE, "works", "t-1"));
    assertThat(idle()).isEmpty();
  }

  @Test
  void an_agent_that_asks_cannot() {
    stopped("stop-1");
    writes(1);
    NewApproval asked =
        new NewApproval("q", "x", "q", ONE, "", LATER.plusSeconds(9), LATER.plusSeconds(9));
    result(store.approvals().hold(asked, NOW));
    assertThat(idle()).isEmpty();

    result(store.approvals().settle("q", Approval.State.ELSEWHERE, NOW));

    assertThat(idle()).hasSize(1);
  }

  @Test
  void what_was_written_just_now_is_left_to_the_agent_itself() {
    stopped("stop-1");
    writes(1);

    assertThat(result(store.panes().idle(NODE, NOW))).isEmpty();
  }

  @Test
  void an_agent_is_typed_to_once_for_each_end_of_its_turn() {
    stopped("stop-1");
    writes(1);
    Listener listener =
        new Listener(ONE, "source of s-1", "stop-1", "typed:1", Way.TERMINAL, false, 9_000);
    assertThat(result(store.replies().hear(listener, NOW)).texts()).hasSize(1);
    writes(2);
    assertThat(idle()).isEmpty();

    result(store.replies().release(ONE, "typed:1"));

    assertThat(idle()).hasSize(1);
  }

  @Test
  void another_nodes_panes_are_none_of_ours() {
    stopped("stop-1");
    writes(1);

    assertThat(result(store.panes().idle("node-2", LATER))).isEmpty();
  }

  @Test
  void knows_the_latest_pane_of_a_session() {
    result(store.panes().report(pane(ONE, "%4"), NODE, NOW));
    stopped("stop-1");
    writes(1);

    assertThat(idle()).extracting(it -> it.pane().id()).containsExactly("%4");
  }

  @Test
  void forgets_a_pane() {
    stopped("stop-1");
    writes(1);

    result(store.panes().forget(ONE));

    assertThat(idle()).isEmpty();
  }

  private List<IdlePane> idle() {
    return result(store.panes().idle(NODE, LATER));
  }

  private void stopped(String id) {
    accept(Sample.typed(EventType.TURN_COMPLETE, ONE, id));
  }

  private void writes(long update) {
    IncomingUpdate told = new IncomingUpdate(update, CHAT, 100 + update, 10, "{}");
    result(store.updates().store(7, List.of(told), NOW));
    NewReply reply = new NewReply(7, update, CHAT, 10, 100 + update, 5, "Ann", "go on", "");
    result(store.replies().take(reply, NOW));
  }

  private static Pane pane(SessionKey session, String id) {
    return new Pane(session, "/tmp/tmux/default", 17, id, "claude");
  }
}
