package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.Approval.State;
import dev.hookline.store.Buttons;
import dev.hookline.store.ChatLease;
import dev.hookline.store.NewApproval;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Press;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.ShownApproval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What keeping agents' questions must do. */
public abstract class ApprovalsContract extends StoreContract {

  private static final long THREAD = 10;
  private static final long MESSAGE = 41;
  private static final Duration HELD = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final AtomicInteger ids = new AtomicInteger();
  private ChatLease lease;

  protected ApprovalsContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void is_open_until_a_person_decides() {
    ShownApproval shown = asksAndShows("q");

    assertThat(held("q").state()).isEqualTo(State.OPEN);
    assertThat(answers(shown, "allow", NOW)).isTrue();

    Approval settled = result(store.approvals().keep(List.of("q"), NOW.plus(HELD), NOW)).get(0);
    assertThat(settled.state()).isEqualTo(State.ANSWERED);
    assertThat(settled.answer()).isEqualTo("decided: allow");
  }

  @Test
  void takes_the_first_answer_only() {
    ShownApproval shown = asksAndShows("q");

    List<Boolean> effects =
        AtOnce.run(
            8, i -> result(store.approvals().answer(press(shown, "allow"), 1, "no " + i, NOW)));

    assertThat(effects).containsOnlyOnce(true);
  }

  @Test
  void an_answer_of_the_terminal_that_came_first_holds() {
    ShownApproval shown = asksAndShows("q");

    assertThat(result(store.approvals().settle("q", State.ELSEWHERE, NOW))).isTrue();

    assertThat(answers(shown, "allow", NOW)).isFalse();
    assertThat(held("q").hasAnswer()).isFalse();
  }

  @Test
  void an_answer_of_the_terminal_that_came_late_does_not() {
    ShownApproval shown = asksAndShows("q");
    answers(shown, "allow", NOW);

    assertThat(result(store.approvals().settle("q", State.ELSEWHERE, NOW))).isFalse();

    assertThat(held("q").hasAnswer()).isTrue();
  }

  @Test
  void a_button_counts_under_its_own_message_only() {
    Press right = press(asksAndShows("q"), "allow");

    assertThat(found(right)).isPresent();
    assertThat(found(elsewhere(right, CHAT - 1, THREAD, MESSAGE))).isEmpty();
    assertThat(found(elsewhere(right, CHAT, THREAD + 1, MESSAGE))).isEmpty();
    assertThat(found(elsewhere(right, CHAT, THREAD, MESSAGE + 1))).isEmpty();
    assertThat(answered(elsewhere(right, CHAT, THREAD, MESSAGE + 1))).isFalse();
    assertThat(answered(right)).isTrue();
  }

  @Test
  void a_made_up_button_is_nobodys() {
    asksAndShows("q");

    assertThat(found(new Press(7, 1, CHAT, THREAD, MESSAGE, "allow", 5, "Ann"))).isEmpty();
  }

  @Test
  void finds_the_question_whose_message_was_replied_to() {
    asksAndShows("q");

    Press reply = new Press(7, 1, CHAT, THREAD, MESSAGE, "", 5, "Ann");

    assertThat(found(reply).map(it -> it.approval().id())).contains("q");
    assertThat(found(elsewhere(reply, CHAT, THREAD, MESSAGE - 1))).isEmpty();
  }

  @Test
  void finds_a_question_that_an_earlier_entrys_message_shows() {
    begin();
    enqueue(ONE, 2);
    asks("q", ONE);
    release(ONE, 3, Release.event(false, fresh(ONE)));
    OutboxEntry head = next(lease).orElseThrow();
    OutboxEntry folded = head.with(result(store.outbox().behind(lease, head, 9)));
    result(store.outbox().fold(lease, folded));
    ShownApproval shown = offers(folded.folded().get(1)).orElseThrow();
    result(store.outbox().confirm(lease, folded, new SentPart(MESSAGE, true, true), NOW));

    assertThat(answers(shown, "deny", NOW)).isTrue();
    assertThat(found(new Press(7, 1, CHAT, THREAD, MESSAGE, "", 5, "Ann"))).isPresent();
    assertThat(outdated()).extracting(ShownApproval::message).containsExactly(MESSAGE);
  }

