package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionTopic.State;
import dev.hookline.store.TopicAttempt;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What claims on topics must do: the law that keeps every session to one topic. */
public abstract class TopicsContract extends StoreContract {

  protected TopicsContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void knows_no_topic_of_an_unknown_session() {
    assertThat(result(store.topics().of(ONE))).isEmpty();
  }

  @Test
  void finds_a_session_that_has_something_to_show_and_no_topic() {
    enqueue(ONE, 1);
    accept(Sample.event(TWO, "nothing to show yet"));

    assertThat(needing()).extracting(SessionTopic::session).containsExactly(ONE);
  }

  @Test
  void finds_no_session_that_somebody_claims_a_topic_for() {
    enqueue(ONE, 1);

    claim(ONE, "a");

    assertThat(needing()).isEmpty();
  }

  @Test
  void opens_an_attempt_with_what_is_known_of_the_chat() {
    enqueue(ONE, 1);
    take();
    result(store.outbox().stray(take(), 41));

    TopicAttempt attempt =
        result(store.topics().open(topic(ONE), "a", "marker", "name marker", NOW)).orElseThrow();

    assertThat(attempt)
        .isEqualTo(
            new TopicAttempt(
                "a",
                ONE,
                CHAT,
                1,
                "marker",
                "name marker",
                TopicAttempt.State.OPEN,
                41,
                0,
                NOW,
                NOW));
  }

  @Test
  void lets_one_of_many_claim_at_once() {
    enqueue(ONE, 1);

    assertThat(AtOnce.run(8, thread -> claim(ONE, "a-" + thread))).containsOnlyOnce(true);
  }

  @Test
  void refuses_a_claim_for_a_session_that_has_its_topic() {
    enqueue(ONE, 1);
    SessionTopic before = topic(ONE);
    bind(ONE, 10);

    Optional<TopicAttempt> second = result(store.topics().open(before, "b", "m-b", "n m-b", NOW));

    assertThat(second).isEmpty();
  }

  @Test
  void refuses_a_claim_with_an_id_that_was_used() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    claim(ONE, "a");

