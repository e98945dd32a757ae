package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.StaleLeaseException;
import dev.hookline.store.TopicAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What serving a chat must do. */
public abstract class ChatsContract extends StoreContract {

  private static final long NEW_CHAT = -2002;

  protected ChatsContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void gives_a_chat_to_its_first_owner() {
    assertThat(take()).isEqualTo(new ChatLease(CHAT, "node-1", 1, Instant.EPOCH, null, 0));
  }

  @Test
  void raises_the_epoch_with_each_owner() {
    ChatLease first = takeOver(CHAT, "node-1", NOW);
    result(store.chats().release(first));

    ChatLease second = takeOver(CHAT, "node-2", NOW);

    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertThat(second.owner()).isEqualTo("node-2");
  }

  @Test
  void keeps_a_chat_for_its_holder() {
    ChatLease held = take();

    assertThat(take("node-2", LIFETIME)).isEmpty();
    assertThat(result(store.chats().renew(held, LIFETIME)).epoch()).isEqualTo(held.epoch());
  }

  @Test
  void gives_a_chat_whose_lease_is_over_to_who_asks() {
    ChatLease over = take("node-1", Duration.ZERO).orElseThrow();

    assertThat(take("node-2", LIFETIME)).isPresent();
    assertThat(failure(store.chats().renew(over, LIFETIME)))
        .isInstanceOf(StaleLeaseException.class);
  }

  @Test
  void gives_an_owner_its_own_chat_back_at_once() {
    ChatLease before = take();

    ChatLease after = take();

    assertThat(after.epoch()).isGreaterThan(before.epoch());
  }

  @Test
  void extends_a_lease_that_is_over_but_that_nobody_took() {
    ChatLease over = take("node-1", Duration.ZERO).orElseThrow();

    result(store.chats().renew(over, LIFETIME));

    assertThat(take("node-2", LIFETIME)).isEmpty();
  }

  @Test
  void gives_a_chat_that_was_given_back_to_who_asks() {
    result(store.chats().release(take()));

    assertThat(take("node-2", LIFETIME)).isPresent();
  }

  @Test
  void leaves_a_chat_with_its_new_holder_when_the_former_one_gives_it_back() {
    ChatLease former = take("node-1", Duration.ZERO).orElseThrow();
    take("node-2", LIFETIME);

    result(store.chats().release(former));

    assertThat(take("node-3", LIFETIME)).isEmpty();
  }

  @Test
  void gives_a_free_chat_to_one_of_many_nodes_that_ask_at_once() {
    List<Boolean> taken = AtOnce.run(8, thread -> take("node-" + thread, LIFETIME).isPresent());

    assertThat(taken).containsOnlyOnce(true);
  }

  @Test
  void gives_every_one_of_many_owners_an_epoch_of_its_own() {
    List<Long> epochs = AtOnce.run(8, thread -> take().epoch());

    assertThat(Set.copyOf(epochs)).hasSize(8);
  }

  @Test
  void doubts_what_the_former_owner_was_sending() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    OutboxEntry sending = next(take()).orElseThrow();

    ChatLease lease = take();

