package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.Approval.State;
import dev.hookline.store.AskedQuestion;
import dev.hookline.store.Buttons;
import dev.hookline.store.ChatLease;
import dev.hookline.store.NewApproval;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Press;
import dev.hookline.store.Release;
import dev.hookline.store.SentMessage;
import dev.hookline.store.SentPart;
import dev.hookline.store.SessionSearch;
import dev.hookline.store.ShownApproval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people who look on are told of agents' questions. */
public abstract class QuestionsContract extends StoreContract {

  private static final long THREAD = 10;
  private static final long MESSAGE = 41;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  protected QuestionsContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void tells_of_a_question_before_it_is_shown() {
    asks("q", ONE, NOW);

    AskedQuestion question = result(store.overview().open(10)).get(0);

    assertThat(question.approval().id()).isEqualTo("q");
    assertThat(question.approval().askedAt()).isEqualTo(NOW);
    assertThat(question.expiresAt()).isEqualTo(NOW.plus(PATIENCE));
    assertThat(question.shown()).isEmpty();
    assertThat(question.messages()).isEmpty();
  }

  @Test
  void tells_how_a_question_is_shown_and_where() {
    asksAndShows();

    AskedQuestion question = result(store.overview().open(10)).get(0);

    assertThat(question.sessionName()).isEqualTo("topic m-a-s-1-10");
    assertThat(question.approval().seq()).isEqualTo(1);
    assertThat(question.shown()).isEqualTo("its look");
    assertThat(question.messages()).containsExactly(new SentMessage(CHAT, THREAD, MESSAGE));
  }

  @Test
  void tells_of_the_one_that_has_waited_longest_first_and_of_no_more_than_is_asked_for() {
    asks("second", ONE, NOW.plusSeconds(2));
    asks("first", TWO, NOW.plusSeconds(1));

    assertThat(ids(result(store.overview().open(10)))).containsExactly("first", "second");
    assertThat(ids(result(store.overview().open(1)))).containsExactly("first");
  }

  @Test
  void does_not_find_a_session_asking_whose_question_was_answered() {
    ShownApproval shown = asksAndShows();
    SessionSearch asking = SessionSearch.of(SessionSearch.Only.ASKING);
    assertThat(result(store.overview().count(asking))).isEqualTo(1);

    allow(shown, NOW);

    assertThat(result(store.overview().count(asking))).isZero();
  }

  @Test
  void tells_who_decided_and_what() {
    ShownApproval shown = asksAndShows();

    allow(shown, NOW.plusSeconds(4));

    assertThat(result(store.overview().open(10))).isEmpty();
    AskedQuestion question = result(store.overview().settled(10)).get(0);
    assertThat(question.settledName()).isEqualTo("Ann");
    assertThat(question.approval().answer()).isEqualTo("allowed");
    assertThat(question.approval().settledAt()).isEqualTo(NOW.plusSeconds(4));
  }

  @Test
  void tells_of_the_one_that_was_settled_last_first() {
    asks("a", ONE, NOW);
    asks("b", TWO, NOW);
    assertThat(result(store.overview().settled(10))).isEmpty();
    settle("b", State.ELSEWHERE, NOW.plusSeconds(1));
    settle("a", State.GONE, NOW.plusSeconds(2));

    List<AskedQuestion> settled = result(store.overview().settled(10));

    assertThat(ids(settled)).containsExactly("a", "b");
    assertThat(settled).extracting(it -> it.approval().state()).startsWith(State.GONE);
    assertThat(ids(result(store.overview().settled(1)))).containsExactly("a");
  }

  @Test
  void tells_of_a_question_whose_event_is_not_stored_yet() {
    hold("q", ONE, NOW);

    assertThat(result(store.overview().open(10)))
        .singleElement()
        .satisfies(question -> assertThat(question.approval().seq()).isZero());
  }

  private void allow(ShownApproval shown, Instant at) {
    Press press = new Press(7, 1, CHAT, THREAD, MESSAGE, shown.buttons().get("allow"), 5, "Ann");
    assertThat(result(store.approvals().answer(press, 1, "allowed", at))).isTrue();
  }

  private void settle(String id, State how, Instant at) {
    assertThat(result(store.approvals().settle(id, how, at))).isTrue();
  }

  private ShownApproval asksAndShows() {
    asks("q", ONE, NOW);
    release(ONE, 1, Release.event(false, fresh(ONE)));
    bind(ONE, THREAD);
    ChatLease lease = take();
    OutboxEntry entry = next(lease).orElseThrow();
    Buttons buttons = new Buttons(List.of("allow"), () -> "button");
    ShownApproval shown =
        result(store.approvals().offer(lease, entry, entry.events().get(0), "its look", buttons))
            .orElseThrow();
    result(store.outbox().confirm(lease, entry, new SentPart(MESSAGE, true, true), NOW));
    return shown;
  }

  private void asks(String id, SessionKey session, Instant at) {
    NewEvent event = hold(id, session, at);
    accept(event);
  }

  private NewEvent hold(String id, SessionKey session, Instant at) {
    NewEvent event = Sample.typed(EventType.APPROVAL_REQUEST, session, id);
    NewApproval asked =
        new NewApproval(
            id,
            event.event().source(),
            id,
            session,
            "alike",
            at.plus(PATIENCE),
            at.plusSeconds(15));
    result(store.approvals().hold(asked, at));
    return event;
  }

  private static List<String> ids(List<AskedQuestion> questions) {
    return questions.stream().map(AskedQuestion::approval).map(Approval::id).toList();
  }
}
