package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Receipt;
import dev.hookline.store.SentPart;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.StoreUnavailableException;
import dev.hookline.store.TopicAttempt;
import dev.hookline.store.Totals;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What closing a store and opening it again must do. */
public abstract class RestartContract extends StoreContract {

  protected RestartContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void keeps_events_and_still_knows_them() {
    accept(Sample.event(ONE, "a"), Sample.numbered(TWO, 1));

    restart();

    assertThat(fresh(ONE)).containsExactly(1L);
    assertThat(accept(Sample.event(ONE, "a"), Sample.numbered(TWO, 2)))
        .extracting(Receipt::duplicate, Receipt::ackedThrough)
        .containsExactly(tuple(true, null), tuple(false, 2L));
  }

  @Test
  void keeps_topics_entries_messages_and_sums() {
    enqueue(ONE, 3);
    bind(ONE, 10);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, head, new SentPart(11, true, true), NOW));
    SessionTopic topic = topic(ONE);
    Totals totals = result(store.overview().totals());

    restart();

    assertThat(topic(ONE)).isEqualTo(topic);
    assertThat(result(store.overview().totals())).isEqualTo(totals);
    assertThat(result(store.topics().knownMessages(CHAT, 0))).containsExactly(10L, 11L);
    assertThat(next(lease).orElseThrow().position()).isEqualTo(2);
  }

  @Test
  void keeps_claims_that_nobody_closed() {
    enqueue(ONE, 1);
    claim(ONE, "a");

    restart();

    assertThat(claim(ONE, "b")).isFalse();
    assertThat(result(store.topics().unsettled(NOW.plusSeconds(1), 10)))
        .extracting(TopicAttempt::id)
        .containsExactly("a");
  }

  @Test
  void keeps_updates_and_how_far_they_were_read() {
    result(store.updates().store(7, List.of(new IncomingUpdate(5, CHAT, 1, 0, "{}")), NOW));

    restart();

    assertThat(result(store.updates().nextOffset(7))).isEqualTo(6);
    assertThat(result(store.updates().unhandled(7, 10))).hasSize(1);
  }

  @Test
  void finishes_what_runs_when_it_is_closed() {
    List<Future<List<Receipt>>> running =
        IntStream.range(0, 50)
            .mapToObj(i -> store.events().accept(List.of(Sample.event(ONE, "e-" + i))))
            .toList();

    restart();

    running.forEach(future -> assertThat(future.succeeded()).isTrue());
    assertThat(fresh(ONE)).hasSize(50);
  }

  @Test
  void takes_nothing_when_it_is_closed() {
    result(store.close());

    assertThat(failure(store.check())).isInstanceOf(StoreUnavailableException.class);
    assertThat(failure(store.events().accept(List.of(Sample.event(ONE, "a")))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(failure(store.sequences().view(new SessionKey("any"))))
        .isInstanceOf(StoreUnavailableException.class);
  }
}
