package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Verbosity;
import dev.hookline.store.Arrangement;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Errand;
import dev.hookline.store.Errand.Deed;
import dev.hookline.store.Errands;
import dev.hookline.store.Order;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.StaleLeaseException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold for commands and what is to be done for them. */
public abstract class ErrandsContract extends StoreContract {

  private static final Arrangement NOTHING = new Arrangement.Nothing();
  private static final Arrangement QUIET =
      new Arrangement.ShowSession(ONE, Optional.of(Verbosity.QUIET));

  private ChatLease lease;

  protected ErrandsContract(StoreBackend backend) {
    super(backend);
  }

  @BeforeEach
  void serve() {
    enqueue(ONE, 3);
    bind(ONE, 10);
    lease = take();
  }

  @Test
  void carries_a_command_out_with_all_that_follows_from_it() {
    assertThat(carryOut(50, QUIET, "quiet")).isTrue();

    assertThat(result(store.hushed().verbosity(ONE))).contains(Verbosity.QUIET);
    assertThat(claim()).contains(new Errand(CHAT, 50, 10, Deed.SAY, "quiet", 10));
  }

  @Test
  void carries_the_command_of_a_message_out_once() {
    carryOut(50, QUIET, "quiet");
    result(store.hushed().show(ONE, Optional.empty()));

    assertThat(carryOut(50, QUIET, "quiet")).isFalse();
    assertThat(result(store.hushed().verbosity(ONE))).isEmpty();
    assertThat(claim()).isPresent();
    assertThat(claim()).isEmpty();
  }

  @Test
  void does_what_waits_in_its_order_and_each_once() {
    carryOut(51, NOTHING, "first");
    carryOut(52, NOTHING, "second");

    Errand first = claim().orElseThrow();
    result(store.errands().done(lease, first, 60, NOW));
    Errand second = claim().orElseThrow();
    result(store.errands().done(lease, second, 61, NOW));

    assertThat(first.text()).isEqualTo("first");
    assertThat(second.text()).isEqualTo("second");
    assertThat(second.lowMessageId()).isEqualTo(60);
    assertThat(claim()).isEmpty();
  }

  @Test
  void knows_the_message_that_answers() {
    carryOut(51, NOTHING, "first");
    result(store.errands().done(lease, claim().orElseThrow(), 60, NOW));

    assertThat(result(store.topics().knownMessages(CHAT, 50))).contains(60L);
  }

  @Test
  void does_again_what_was_put_back_when_it_is_due() {
    carryOut(51, NOTHING, "first");
    result(store.errands().putBack(lease, claim().orElseThrow(), NOW.plusSeconds(5)));

    assertThat(claim()).isEmpty();
    assertThat(result(store.errands().claim(lease, NOW.plusSeconds(5)))).isPresent();
  }

  @Test
  void says_something_else_when_it_cannot_be_done() {
    result(store.errands().carryOut(order(51, 1), NOTHING, Deed.RENAME, "name", NOW));
    result(store.errands().sayInstead(lease, claim().orElseThrow(), "no", NOW));

    Errand next = claim().orElseThrow();
    assertThat(next.deed()).isEqualTo(Deed.SAY);
    assertThat(next.text()).isEqualTo("no");
  }

  @Test
  void does_not_do_again_what_was_dropped() {
    carryOut(51, NOTHING, "first");
    result(store.errands().drop(lease, claim().orElseThrow(), "no such topic", NOW));

    assertThat(claim()).isEmpty();
    assertThat(result(store.errands().underWay(lease))).isEmpty();
  }

  @Test
  void knows_after_a_crash_what_was_under_way() {
    carryOut(51, NOTHING, "first");
    Errand begun = claim().orElseThrow();
    restart();
    lease = take();

    assertThat(result(store.errands().underWay(lease))).containsExactly(begun);
    assertThat(claim()).isEmpty();
  }

  @Test
  void changes_nothing_for_a_holder_that_was_replaced() {
    carryOut(51, NOTHING, "first");
    Errand begun = claim().orElseThrow();
    take();

    assertThat(failure(store.errands().done(lease, begun, 60, NOW)))
        .isInstanceOf(StaleLeaseException.class);
    assertThat(failure(store.errands().putBack(lease, begun, NOW)))
        .isInstanceOf(StaleLeaseException.class);
  }

