package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Arrangement;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Cleaning;
import dev.hookline.store.Errand;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.NewApproval;
import dev.hookline.store.NewReply;
import dev.hookline.store.Order;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Receipt;
import dev.hookline.store.Release;
import dev.hookline.store.RetentionOptions;
import dev.hookline.store.SentPart;
import dev.hookline.store.SessionTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is over goes, and what waits stays. */
public abstract class RetentionContract extends StoreContract {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Instant LATER = NOW.plus(KEPT).plusSeconds(1);

  protected RetentionContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void takes_out_what_was_shown_when_its_time_is_over() {
    showAll(ONE, 3);

    assertThat(clean(LATER)).isEqualTo(1);

    assertThat(result(store.overview().shown(ONE))).isEmpty();
    assertThat(accept(Sample.event(ONE, "enqueued-1")).get(0).duplicate()).isFalse();
  }

  @Test
  void keeps_it_until_then() {
    showAll(ONE, 3);

    assertThat(clean(NOW.plus(KEPT))).isZero();

    assertThat(result(store.overview().shown(ONE))).hasSize(3);
    assertThat(accept(Sample.event(ONE, "enqueued-1")).get(0).duplicate()).isTrue();
  }

  @Test
  void keeps_everything_for_ever_when_that_is_wanted() {
    showAll(ONE, 3);

    RetentionOptions forEver =
        new RetentionOptions(Duration.ZERO, Duration.ZERO, RetentionOptions.DEFAULTS.pause());
    result(Cleaning.run(store.retention(), forEver, LATER));

    assertThat(result(store.overview().shown(ONE))).hasSize(3);
  }

  @Test
  void changes_no_sum() {
    showAll(ONE, 3);
    accept(Sample.numbered(TWO, 3), Sample.numbered(TWO, 4));
    release(TWO, 1, Release.event(false, List.of(1L)), Release.event(false, List.of(2L)));
    bind(TWO, 20);
    shown(take(), 2);
    Object before = result(store.overview().totals());

    assertThat(clean(LATER)).isEqualTo(2);

    assertThat(result(store.overview().totals())).isEqualTo(before);
  }

  @Test
  void keeps_the_topic_for_its_session() {
    showAll(ONE, 1);
    SessionTopic before = topic(ONE);

    clean(LATER);
    enqueue(ONE, 1);

    assertThat(topic(ONE)).isEqualTo(before);
    assertThat(claim(ONE, "another")).isFalse();
    assertThat(result(store.topics().knownMessages(CHAT, 0))).contains(10L);
    assertThat(next(take()).orElseThrow().position()).isEqualTo(2);
  }

  @Test
  void keeps_all_of_a_session_of_which_something_is_still_to_be_shown() {
    showAll(ONE, 2);
    enqueue(ONE, 1);

    assertThat(clean(LATER)).isZero();

    assertThat(result(store.overview().shown(ONE))).hasSize(2);
  }

  @Test
  void keeps_all_of_a_session_that_has_an_event_without_a_place() {
    showAll(ONE, 2);
    accept(Sample.event(ONE, "fresh"));

    assertThat(clean(LATER)).isZero();

    assertThat(fresh(ONE)).containsExactly(3L);
  }

