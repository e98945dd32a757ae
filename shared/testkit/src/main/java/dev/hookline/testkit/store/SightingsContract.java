package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.SessionTopic.State;
import dev.hookline.store.Sighting;
import dev.hookline.store.Sighting.Verdict;
import dev.hookline.store.TopicAttempt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must happen when a topic turns up. */
public abstract class SightingsContract extends StoreContract {

  protected SightingsContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void binds_the_open_attempt_whose_marker_the_name_bears() {
    claimed(ONE, "a");

    assertThat(sighted(10, "topic m-a")).isEqualTo(new Sighting(Verdict.BOUND, ONE));

    assertThat(topic(ONE).state()).isEqualTo(State.BOUND);
    assertThat(topic(ONE).thread()).isEqualTo(10);
    assertThat(result(store.topics().bind("a", 10, NOW))).isFalse();
  }

  @Test
  void binds_an_attempt_that_was_in_doubt() {
    claimed(ONE, "a");
    result(store.topics().doubt("a", "no answer", NOW));

    assertThat(sighted(10, "topic m-a").verdict()).isEqualTo(Verdict.BOUND);
  }

  @Test
  void recognises_a_name_that_telegram_has_trimmed_or_folded() {
    claimed(ONE, "a");

    assertThat(sighted(10, " other words \u00b7  m-a ").verdict()).isEqualTo(Verdict.BOUND);
  }

  @Test
  void sees_the_topic_of_a_session_as_its_own_again_and_again() {
    claimed(ONE, "a");
    result(store.topics().bind("a", 10, NOW));

    assertThat(sighted(10, "topic m-a")).isEqualTo(new Sighting(Verdict.BOUND, ONE));
    assertThat(sighted(10, "renamed")).isEqualTo(new Sighting(Verdict.BOUND, ONE));
    assertThat(unsettled()).isEmpty();
  }

  @Test
  void takes_a_topic_that_comes_after_its_attempt_was_closed_for_an_orphan() {
    claimed(ONE, "a");
    result(store.topics().doubt("a", "no answer", NOW));
    result(store.topics().absent("a", NOW));
    claim(ONE, "b");
    result(store.topics().bind("b", 20, NOW));

    assertThat(sighted(10, "topic m-a")).isEqualTo(new Sighting(Verdict.ORPHAN, ONE));

    assertThat(topic(ONE).thread()).isEqualTo(20);
    assertThat(unsettled()).extracting(TopicAttempt::thread).containsExactly(10L);
  }

  @Test
  void takes_a_second_topic_of_the_same_attempt_for_an_orphan() {
    claimed(ONE, "a");
    result(store.topics().bind("a", 10, NOW));

    assertThat(sighted(11, "topic m-a")).isEqualTo(new Sighting(Verdict.ORPHAN, ONE));
    assertThat(sighted(12, "topic m-a")).isEqualTo(new Sighting(Verdict.ORPHAN, ONE));

    assertThat(topic(ONE).thread()).isEqualTo(10);
    assertThat(unsettled()).extracting(TopicAttempt::thread).containsExactlyInAnyOrder(11L, 12L);
  }

  @Test
  void forgets_an_orphan_when_it_was_deleted() {
    claimed(ONE, "a");
    result(store.topics().bind("a", 10, NOW));
    sighted(11, "topic m-a");
    String orphan = unsettled().get(0).id();

    assertThat(result(store.topics().reaped(orphan, NOW))).isTrue();
    assertThat(result(store.topics().reaped(orphan, NOW))).isFalse();
    sighted(11, "topic m-a");

    assertThat(unsettled()).isEmpty();
  }

  @Test
  void lists_an_orphan_once_however_often_it_is_seen() {
    claimed(ONE, "a");
    result(store.topics().fail("a", "refused", NOW));

    sighted(10, "topic m-a");
    sighted(10, "topic m-a");

    assertThat(unsettled()).hasSize(1);
  }

  @Test
  void leaves_a_topic_without_a_marker_of_ours_alone() {
    claimed(ONE, "a");

    assertThat(sighted(10, "holidays")).isEqualTo(new Sighting(Verdict.FOREIGN, null));
    assertThat(sighted(11, "topic m-ab")).isEqualTo(new Sighting(Verdict.FOREIGN, null));
    assertThat(sighted(12, "")).isEqualTo(new Sighting(Verdict.FOREIGN, null));
    assertThat(unsettled()).isEmpty();
  }

  @Test
  void knows_a_marker_only_in_its_own_chat() {
    claimed(ONE, "a");

    assertThat(result(store.topics().sighted(-2002, 10, "topic m-a", NOW)).verdict())
        .isEqualTo(Verdict.FOREIGN);
  }

  @Test
  void binds_once_when_the_answer_and_the_sighting_come_at_once() {
    claimed(ONE, "a");

    AtOnce.run(
        4,
        thread ->
            thread == 0
                ? result(store.topics().bind("a", 10, NOW))
                : sighted(10, "topic m-a").verdict() == Verdict.BOUND);

    assertThat(topic(ONE).thread()).isEqualTo(10);
    assertThat(unsettled()).isEmpty();
  }

  private void claimed(SessionKey session, String attempt) {
    enqueue(session, 1);
    claim(session, attempt);
  }

  private Sighting sighted(long thread, String name) {
    return result(store.topics().sighted(CHAT, thread, name, NOW));
  }

  private List<TopicAttempt> unsettled() {
    return result(store.topics().unsettled(NOW, 10));
  }
}
