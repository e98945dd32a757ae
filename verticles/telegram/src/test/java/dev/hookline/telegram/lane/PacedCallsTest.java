package dev.hookline.telegram.lane;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Verbosity;
import dev.hookline.store.Store;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How calls are paced by what came of earlier ones; with a real store and clocks that are set. */
class PacedCallsTest {

  private static final long CHAT = -100;

  @TempDir private Path directory;
  private final TwoClocks clocks = new TwoClocks();
  private Vertx vertx;
  private Store store;
  private Lease lease;
  private PacedCalls calls;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    store = result(FreshStore.in(vertx, directory, clocks));
    LaneTime time = clocks.laneTime();
    LaneSettings settings =
        new LaneSettings(CHAT, "node", 6, 0, 5_000, 1_000, 1_000, 1_000, 5_000, Verbosity.NORMAL);
    lease = new Lease(vertx, store.chats(), time, settings, () -> {});
    result(lease.take());
    Tenure tenure = new Tenure(store.chats(), time, new Persistence(vertx), CHAT, lease);
    calls =
        new PacedCalls(
            vertx, new Budget(6, 60_000, 0), tenure, time, new Random(1), new Reach(time, 5_000));
  }

  @AfterEach
  void close() {
    lease.drop();
    result(store.close());
    result(vertx.close());
  }

  @Test
  void takes_an_answer_that_was_held_for_a_sign_that_telegram_wants_fewer_calls() {
    // When: one of six, and a third of what is allowed now
    result(calls.make(() -> answeredAfter(2_000)));

    // Then
    assertThat(calls.toSpare()).isZero();
  }

  @Test
  void takes_an_answer_that_took_its_time_for_nothing_special() {
    // When
    result(calls.make(() -> answeredAfter(1_999)));

    // Then
    assertThat(calls.toSpare()).isEqualTo(1);
  }

  @Test
  void has_half_the_calls_after_telegram_asked_for_silence() {
    // When: one of three, where one of six would leave one to spare
    result(calls.make(PacedCallsTest::flooded));
    clocks.monotonicGoes(5_000);

    // Then
    assertThat(calls.toSpare()).isZero();
    clocks.monotonicGoes(60_000);
    assertThat(calls.toSpare()).isEqualTo(2);
  }

  @Test
  void has_half_the_calls_when_an_earlier_owner_was_asked_for_silence() {
    // Given
    result(store.chats().closeUntil(lease.current(), store.clock().instant().minusSeconds(30)));
    lease.drop();
    result(lease.take());

    // When
    calls.restore(List.of(store.clock().instant()));

    // Then: one of three
    assertThat(calls.toSpare()).isZero();
  }

  @Test
  void rests_longer_and_longer_while_the_store_cannot_count_calls() {
    // Given
    result(store.close());

    for (long rest = 1_000; rest <= 4_000; rest *= 2) {
      // When
      CallOutcome<Long> outcome = result(calls.make(PacedCallsTest::mustNotBeMade));

      // Then
      assertThat(outcome).isInstanceOf(CallOutcome.NotSent.class);
      assertThat(calls.waitMillis()).isEqualTo(rest);
      clocks.monotonicGoes(rest);
      assertThat(calls.waitMillis()).isZero();
    }
  }

  private static Future<CallOutcome<Long>> mustNotBeMade() {
    throw new AssertionError("made although it was not counted");
  }

  private static Future<CallOutcome<Long>> flooded() {
    return Future.succeededFuture(
        new CallOutcome.Refused<>(429, "Too Many Requests: retry after 1", 1_000, 0));
  }

  private Future<CallOutcome<Long>> answeredAfter(long millis) {
    clocks.monotonicGoes(millis);
    return Future.succeededFuture(new CallOutcome.Done<>(7L));
  }
}
