package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicAnswer.Verdict;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicCall.Kind;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.TopicSlotWanted;
import io.vertx.core.Future;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicDeskTest {

  private static final long CHAT = -100;
  private static final long GUARD = 5_000;
  private static final long PATIENCE = 30_000;

  private long now = 1_000;
  private final TopicDesk desk =
      new TopicDesk(new LaneTime(Clock.systemUTC(), () -> now * 1_000_000), GUARD);

  @BeforeEach
  void tenure() {
    desk.begin(3);
  }

  @Test
  void hands_out_turns_in_the_order_in_which_they_were_asked_for() {
    // Given
    Future<TopicSlot> first = want("a");
    Future<TopicSlot> second = want("b");

    // When
    desk.grant();

    // Then
    assertThat(first.succeeded()).isTrue();
    assertThat(second.isComplete()).isFalse();
  }

  @Test
  void keeps_a_sessions_place_when_it_asks_again() {
    // Given
    Future<TopicSlot> impatient = want("a");
    want("b");
    Future<TopicSlot> again = want("a");

    // When
    desk.grant();

    // Then
    assertThat(impatient.failed()).isTrue();
    assertThat(again.succeeded()).isTrue();
  }

  @Test
  void passes_over_who_has_lost_patience() {
    // Given
    Future<TopicSlot> gone = want("a");
    now += PATIENCE - 1;
    Future<TopicSlot> waiting = want("b");
    now += 1;

    // When
    assertThat(desk.someoneWantsASlot()).isTrue();
    desk.grant();

    // Then
    assertThat(gone.succeeded()).isFalse();
    assertThat(waiting.succeeded()).isTrue();
  }

  @Test
  void keeps_the_place_of_an_asker_who_comes_back_soon() {
    // Given
    want("a");
    now += PATIENCE;
    Future<TopicSlot> second = want("b");
    Future<TopicSlot> back = want("a");

    // When
    desk.grant();

    // Then
    assertThat(back.succeeded()).isTrue();
    assertThat(second.isComplete()).isFalse();
  }

  @Test
  void stops_nothing_for_a_turn_that_nobody_wants() {
    // Given
    want("a");
    now += PATIENCE;

    // When
    desk.grant();

    // Then
    assertThat(desk.blockedMillis()).isZero();
  }

  @Test
  void keeps_the_lane_waiting_for_the_call_of_the_turn() {
    granted();

    assertThat(desk.blockedMillis()).isEqualTo(GUARD);
  }

  @Test
  void lets_the_lane_go_on_when_the_call_does_not_come() {
    // Given
    granted();

    // When
    now += GUARD;

    // Then
    assertThat(desk.blockedMillis()).isZero();
  }

  @Test
  void lets_the_lane_go_on_when_the_turn_is_given_back() {
    // Given
    TopicSlot slot = granted();

    // When
    desk.ask(TopicCall.forgo(CHAT, slot.id()));

    // Then
    assertThat(desk.blockedMillis()).isZero();
  }

  @Test
  void takes_the_creation_of_the_turn_that_is_out() {
    // Given
    TopicSlot slot = granted();

    // When
    Future<TopicAnswer> answer = create(slot.id());

    // Then
    assertThat(answer.isComplete()).isFalse();
    assertThat(desk.takeCreation()).isPresent();
    assertThat(desk.takeCreation()).isEmpty();
  }

  @Test
  void lets_no_creation_be_made_later_than_its_turn_lasts() {
    // Given
    TopicSlot slot = granted();
    now += 1_000;

    // When
    create(slot.id());

    // Then
    assertThat(desk.takeCreation()).get().extracting(TopicDesk.Asked::notAfter).isEqualTo(6_000L);
  }

  @Test
  void refuses_a_creation_whose_turn_has_run_out() {
    // Given
    TopicSlot slot = granted();
    now += GUARD;

    // When
    Future<TopicAnswer> answer = create(slot.id());

    // Then
    assertThat(answer.result().verdict()).isEqualTo(Verdict.NOT_SENT);
    assertThat(desk.takeCreation()).isEmpty();
  }

  @Test
  void refuses_a_second_creation_of_the_same_turn() {
    // Given
    TopicSlot slot = granted();
    create(slot.id());

    // When
    Future<TopicAnswer> second = create(slot.id());

    // Then
    assertThat(second.result().verdict()).isEqualTo(Verdict.NOT_SENT);
  }

  @Test
  void refuses_a_creation_whose_turn_is_of_an_earlier_tenure() {
    // Given
    TopicSlot slot = granted();
    desk.begin(4);

    // When
    Future<TopicAnswer> answer = create(slot.id());

    // Then
    assertThat(answer.result().verdict()).isEqualTo(Verdict.NOT_SENT);
  }

  @Test
  void does_not_take_back_a_turn_that_is_used() {
    // Given
    TopicSlot slot = granted();
    create(slot.id());

    // When
    desk.ask(TopicCall.forgo(CHAT, slot.id()));

    // Then
    assertThat(desk.takeCreation()).isPresent();
  }

  @Test
  void makes_the_same_call_once_for_all_who_wait_for_it() {
    // Given
    Future<TopicAnswer> one = desk.ask(TopicCall.about(CHAT, Kind.BARRIER, 0));
    Future<TopicAnswer> two = desk.ask(TopicCall.about(CHAT, Kind.BARRIER, 0));

    // When
    TopicDesk.Asked asked = desk.takeCall().orElseThrow();
    asked.answer().complete(TopicAnswer.done(0));

    // Then
    assertThat(desk.hasCall()).isFalse();
    assertThat(one.result()).isEqualTo(TopicAnswer.done(0));
    assertThat(two.result()).isEqualTo(TopicAnswer.done(0));
  }

  @Test
  void makes_a_call_again_for_those_who_ask_while_it_is_under_way() {
    // Given
    desk.ask(TopicCall.about(CHAT, Kind.BARRIER, 0));
    desk.takeCall();

    // When
    desk.ask(TopicCall.about(CHAT, Kind.BARRIER, 0));

    // Then
    assertThat(desk.hasCall()).isTrue();
  }

  @Test
  void makes_calls_about_different_topics_in_turn() {
    // Given
    desk.ask(TopicCall.about(CHAT, Kind.DELETE, 5));
    desk.ask(TopicCall.about(CHAT, Kind.DELETE, 6));

    // Then
    assertThat(desk.takeCall().orElseThrow().call().thread()).isEqualTo(5);
    assertThat(desk.takeCall().orElseThrow().call().thread()).isEqualTo(6);
  }

  @Test
  void tells_everybody_when_nothing_will_be_done_any_more() {
    // Given
    TopicSlot slot = granted();
    Future<TopicAnswer> creation = create(slot.id());
    Future<TopicAnswer> call = desk.ask(TopicCall.about(CHAT, Kind.PROBE, 5));
    Future<TopicSlot> turn = want("b");

    // When
    desk.close("over");

    // Then
    assertThat(creation.result()).isEqualTo(TopicAnswer.notSent("over"));
    assertThat(call.result()).isEqualTo(TopicAnswer.notSent("over"));
    assertThat(turn.failed()).isTrue();
  }

  private TopicSlot granted() {
    Future<TopicSlot> slot = want("a");
    desk.grant();
    return slot.result();
  }

  private Future<TopicSlot> want(String session) {
    return desk.want(new TopicSlotWanted(CHAT, new SessionKey(session), PATIENCE));
  }

  private Future<TopicAnswer> create(long slot) {
    return desk.ask(TopicCall.create(CHAT, "name", slot, 0));
  }
}
