package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionTopic.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What must happen when people delete a session's topic. */
public abstract class LostTopicsContract extends StoreContract {

  private static final Instant LATER = NOW.plusSeconds(65);

  protected LostTopicsContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void begins_the_next_generation() {
    enqueue(ONE, 1);
    missing(10);

    assertThat(lost(1, LATER))
        .extracting(SessionTopic::state, SessionTopic::generation, SessionTopic::thread)
        .containsExactly(State.NEEDED, 2, 0L);
    assertThat(result(store.topics().needing(LATER, 10))).hasSize(1);
  }

  @Test
  void shows_a_note_and_then_what_waits_in_the_new_topic() {
    enqueue(ONE, 3);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry shown = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, shown, new SentPart(11, true, true), NOW));
    result(store.topics().missing(ONE, 1, NOW));

    lost(1, LATER);
    bind(ONE, 20);

    OutboxEntry note = next(lease).orElseThrow();
    assertThat(note)
        .extracting(OutboxEntry::kind, OutboxEntry::text, OutboxEntry::thread)
        .containsExactly(Release.Kind.NOTE, "deleted", 20L);
    result(store.outbox().confirm(lease, note, new SentPart(21, true, true), NOW));
    assertThat(ids(lease, 22)).isEqualTo("enqueued-2");
    assertThat(ids(lease, 23)).isEqualTo("enqueued-3");
  }

  @Test
  void shows_an_entry_from_its_first_part_again() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, head, new SentPart(11, false, true), NOW));
    result(store.topics().missing(ONE, 1, NOW));

    lost(1, LATER);
    bind(ONE, 20);
    OutboxEntry note = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, note, new SentPart(21, true, true), NOW));

    assertThat(next(lease).orElseThrow().part()).isZero();
  }

  @Test
  void writes_no_note_when_nothing_waits() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, head, new SentPart(11, true, true), NOW));
    result(store.topics().missing(ONE, 1, NOW));

    lost(1, LATER);

    assertThat(result(store.topics().needing(LATER, 10))).isEmpty();
  }

  @Test
  void mutes_a_session_whose_topic_is_deleted_twice_within_ten_minutes() {
    enqueue(ONE, 1);
    missing(10);
    lost(1, LATER);
    missing(20);

    SessionTopic second = lost(2, LATER.plus(Duration.ofMinutes(10)).minusMillis(1));

    assertThat(second.state()).isEqualTo(State.MUTED);
    assertThat(result(store.topics().needing(LATER.plusSeconds(3600), 10))).isEmpty();
    assertThat(next(take())).isEmpty();
  }

  @Test
  void does_not_mute_a_session_whose_topic_is_deleted_again_after_ten_minutes() {
    enqueue(ONE, 1);
    missing(10);
    lost(1, LATER);
    missing(20);

    SessionTopic second = lost(2, LATER.plus(Duration.ofMinutes(10)));

    assertThat(second.state()).isEqualTo(State.NEEDED);
    assertThat(second.generation()).isEqualTo(3);
  }

  @Test
  void waits_for_an_entry_that_is_in_flight() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    result(store.topics().missing(ONE, 1, NOW));

    assertThat(lost(1, LATER).state()).isEqualTo(State.DOUBTED);

    result(store.outbox().putBack(lease, head, "topic gone", NOW));
    assertThat(lost(1, LATER).state()).isEqualTo(State.NEEDED);
  }

  @Test
  void ends_no_topic_that_nobody_doubts() {
    enqueue(ONE, 1);
    bind(ONE, 10);

    assertThat(lost(1, LATER).state()).isEqualTo(State.BOUND);
  }

  @Test
  void ends_no_topic_of_another_generation() {
    enqueue(ONE, 1);
    missing(10);

    assertThat(lost(2, LATER))
        .extracting(SessionTopic::state, SessionTopic::generation)
        .containsExactly(State.DOUBTED, 1);
  }

  @Test
  void is_not_concerned_any_more_with_the_topic_that_is_gone() {
    enqueue(ONE, 1);
    missing(10);
    lost(1, LATER);
    bind(ONE, 20);

    assertThat(result(store.topics().closed(CHAT, 10, NOW))).isFalse();
    assertThat(topic(ONE).state()).isEqualTo(State.BOUND);
    assertThat(result(store.topics().closed(CHAT, 20, NOW))).isTrue();
  }

  private void missing(long thread) {
    bind(ONE, thread);
    result(store.topics().missing(ONE, topic(ONE).generation(), NOW));
  }

  private SessionTopic lost(int generation, Instant now) {
    return result(store.topics().lost(ONE, generation, "deleted", now));
  }

  private String ids(ChatLease lease, long message) {
    OutboxEntry entry = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, entry, new SentPart(message, true, true), NOW));
    return entry.events().stream().map(HookEvent::id).reduce("", String::concat);
  }
}