  @Test
  void lets_one_person_have_only_so_many_waiting() {
    for (int i = 0; i < Errands.MOST_WAITING + 3; i++) {
      carryOut(51 + i, NOTHING, "one of many");
    }
    result(store.errands().carryOut(order(90, 2), NOTHING, Deed.SAY, "another's", NOW));

    for (int i = 0; i < Errands.MOST_WAITING; i++) {
      assertThat(claim().orElseThrow().text()).isEqualTo("one of many");
    }
    assertThat(claim().orElseThrow().text()).isEqualTo("another's");
    assertThat(claim()).isEmpty();
  }

  @Test
  void shows_as_much_as_the_chat_s_word_says_where_the_session_has_none() {
    carryOut(51, new Arrangement.ShowChat(CHAT, Optional.of(Verbosity.QUIET)), "");
    assertThat(next(lease).orElseThrow().verbosity()).isEqualTo(Verbosity.QUIET);

    carryOut(52, new Arrangement.ShowSession(ONE, Optional.of(Verbosity.EVERYTHING)), "");
    assertThat(head().verbosity()).isEqualTo(Verbosity.EVERYTHING);

    carryOut(53, new Arrangement.ShowSession(ONE, Optional.empty()), "");
    carryOut(54, new Arrangement.ShowChat(CHAT, Optional.empty()), "");
    assertThat(head().verbosity()).isNull();
  }

  @Test
  void keeps_the_chat_s_word_when_the_chat_moves() {
    carryOut(51, new Arrangement.ShowChat(CHAT, Optional.of(Verbosity.QUIET)), "");

    result(store.chats().migrate(CHAT, CHAT - 1));

    lease = takeOver(CHAT - 1, "node-1", NOW);
    assertThat(claim()).isEmpty();
    assertThat(next(lease).orElseThrow().verbosity()).isEqualTo(Verbosity.QUIET);
  }

  @Test
  void says_with_each_entry_until_when_it_makes_no_sound() {
    Instant until = NOW.plusSeconds(60);
    assertThat(next(lease).orElseThrow().silentUntil()).isEqualTo(Instant.EPOCH);

    carryOut(51, new Arrangement.Silence(ONE, until), "");
    assertThat(head().silentUntil()).isEqualTo(until);

    carryOut(52, new Arrangement.Silence(ONE, Arrangement.Silence.FOR_EVER), "");
    assertThat(head().silentUntil()).isAfter(NOW.plusSeconds(1L << 40));
  }

  @Test
  void knows_the_session_of_a_topic_and_what_a_person_calls_it() {
    carryOut(51, new Arrangement.Title(ONE, "The orchard"), "");

    assertThat(result(store.topics().at(CHAT, 10)).orElseThrow().title()).isEqualTo("The orchard");
    assertThat(result(store.topics().at(CHAT, 11))).isEmpty();
    assertThat(result(store.topics().at(CHAT - 1, 10))).isEmpty();
    assertThat(result(store.overview().sessions(1)).get(0).topicName()).isEqualTo("The orchard");
  }

  @Test
  void sums_up_one_session() {
    shown(lease, 1);

    assertThat(result(store.overview().of(ONE)))
        .hasValueSatisfying(
            of -> {
              assertThat(of.accepted()).isEqualTo(3);
              assertThat(of.shown()).isEqualTo(1);
              assertThat(of.messages()).isEqualTo(1);
              assertThat(of.waiting()).isEqualTo(2);
            });
    assertThat(result(store.overview().of(TWO))).isEmpty();
  }

  @Test
  void forgets_what_is_over_for_long_and_nothing_that_waits() {
    carryOut(51, NOTHING, "over");
    result(store.errands().done(lease, claim().orElseThrow(), 60, NOW));
    carryOut(52, NOTHING, "waits");

    result(store.retention().forgetAudit(NOW));
    assertThat(carryOut(51, NOTHING, "over")).isFalse();

    result(store.retention().forgetAudit(NOW.plusMillis(1)));
    assertThat(carryOut(51, NOTHING, "over")).as("nobody knows it any more").isTrue();
    assertThat(carryOut(52, NOTHING, "waits")).isFalse();
  }

  private boolean carryOut(long message, Arrangement arrangement, String words) {
    return result(store.errands().carryOut(order(message, 1), arrangement, Deed.SAY, words, NOW));
  }

  private Optional<Errand> claim() {
    return result(store.errands().claim(lease, NOW));
  }

  /** The next entry, after the present one was put back. */
  private OutboxEntry head() {
    lease = take();
    OutboxEntry head = result(store.outbox().doubted(lease)).get(0);
    result(store.outbox().putBack(lease, head, "", NOW));
    return next(lease).orElseThrow();
  }

  private static Order order(long message, long user) {
    return new Order(1, message, CHAT, 10, message, user, "/word");
  }
}
