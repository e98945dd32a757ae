package dev.hookline.session;

import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicAnswer.Verdict;
import dev.hookline.messages.TopicCall;
import dev.hookline.session.SessionOptions.TopicOptions;
import dev.hookline.store.TopicAttempt;
import dev.hookline.store.Topics;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of attempts to create a topic whose outcome is unknown, and deletes topics
 * that turned up when their session had another one already.
 *
 * <p>An attempt is closed by evidence only. The best is the topic's own creation message, which the
 * update poller hands to {@link Topics#sighted}. Here the opposite is established: that nothing was
 * created. It takes a barrier call that Telegram answers after all earlier ones, updates read to
 * their end after that barrier, {@code settle} for a request that was still under way, and no
 * living topic among the message ids that nobody can explain. Everything asked of Telegram here is
 * free of visible effects or may be repeated, so any node may do it at any time. Confined to its
 * verticle's event loop.
 */
final class TopicResolver {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicResolver.class);
  private static final int MAX_PROBES = 20;

  private final Topics topics;
  private final TopicCalls calls;
  private final TopicOptions options;
  private final Clock clock;

  private final Map<String, Instant> barriers = new HashMap<>();
  private Instant updatesReadAt = Instant.MIN;

  TopicResolver(Topics topics, TopicCalls calls, TopicOptions options, Clock clock) {
    this.topics = topics;
    this.calls = calls;
    this.options = options;
    this.clock = clock;
  }

  /** The bot's updates were read to their end, at this time. */
  void updatesRead(Instant at) {
    if (at.isAfter(updatesReadAt)) {
      updatesReadAt = at;
    }
  }

  /**
   * Takes an unsettled attempt one step further.
   *
   * @return completes when the step is done; the sweep asks again while the attempt is unsettled
   */
  Future<Void> resolve(TopicAttempt attempt) {
    return switch (attempt.state()) {
      case OPEN -> topics.doubt(attempt.id(), "forgotten by its node", clock.instant()).mapEmpty();
      case AMBIGUOUS -> weigh(attempt);
      case ORPHAN -> delete(attempt);
      case BOUND, FAILED, ABSENT, REAPED -> Future.succeededFuture();
    };
  }

  private Future<Void> weigh(TopicAttempt attempt) {
    Instant barrier = barriers.get(attempt.id());
    if (barrier == null) {
      return calls
          .make(TopicCall.about(attempt.chat(), TopicCall.Kind.BARRIER, 0))
          .onSuccess(answer -> noteBarrier(attempt, answer))
          .mapEmpty();
    }
    boolean settled = !clock.instant().isBefore(attempt.since().plus(options.settle()));
    return settled && updatesReadAt.isAfter(barrier)
        ? unexplained(attempt).compose(ids -> probe(attempt, ids))
        : Future.succeededFuture();
  }

  private void noteBarrier(TopicAttempt attempt, TopicAnswer answer) {
    if (answer.verdict() == Verdict.DONE) {
      barriers.put(attempt.id(), clock.instant());
    }
  }

  /**
   * Message ids from after the claim that belong to nobody we know. Never one that is not used yet.
   */
  private Future<List<Long>> unexplained(TopicAttempt attempt) {
    return topics
        .knownMessages(attempt.chat(), attempt.lowMessageId())
        .map(
            known ->
                LongStream.range(
                        attempt.lowMessageId() + 1,
                        known.stream().mapToLong(Long::longValue).max().orElse(0))
                    .filter(id -> !known.contains(id))
                    .limit(MAX_PROBES)
                    .boxed()
                    .toList());
  }

  private Future<Void> probe(TopicAttempt attempt, List<Long> candidates) {
    if (candidates.isEmpty()) {
      return absent(attempt);
    }
    long candidate = candidates.get(0);
    return calls
        .make(TopicCall.about(attempt.chat(), TopicCall.Kind.PROBE, candidate))
        .compose(
            answer ->
                switch (answer.verdict()) {
                  case DONE -> adopt(attempt, candidate);
                  case REFUSED -> probe(attempt, candidates.subList(1, candidates.size()));
                  case NOT_SENT, UNKNOWN -> Future.succeededFuture();
                });
  }

  private Future<Void> adopt(TopicAttempt attempt, long thread) {
    barriers.remove(attempt.id());
    return topics
        .bind(attempt.id(), thread, clock.instant())
        .onSuccess(ignored -> report(attempt, "found by its message id"))
        .mapEmpty();
  }

  private Future<Void> absent(TopicAttempt attempt) {
    barriers.remove(attempt.id());
    return topics
        .absent(attempt.id(), clock.instant())
        .onSuccess(ignored -> report(attempt, "was never created"))
        .mapEmpty();
  }

  private Future<Void> delete(TopicAttempt orphan) {
    return calls
        .make(TopicCall.about(orphan.chat(), TopicCall.Kind.DELETE, orphan.thread()))
        .compose(
            answer ->
                TopicCalls.gone(answer) || answer.verdict() == Verdict.DONE
                    ? topics
                        .reaped(orphan.id(), clock.instant())
                        .onSuccess(ignored -> report(orphan, "second topic deleted"))
                        .mapEmpty()
                    : Future.succeededFuture());
  }

  private static void report(TopicAttempt attempt, String outcome) {
    LOGGER
        .atInfo()
        .addKeyValue("session", attempt.session())
        .addKeyValue("attempt", attempt.id())
        .addKeyValue("status", outcome)
        .log("topic attempt settled");
  }
}