  @Test
  void keeps_what_was_given_up() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));

    assertThat(clean(LATER)).isZero();

    assertThat(result(store.parked().list(10))).hasSize(1);
  }

  @Test
  void keeps_what_no_message_counts_yet() {
    enqueue(ONE, 2);
    bind(ONE, 10);
    ChatLease lease = take();
    result(store.outbox().hush(lease, next(lease).orElseThrow(), NOW));
    shown(lease, 1);

    assertThat(clean(LATER)).isEqualTo(1); // the message after it has counted it
    assertThat(result(store.hushed().list(ONE, 0, 10))).isEmpty();

    enqueue(TWO, 1);
    bind(TWO, 20);
    result(store.outbox().hush(lease, next(lease).orElseThrow(), NOW));
    assertThat(clean(LATER)).isZero();
    assertThat(result(store.hushed().list(TWO, 0, 10))).hasSize(1);
  }

  @Test
  void keeps_a_session_whose_question_is_open() {
    showAll(ONE, 1);
    Instant until = LATER.plusSeconds(60);
    result(
        store
            .approvals()
            .hold(new NewApproval("q", "source", "e", ONE, "like", until, until), NOW));

    assertThat(clean(LATER)).isZero();
  }

  @Test
  void keeps_a_session_to_whose_agent_something_waits() {
    showAll(ONE, 1);
    write();
    assertThat(clean(LATER)).isZero();

    Arrangement back = new Arrangement.TakeBack(ONE, List.of(1L), "");
    Order order = new Order(7, 2, CHAT, topic(ONE).thread(), 901, 5, "/cancel");
    result(store.errands().carryOut(order, back, Errand.Deed.SAY, "", NOW));

    assertThat(clean(LATER)).isEqualTo(1);
    assertThat(result(store.replies().waiting(ONE))).isEmpty();
  }

  private void write() {
    IncomingUpdate told = new IncomingUpdate(1, CHAT, 900, 10, "{}");
    result(store.updates().store(7, List.of(told), NOW));
    long thread = topic(ONE).thread();
    NewReply reply = new NewReply(7, 1, CHAT, thread, 900, 5, "Ann", "go on", "");
    result(store.replies().take(reply, NOW));
  }

  @Test
  void counts_the_numbers_of_a_source_on_from_where_they_were() {
    accept(Sample.numbered(ONE, 1), Sample.numbered(ONE, 2), Sample.numbered(ONE, 3));
    release(ONE, 1, Release.event(false, List.of(1L, 2L, 3L)));
    bind(ONE, 10);
    shown(take(), 1);

    clean(LATER);

    Receipt beyond = accept(Sample.numbered(ONE, 6)).get(0);
    assertThat(beyond.ackedThrough()).isEqualTo(3); // 4 and 5 are not there
    assertThat(accept(Sample.numbered(ONE, 3)).get(0).duplicate()).isTrue();
  }

  @Test
  void keeps_what_lies_behind_a_hole_in_the_numbers_of_its_source() {
    accept(Sample.numbered(ONE, 1), Sample.numbered(ONE, 3), Sample.numbered(ONE, 4));
    release(ONE, 1, Release.event(true, List.of(1L, 2L, 3L)));
    bind(ONE, 10);
    shown(take(), 1);

    clean(LATER);

    assertThat(accept(Sample.numbered(ONE, 2)).get(0).ackedThrough()).isEqualTo(4);
  }

  @Test
  void changes_no_sum_of_a_source_whose_first_numbers_never_came() {
    accept(Sample.numbered(ONE, 3), Sample.numbered(EventType.TURN_COMPLETE, ONE, 4));
    release(ONE, 1, Release.event(false, List.of(1L)));
    bind(ONE, 10);
    shown(take(), 1);
    Object before = result(store.overview().totals());

    clean(LATER);

    assertThat(result(store.overview().totals())).isEqualTo(before);
  }

  @Test
  void counts_for_ever_what_may_be_twice() {
    enqueue(ONE, 1);
    bind(ONE, 10);
    ChatLease lease = take();
    result(
        store
            .outbox()
            .confirm(lease, next(lease).orElseThrow(), new SentPart(11, true, false), NOW));
    assertThat(result(store.overview().totals()).uncertain()).isEqualTo(1);

    clean(LATER);

    assertThat(result(store.overview().totals()).uncertain()).isEqualTo(1);
  }

  @Test
  void takes_out_updates_that_were_handled_with_other_peoples_messages() {
    take();
    result(store.updates().store(7, List.of(update(1, 50), update(2, 51)), NOW));
    result(store.updates().handled(7, List.of(1L)));

    clean(LATER);

    assertThat(result(store.topics().knownMessages(CHAT, 0))).containsExactly(51L);
    assertThat(result(store.updates().unhandled(7, 10))).hasSize(1);
    assertThat(result(store.updates().nextOffset(7))).isEqualTo(3);
  }

  @Test
  void keeps_the_messages_among_which_a_lost_topic_is_looked_for() {
    ChatLease lease = take();
    enqueue(TWO, 1);
    claim(TWO, "lost");
    result(store.topics().doubt("lost", "no answer", NOW));
    enqueue(ONE, 1);
    bind(ONE, 10);
    OutboxEntry entry = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, entry, new SentPart(60, true, true), NOW));
    result(store.updates().store(7, List.of(update(1, 50)), NOW));
    result(store.updates().handled(7, List.of(1L)));

    clean(LATER);

    assertThat(result(store.topics().knownMessages(CHAT, 0))).contains(50L, 60L);
  }

  @Test
  void takes_more_than_one_step_for_what_is_much() {
    for (int i = 0; i < 2_100; i++) {
      accept(Sample.typed(EventType.TURN_COMPLETE, ONE, "kept-" + i));
    }

    assertThat(clean(LATER)).isEqualTo(1);

    assertThat(clean(LATER)).isZero();
    assertThat(result(store.overview().totals()).kept()).isEqualTo(2_100);
  }

  private void showAll(SessionKey session, int count) {
    enqueue(session, count);
    bind(session, 10);
    shown(take(), count);
  }

  private long clean(Instant now) {
    RetentionOptions options =
        new RetentionOptions(KEPT, Duration.ofDays(365), RetentionOptions.DEFAULTS.pause());
    return result(Cleaning.run(store.retention(), options, now));
  }

  private static IncomingUpdate update(long id, long message) {
    return new IncomingUpdate(id, CHAT, message, 0, "{}");
  }
}