  @Test
  void gives_the_same_buttons_when_the_message_is_prepared_again() {
    begin();
    asks("q", ONE);
    release(ONE, 1, Release.event(false, fresh(ONE)));
    OutboxEntry entry = next(lease).orElseThrow();

    assertThat(offers(entry).orElseThrow().buttons()).hasSize(2);
    assertThat(offers(entry)).isEqualTo(offers(entry));
  }

  @Test
  void offers_nothing_for_what_nobody_waits_for() {
    begin();
    enqueue(ONE, 1);
    bind(ONE, THREAD);

    assertThat(offers(next(lease).orElseThrow())).isEmpty();
  }

  @Test
  void is_over_when_its_time_is() {
    ShownApproval shown = asksAndShows("q");
    Instant late = NOW.plus(PATIENCE);

    assertThat(answers(shown, "allow", late)).isFalse();
    assertThat(result(store.approvals().keep(List.of("q"), late.plus(HELD), late)))
        .extracting(Approval::state)
        .containsExactly(State.EXPIRED);
  }

  @Test
  void is_lost_with_who_held_it_and_open_again_when_the_agent_comes_back() {
    ShownApproval shown = asksAndShows("q");
    Instant later = NOW.plus(HELD).plusMillis(1);

    result(store.approvals().clear(later));
    assertThat(answers(shown, "allow", later)).isFalse();
    assertThat(outdated()).extracting(it -> it.approval().state()).containsExactly(State.LOST);

    assertThat(asksAgain("q", later).id()).isEqualTo("q");
    assertThat(held("q").state()).isEqualTo(State.OPEN);
    assertThat(outdated().get(0).version()).isEqualTo(3);
  }

  @Test
  void is_held_as_long_as_somebody_says_so() {
    asksAndShows("q");

    result(store.approvals().keep(List.of("q"), NOW.plus(HELD.multipliedBy(2)), NOW));
    result(store.approvals().clear(NOW.plus(HELD).plusMillis(1)));

    assertThat(held("q").state()).isEqualTo(State.OPEN);
  }

  @Test
  void gives_its_answer_to_an_agent_that_comes_back_elsewhere() {
    ShownApproval shown = asksAndShows("q");
    answers(shown, "deny", NOW);
    result(store.approvals().clear(NOW.plus(HELD).plusMillis(1)));
    assertThat(held("q").state()).isEqualTo(State.UNTAKEN);

    Approval back = asksAgain("q", NOW.plus(HELD));
    result(store.approvals().taken("q"));

    assertThat(back.answer()).isEqualTo("decided: deny");
    assertThat(held("q").state()).isEqualTo(State.TAKEN);
  }

  @Test
  void keeps_two_that_ask_the_same_apart() {
    begin();
    asks("q1", ONE);
    asks("q2", ONE);

    result(store.approvals().settle("q1", State.GONE, NOW));

    assertThat(result(store.approvals().of(ONE)))
        .extracting(Approval::id, Approval::seq, Approval::state)
        .containsExactly(tuple("q1", 1L, State.GONE), tuple("q2", 2L, State.OPEN));
  }

  @Test
  void is_outdated_until_its_message_shows_what_became_of_it() {
    ShownApproval shown = asksAndShows("q");
    assertThat(outdated()).isEmpty();

    answers(shown, "allow", NOW);
    ShownApproval outdated = outdated().get(0);
    assertThat(outdated.shown()).isEqualTo("its look");
    assertThat(outdated.settledName()).isEqualTo("Ann");
    assertThat(outdated.settledBy()).isEqualTo(5);
    result(store.approvals().shown(lease, "q", outdated.version()));

    assertThat(outdated()).isEmpty();
  }