    assertThat(claim(TWO, "a")).isFalse();
  }

  @Test
  void gives_the_session_the_topic_that_was_created() {
    enqueue(ONE, 1);
    claim(ONE, "a");

    assertThat(result(store.topics().bind("a", 10, NOW.plusSeconds(1)))).isTrue();

    assertThat(topic(ONE))
        .extracting(SessionTopic::state, SessionTopic::thread, SessionTopic::since)
        .containsExactly(State.BOUND, 10L, NOW.plusSeconds(1));
  }

  @Test
  void binds_an_attempt_once_however_many_saw_its_topic() {
    enqueue(ONE, 1);
    claim(ONE, "a");

    assertThat(AtOnce.run(8, thread -> result(store.topics().bind("a", 10 + thread, NOW))))
        .containsOnlyOnce(true);
    assertThat(topic(ONE).thread()).isBetween(10L, 17L);
  }

  @Test
  void gives_no_thread_to_two_sessions() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    bind(ONE, 10);
    claim(TWO, "b");

    assertThat(result(store.topics().bind("b", 10, NOW))).isFalse();

    assertThat(topic(TWO).state()).isEqualTo(State.NEEDED);
    assertThat(result(store.topics().bind("b", 11, NOW))).isTrue();
  }

  @Test
  void gives_no_thread_to_two_sessions_that_ask_at_once() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    claim(ONE, "a-0");
    claim(TWO, "a-1");

    assertThat(AtOnce.run(2, thread -> result(store.topics().bind("a-" + thread, 10, NOW))))
        .containsOnlyOnce(true);
  }

  @Test
  void tries_again_when_a_failed_attempts_time_has_come() {
    enqueue(ONE, 1);
    claim(ONE, "a");

    assertThat(result(store.topics().fail("a", "no rights", NOW.plusSeconds(5)))).isTrue();

    assertThat(topic(ONE).retryAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(needing()).isEmpty();
    assertThat(result(store.topics().needing(NOW.plusSeconds(5), 10))).hasSize(1);
    assertThat(claim(ONE, "b")).isTrue();
  }

  @Test
  void does_not_bind_an_attempt_that_failed() {
    enqueue(ONE, 1);
    claim(ONE, "a");
    result(store.topics().fail("a", "refused", NOW));

    assertThat(result(store.topics().bind("a", 10, NOW))).isFalse();
    assertThat(topic(ONE).state()).isEqualTo(State.NEEDED);
  }

  @Test
  void keeps_the_claim_while_nobody_knows_what_became_of_it() {
    enqueue(ONE, 1);
    claim(ONE, "a");

    assertThat(result(store.topics().doubt("a", "no answer", NOW))).isTrue();

    assertThat(claim(ONE, "b")).isFalse();
    assertThat(needing()).isEmpty();
    assertThat(result(store.topics().bind("a", 10, NOW))).isTrue();
  }

  @Test
  void doubts_only_an_open_attempt() {
    enqueue(ONE, 1);
    bind(ONE, 10);

    assertThat(result(store.topics().doubt("a-s-1-10", "late", NOW))).isFalse();
    assertThat(topic(ONE).state()).isEqualTo(State.BOUND);
  }

  @Test
  void lets_the_session_try_again_when_its_topic_was_never_created() {
    enqueue(ONE, 1);
    claim(ONE, "a");
    result(store.topics().doubt("a", "no answer", NOW));

    assertThat(result(store.topics().absent("a", NOW))).isTrue();

    assertThat(needing()).hasSize(1);
    assertThat(claim(ONE, "b")).isTrue();
  }

  @Test
  void takes_no_attempt_for_absent_that_was_not_in_doubt() {
    enqueue(ONE, 1);
    claim(ONE, "a");

    assertThat(result(store.topics().absent("a", NOW))).isFalse();
    assertThat(claim(ONE, "b")).isFalse();
  }

  @Test
  void finds_attempts_that_wait_for_evidence() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    claim(ONE, "doubted");
    result(store.topics().doubt("doubted", "no answer", NOW));
    claim(TWO, "open");

    assertThat(result(store.topics().unsettled(NOW, 10)))
        .extracting(TopicAttempt::id)
        .containsExactly("doubted");
    assertThat(result(store.topics().unsettled(NOW.plusMillis(1), 10)))
        .extracting(TopicAttempt::id)
        .containsExactlyInAnyOrder("doubted", "open");
  }

  @Test
  void follows_a_topic_that_people_close_and_reopen() {
    enqueue(ONE, 1);
    bind(ONE, 10);

    assertThat(result(store.topics().closed(CHAT, 10, NOW))).isTrue();
    assertThat(topic(ONE).state()).isEqualTo(State.CLOSED);
    assertThat(result(store.topics().closed(CHAT, 10, NOW))).isTrue();

    assertThat(result(store.topics().reopened(CHAT, 10, NOW))).isTrue();
    assertThat(topic(ONE).state()).isEqualTo(State.BOUND);
    assertThat(result(store.topics().reopened(CHAT, 10, NOW))).isFalse();
  }

  @Test
  void is_not_concerned_when_a_topic_of_somebody_else_is_closed() {
    enqueue(ONE, 1);
    bind(ONE, 10);

    assertThat(result(store.topics().closed(CHAT, 11, NOW))).isFalse();
    assertThat(result(store.topics().closed(-2002, 10, NOW))).isFalse();
    assertThat(topic(ONE).state()).isEqualTo(State.BOUND);
  }

  @Test
  void doubts_a_topic_until_it_is_found() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    result(store.topics().closed(CHAT, 10, NOW));

    assertThat(result(store.topics().missing(ONE, 1, NOW.plusSeconds(1)))).isTrue();
    assertThat(result(store.topics().doubted(10)))
        .extracting(SessionTopic::session, SessionTopic::since)
        .containsExactly(tuple(ONE, NOW.plusSeconds(1)));

    assertThat(result(store.topics().found(ONE, 1, NOW))).isTrue();
    assertThat(topic(ONE).state()).isEqualTo(State.BOUND);
    assertThat(result(store.topics().doubted(10))).isEmpty();
  }

  @Test
  void doubts_no_topic_of_another_generation() {
    enqueue(ONE, 1);
    bind(ONE, 10);

    assertThat(result(store.topics().missing(ONE, 2, NOW))).isFalse();
    assertThat(result(store.topics().found(ONE, 1, NOW))).isFalse();
    assertThat(topic(ONE).state()).isEqualTo(State.BOUND);
  }

  @Test
  void knows_whose_the_message_ids_of_a_chat_are() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    result(store.outbox().stray(take(), 12));
    result(store.topics().sighted(CHAT, 14, "somebody else's", NOW));

    assertThat(result(store.topics().knownMessages(CHAT, 0))).containsExactly(10L, 12L, 14L);
    assertThat(result(store.topics().knownMessages(CHAT, 12))).containsExactly(14L);
    assertThat(result(store.topics().knownMessages(-2002, 0))).isEmpty();
  }

  private List<SessionTopic> needing() {
    return result(store.topics().needing(NOW, 10));
  }
}