    assertThat(result(store.outbox().doubted(lease)))
        .extracting(OutboxEntry::session, OutboxEntry::position, OutboxEntry::lowMessageId)
        .containsExactly(tuple(ONE, 1L, sending.lowMessageId()));
    assertThat(next(lease)).isEmpty();
  }

  @Test
  void doubts_the_topics_that_the_former_owner_was_creating() {
    enqueue(ONE, 1);
    claim(ONE, "a");

    takeOver(CHAT, "node-1", NOW.plusSeconds(1));

    assertThat(result(store.topics().unsettled(NOW, 10)))
        .extracting(TopicAttempt::state, TopicAttempt::since)
        .containsExactly(tuple(TopicAttempt.State.AMBIGUOUS, NOW.plusSeconds(1)));
  }

  @Test
  void leaves_the_work_of_other_chats_alone() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    enqueue(TWO, 1);
    claim(TWO, "a");
    ChatLease lease = take();
    next(lease);

    takeOver(NEW_CHAT, "node-2", NOW);

    assertThat(result(store.outbox().doubted(lease))).isEmpty();
  }

  @Test
  void tells_the_holder_how_the_chat_stands() {
    ChatLease lease = take();
    result(store.chats().closeUntil(lease, NOW.plusSeconds(30)));
    result(store.chats().suspend(lease, "no rights"));
    result(store.outbox().stray(lease, 41));

    assertThat(result(store.chats().renew(lease, LIFETIME)))
        .isEqualTo(new ChatLease(CHAT, "node-1", 1, NOW.plusSeconds(30), "no rights", 41));

    result(store.chats().resume(lease));
    assertThat(result(store.chats().renew(lease, LIFETIME)).suspended()).isNull();
  }

  @Test
  void refuses_every_change_of_a_holder_that_was_replaced() {
    ChatLease stale = take();
    take();

    assertThat(
            List.of(
                failure(store.chats().renew(stale, LIFETIME)),
                failure(store.chats().calling(stale, NOW)),
                failure(store.chats().closeUntil(stale, NOW.plusSeconds(1))),
                failure(store.chats().suspend(stale, "x")),
                failure(store.chats().resume(stale))))
        .hasOnlyElementsOfType(StaleLeaseException.class);
    assertThat(result(store.chats().callsSince(CHAT, Instant.EPOCH))).isEmpty();
    assertThat(take())
        .extracting(ChatLease::closedUntil, ChatLease::suspended)
        .containsExactly(Instant.EPOCH, null);
  }

  @Test
  void remembers_calls_across_owners_and_restarts() {
    ChatLease lease = take();
    result(store.chats().calling(lease, NOW.minusSeconds(61)));
    result(store.chats().calling(lease, NOW.minusSeconds(60)));
    result(store.chats().calling(lease, NOW));

    restart();
    take();

    assertThat(result(store.chats().callsSince(CHAT, NOW.minusSeconds(60))))
        .containsExactly(NOW.minusSeconds(60), NOW);
  }

  @Test
  void forgets_calls_that_concern_no_budget_any_more() {
    ChatLease lease = take();
    result(store.chats().calling(lease, NOW.minusSeconds(3_600)));

    result(store.chats().calling(lease, NOW));

    assertThat(result(store.chats().callsSince(CHAT, Instant.EPOCH))).containsExactly(NOW);
  }

  @Test
  void knows_the_highest_message_id_that_came_before_the_first_owner() {
    result(store.topics().sighted(CHAT, 17, "early", NOW));

    assertThat(take().lastMessageId()).isEqualTo(17);
  }

  @Test
  void moves_sessions_and_what_waits_to_a_chats_new_id() {
    enqueue(ONE, 1);
    claim(ONE, "a");
    result(store.topics().doubt("a", "no answer", NOW));

    result(store.chats().migrate(CHAT, NEW_CHAT));

    assertThat(topic(ONE).chat()).isEqualTo(NEW_CHAT);
    assertThat(result(store.topics().unsettled(NOW, 10)))
        .extracting(TopicAttempt::chat)
        .containsExactly(NEW_CHAT);
    result(store.topics().bind("a", 3, NOW));
    ChatLease lease = takeOver(NEW_CHAT, "node-1", NOW);
    assertThat(next(lease)).isPresent();
  }

  @Test
  void puts_new_sessions_of_a_chat_that_moved_into_its_new_id() {
    take();
    result(store.chats().migrate(CHAT, NEW_CHAT));

    accept(Sample.event(ONE, "a"));

    assertThat(topic(ONE).chat()).isEqualTo(NEW_CHAT);
  }

  @Test
  void follows_a_chat_that_moved_twice() {
    result(store.chats().migrate(CHAT, NEW_CHAT));
    result(store.chats().migrate(CHAT, NEW_CHAT));
    result(store.chats().migrate(NEW_CHAT, -3003));

    assertThat(result(store.chats().current(CHAT))).isEqualTo(-3003);
    assertThat(result(store.chats().current(NEW_CHAT))).isEqualTo(-3003);
    assertThat(result(store.chats().current(-3003))).isEqualTo(-3003);
  }

  private Optional<ChatLease> take(String owner, Duration lifetime) {
    return result(store.chats().take(CHAT, owner, lifetime, NOW));
  }
}
