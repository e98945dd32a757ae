package dev.hookline.telegram.lane;

import static dev.hookline.testkit.Waits.result;
import static dev.hookline.testkit.Waits.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Verbosity;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Store;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a node counts on its lease; with a real store and clocks that the test sets. */
class LeaseTest {

  private static final long CHAT = -100;
  private static final Duration LIFETIME = Duration.ofSeconds(15);

  @TempDir private Path directory;
  private final TwoClocks clocks = new TwoClocks();
  private final CompletableFuture<Void> lost = new CompletableFuture<>();
  private Vertx vertx;
  private Store store;
  private Lease lease;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    store = result(FreshStore.in(vertx, directory, clocks));
    LaneSettings settings =
        new LaneSettings(
            CHAT, "node", 1_000, 0, 5_000, 1_000, 1_000, 1_000, 5_000, Verbosity.NORMAL);
    lease = new Lease(vertx, store.chats(), clocks.laneTime(), settings, () -> lost.complete(null));
  }

  @AfterEach
  void close() {
    lease.drop();
    result(store.close());
    result(vertx.close());
  }

  @Test
  void is_trusted_for_twelve_seconds_of_the_monotonic_clock() {
    // Given
    result(lease.take());

    // When
    clocks.monotonicGoes(11_999);
    boolean before = lease.safe();
    clocks.monotonicGoes(1);

    // Then
    assertThat(before).isTrue();
    assertThat(lease.safe()).isFalse();
  }

  @Test
  void is_trusted_from_when_it_was_asked_for_and_not_from_when_the_answer_came() {
    // Given: the store, or this process, takes its time
    clocks.onceAsked(() -> clocks.monotonicGoes(12_000));

    // When
    result(lease.take());

    // Then
    assertThat(lease.held()).isTrue();
    assertThat(lease.safe()).isFalse();
  }

  @Test
  void does_not_care_where_the_wall_clock_is_set() {
    // Given
    result(lease.take());

    // When
    clocks.wallGoes(Duration.ofDays(-1));

    // Then
    assertThat(lease.safe()).isTrue();
  }

  @Test
  void is_trusted_again_once_it_was_renewed() {
    // Given
    result(lease.take());
    clocks.monotonicGoes(60_000);

    // When
    boolean renewed = result(lease.renew());

    // Then
    assertThat(renewed).isTrue();
    assertThat(lease.safe()).isTrue();
    assertThat(lease.current().epoch()).isEqualTo(1);
  }

  @Test
  void renews_itself_while_nobody_asks_for_it() {
    // Given: most of its time is over
    result(lease.take());
    clocks.wallGoes(Duration.ofSeconds(10));
    int asked = clocks.asked();

    // When: the store wants to know the time for nobody else
    until("a renewal", () -> clocks.asked() > asked);
    result(store.check());

    // Then
    clocks.wallGoes(Duration.ofSeconds(14));
    assertThat(otherTakes()).isEmpty();
  }

  @Test
  void is_lost_when_another_node_has_taken_the_chat() throws Exception {
    // Given
    result(lease.take());
    clocks.wallGoes(LIFETIME);
    assertThat(otherTakes()).isPresent();

    // When
    boolean renewed = result(lease.renew());

    // Then
    lost.get(10, TimeUnit.SECONDS);
    assertThat(renewed).isFalse();
    assertThat(lease.held()).isFalse();
  }

  @Test
  void can_be_taken_by_anybody_once_it_was_given_back() {
    // Given
    result(lease.take());

    // When
    boolean wasOurs = result(lease.release());

    // Then
    assertThat(wasOurs).isTrue();
    assertThat(lease.safe()).isFalse();
    assertThat(otherTakes()).isPresent();
  }

  @Test
  void lets_no_call_out_that_was_counted_while_it_was_trusted_and_comes_to_be_made_later() {
    // Given
    result(lease.take());
    AtomicBoolean made = new AtomicBoolean();
    clocks.onceAsked(() -> clocks.monotonicGoes(12_000)); // while the call is counted

    // When
    CallOutcome<Long> outcome = result(calls().make(() -> answer(made)));

    // Then
    assertThat(outcome).isInstanceOf(CallOutcome.NotSent.class);
    assertThat(made).isFalse();
  }

  @Test
  void lets_calls_out_while_it_is_trusted() {
    // Given
    result(lease.take());
    AtomicBoolean made = new AtomicBoolean();
    clocks.onceAsked(() -> clocks.monotonicGoes(11_000));

    // When
    CallOutcome<Long> outcome = result(calls().make(() -> answer(made)));

    // Then
    assertThat(outcome).isEqualTo(new CallOutcome.Done<>(7L));
    assertThat(made).isTrue();
  }

  private Optional<ChatLease> otherTakes() {
    return result(store.chats().take(CHAT, "other", LIFETIME, clocks.instant()));
  }

  private PacedCalls calls() {
    LaneTime time = clocks.laneTime();
    Tenure tenure = new Tenure(store.chats(), time, new Persistence(vertx), CHAT, lease);
    return new PacedCalls(
        vertx, new Budget(100, 60_000, 0), tenure, time, new Random(1), new Reach(time, 5_000));
  }

  private static Future<CallOutcome<Long>> answer(AtomicBoolean made) {
    made.set(true);
    return Future.succeededFuture(new CallOutcome.Done<>(7L));
  }
}