  @Test
  void is_outdated_when_nobody_knows_how_its_message_looks() {
    ShownApproval shown = asksAndShows("q");

    result(store.approvals().outdate(lease, shown.event()));

    assertThat(outdated()).extracting(ShownApproval::version).containsExactly(1L);
  }

  @Test
  void a_choice_that_is_made_upon_an_older_look_has_no_effect() {
    ShownApproval shown = asksAndShows("q");
    assertThat(result(store.approvals().pick(press(shown, "allow"), 1, "blue", NOW))).isTrue();

    assertThat(result(store.approvals().pick(press(shown, "allow"), 1, "red", NOW))).isFalse();
    assertThat(answers(shown, "allow", NOW)).isFalse();

    assertThat(found(press(shown, "allow")).orElseThrow().picks()).isEqualTo("blue");
    assertThat(result(store.approvals().answer(press(shown, "allow"), 2, "sent", NOW))).isTrue();
  }

  @Test
  void tells_what_may_show_that_the_terminal_answered() {
    begin();
    asks("q", ONE);
    accept(Sample.tool(EventType.TOOL_START, ONE, "start", "t"));
    accept(Sample.tool(EventType.TOOL_RESULT, ONE, "end", "t"));
    accept(Sample.typed(EventType.OTHER, ONE, "form"));

    assertThat(result(store.approvals().behind(ONE, 1)))
        .extracting(it -> it.event().id())
        .containsExactly("end", "form");
    assertThat(result(store.approvals().behind(ONE, 4))).isEmpty();
  }

  private void begin() {
    lease = take();
  }

  private ShownApproval asksAndShows(String id) {
    begin();
    asks(id, ONE);
    release(ONE, 1, Release.event(false, fresh(ONE)));
    OutboxEntry entry = next(lease).orElseThrow();
    ShownApproval shown = offers(entry).orElseThrow();
    result(store.outbox().confirm(lease, entry, new SentPart(MESSAGE, true, true), NOW));
    return shown;
  }

  private void asks(String id, SessionKey session) {
    NewEvent event = Sample.typed(EventType.APPROVAL_REQUEST, session, id);
    NewApproval asked =
        new NewApproval(
            id, event.event().source(), id, session, "alike", NOW.plus(PATIENCE), NOW.plus(HELD));
    result(store.approvals().hold(asked, NOW));
    accept(event);
    if (result(store.topics().of(session)).orElseThrow().thread() == 0) {
      bind(session, THREAD);
    }
  }

  private Approval asksAgain(String id, Instant now) {
    NewEvent event = Sample.typed(EventType.APPROVAL_REQUEST, ONE, id);
    NewApproval asked =
        new NewApproval("another", event.event().source(), id, ONE, "alike", now, now.plus(HELD));
    return result(store.approvals().hold(asked, now));
  }

  private Approval held(String id) {
    return result(store.approvals().of(ONE)).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Optional<ShownApproval> offers(OutboxEntry entry) {
    Buttons buttons =
        new Buttons(List.of("allow", "deny"), () -> "button-" + ids.incrementAndGet());
    return result(
        store.approvals().offer(lease, entry, entry.events().get(0), "its look", buttons));
  }

  private Optional<ShownApproval> found(Press press) {
    return result(store.approvals().pressed(press));
  }

  private boolean answered(Press press) {
    return result(store.approvals().answer(press, 1, "decided", NOW));
  }

  private boolean answers(ShownApproval shown, String action, Instant now) {
    return result(store.approvals().answer(press(shown, action), 1, "decided: " + action, now));
  }

  private List<ShownApproval> outdated() {
    return result(store.approvals().outdated(lease, 10));
  }

  private static Press press(ShownApproval shown, String action) {
    return new Press(7, 1, CHAT, THREAD, MESSAGE, shown.buttons().get(action), 5, "Ann");
  }

  private static Press elsewhere(Press press, long chat, long thread, long message) {
    return new Press(7, 1, chat, thread, message, press.button(), press.user(), press.name());
  }
}
