package dev.hookline.telegram.lane;

import dev.hookline.store.StaleLeaseException;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the lane's calls: counts each before it is made, closes the chat when Telegram asks for it,
 * and waits longer and longer while nothing can be reached.
 */
final class PacedCalls {

  private static final Logger LOGGER = LoggerFactory.getLogger(PacedCalls.class);
  private static final long FIRST_BACK_OFF_MILLIS = 1_000;
  private static final long LAST_BACK_OFF_MILLIS = 30_000;

  /**
   * Telegram serves a short wait by being slow, up to 8 s; what takes that long is most often it.
   */
  private static final long HELD_MILLIS = 2_000;

  private final Vertx vertx;
  private final Budget budget;
  private final Tenure tenure;
  private final LaneTime time;
  private final RandomGenerator random;
  private final Reach reach;

  private long backOffMillis;
  private long notBefore;
  private Supplier<String> objection = () -> null; // to the call in flight

  PacedCalls(
      Vertx vertx,
      Budget budget,
      Tenure tenure,
      LaneTime time,
      RandomGenerator random,
      Reach reach) {
    this.vertx = vertx;
    this.budget = budget;
    this.tenure = tenure;
    this.time = time;
    this.random = random;
    this.reach = reach;
    this.notBefore = time.now();
  }

  /** Begins a tenure with the calls that an earlier one made. */
  void restore(List<Instant> starts) {
    budget.restore(starts.stream().map(time::of).toList(), time.now());
    budget.close(time.of(tenure.lease().closedUntil()));
  }

  /** How long to wait before the next call; 0 when it may be made now. */
  long waitMillis() {
    long now = time.now();
    return Math.max(budget.waitMillis(now), Math.max(0, notBefore - now));
  }

  /** The same for a call for which a person waits: a few are kept back for such. */
  long urgentWaitMillis() {
    long now = time.now();
    return Math.max(budget.urgentWaitMillis(now), Math.max(0, notBefore - now));
  }

  /** How many calls may follow each other at the least gap: more that wait should share them. */
  int toSpare() {
    return budget.toSpare(time.now());
  }

  /** How long to wait before a call may be one that creates a topic. */
  long creationWaitMillis() {
    return budget.creationWaitMillis(time.now());
  }

  /** Whether no call is under way, and Telegram has not asked for silence. */
  boolean atRest() {
    return budget.isAtRest(time.now());
  }

  /** Completes when the next call may be made, for one that cannot wait for its turn. */
  Future<Void> open() {
    long wait = urgentWaitMillis();
    return wait == 0 ? Future.succeededFuture() : vertx.timer(wait).compose(ignored -> open());
  }

  /**
   * Why the call in flight must not leave any more, or null. Asked again when its connection
   * stands: until then the process may have stood still for any time.
   */
  String objection() {
    return tenure.safe() ? objection.get() : "the lease of the chat may be over";
  }

  /** Makes one call. Fails only when the chat is no longer ours, and then it was not made. */
  <T> Future<CallOutcome<T>> make(Supplier<Future<CallOutcome<T>>> call) {
    return make(() -> null, call);
  }

  /**
   * Makes the call that creates a topic.
   *
   * @param objection why it must not be made after all, or null; asked when nothing stands between
   *     the answer and the call any more
   */
  <T> Future<CallOutcome<T>> makeCreation(
      Supplier<String> objection, Supplier<Future<CallOutcome<T>>> call) {
    return make(objection, call)
        .onSuccess(
            outcome -> {
              if (!(outcome instanceof CallOutcome.NotSent<T>)) {
                budget.endedCreation(time.now());
              }
            });
  }

  private <T> Future<CallOutcome<T>> make(
      Supplier<String> reason, Supplier<Future<CallOutcome<T>>> call) {
    objection = reason;
    budget.begin();
    return tenure
        .calling()
        .compose(ignored -> unlessObjected(call), this::notCounted)
        .onFailure(ignored -> budget.forgo());
  }

  private <T> Future<CallOutcome<T>> unlessObjected(Supplier<Future<CallOutcome<T>>> call) {
    String no = objection();
    if (no == null) {
      long begun = time.now();
      return call.get().compose(outcome -> settle(begun, outcome));
    }
    budget.forgo();
    return Future.succeededFuture(new CallOutcome.NotSent<>(no));
  }

  private <T> Future<CallOutcome<T>> notCounted(Throwable cause) {
    budget.forgo();
    if (cause instanceof StaleLeaseException) {
      return Future.failedFuture(cause);
    }
    backOff("the store cannot count the call");
    return Future.succeededFuture(new CallOutcome.NotSent<>("the store cannot count the call"));
  }

  private <T> Future<CallOutcome<T>> settle(long begun, CallOutcome<T> outcome) {
    if (outcome instanceof CallOutcome.NotSent<T> notSent) {
      budget.forgo();
      reach.unanswered(begun);
      backOff(notSent.reason());
      return Future.succeededFuture(outcome);
    }
    if (outcome instanceof CallOutcome.Unknown<T>) {
      reach.unanswered(begun);
    } else {
      reach.answered();
    }
    budget.end(time.now());
    backOffMillis = 0;
    if (outcome instanceof CallOutcome.Done<T> && time.now() - begun >= HELD_MILLIS) {
      budget.slow(time.now());
    }
    if (outcome instanceof CallOutcome.Refused<T> refused && refused.meaning() == Refusal.FLOOD) {
      return close(refused.retryAfterMillis()).map(outcome);
    }
    return Future.succeededFuture(outcome);
  }

  private void backOff(String reason) {
    backOffMillis =
        Math.min(LAST_BACK_OFF_MILLIS, Math.max(FIRST_BACK_OFF_MILLIS, backOffMillis * 2));
    notBefore = time.now() + backOffMillis;
    LOGGER
        .atWarn()
        .addKeyValue("chat", tenure.chat())
        .addKeyValue("reason", reason)
        .addKeyValue("waitMillis", backOffMillis)
        .log("a call could not be made");
  }

  private Future<Void> close(long retryAfterMillis) {
    long wait = retryAfterMillis + random.nextLong(200, 1_001);
    budget.close(time.now() + wait);
    LOGGER
        .atWarn()
        .addKeyValue("chat", tenure.chat())
        .addKeyValue("waitMillis", wait)
        .log("Telegram asks for silence");
    return tenure.closeUntil(time.wall().plusMillis(wait));
  }
}
