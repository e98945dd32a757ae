package dev.hookline.session;

import dev.hookline.messages.TopicAnswer.Verdict;
import dev.hookline.messages.TopicCall;
import dev.hookline.session.SessionOptions.TopicOptions;
import dev.hookline.store.TopicAttempt;
import dev.hookline.store.Topics;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of attempts to create a topic whose outcome is unknown, and deletes topics
 * that turned up when their session had another one already.
 *
 * <p>An attempt is closed by evidence only. The best is the topic's own creation message, which the
 * update poller hands to {@link Topics#sighted}. Here the opposite is established, that nothing was
 * created, and the order of the steps is the proof: {@code settle} for a request that was still
 * under way; then a barrier call, which Telegram answers after all that had reached it; then the
 * updates read to their end by a poll that began after that; and no living topic among the message
 * ids that nobody can explain. Everything asked of Telegram here is free of visible effects or may
 * be repeated, so any node may do it at any time. Confined to its verticle's event loop.
 */
final class TopicResolver {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicResolver.class);
  private static final int MAX_PROBES = 20;

  private final Topics topics;
  private final TopicCalls calls;
  private final TopicOptions options;
  private final Clock clock;
  private final Pauses pauses = new Pauses();

  TopicResolver(Topics topics, TopicCalls calls, TopicOptions options, Clock clock) {
    this.topics = topics;
    this.calls = calls;
    this.options = options;
    this.clock = clock;
  }

  /**
   * Takes an unsettled attempt as far as it goes now.
   *
   * @return completes when that is done; the sweep asks again while the attempt is unsettled
   */
  Future<Void> resolve(TopicAttempt attempt) {
    if (!pauses.over(attempt.id(), clock.instant())) {
      return Future.succeededFuture();
    }
    return switch (attempt.state()) {
      case OPEN -> topics.doubt(attempt.id(), "forgotten by its node", clock.instant()).mapEmpty();
      case AMBIGUOUS -> weigh(attempt);
      case ORPHAN -> delete(attempt);
      case BOUND, FAILED, ABSENT, REAPED -> Future.succeededFuture();
    };
  }

  private Future<Void> weigh(TopicAttempt attempt) {
    if (clock.instant().isBefore(attempt.since().plus(options.settle()))) {
      return Future.succeededFuture();
    }
    return calls
        .make(TopicCall.about(attempt.chat(), TopicCall.Kind.BARRIER, 0))
        .compose(
            answer -> answer.verdict() == Verdict.DONE ? readOn(attempt) : later(attempt.id()));
  }

  private Future<Void> readOn(TopicAttempt attempt) {
    return calls
        .readUpdates()
        .compose(
            ignored -> unexplained(attempt).compose(ids -> probe(attempt, ids)),
            unread -> later(attempt.id()));
  }

  /**
   * Message ids from after the claim that belong to nobody we know. Never one that is not used yet.
   */
  private Future<List<Long>> unexplained(TopicAttempt attempt) {
    return topics
        .knownMessages(attempt.chat(), attempt.lowMessageId())
        .map(known -> missingFrom(new TreeSet<>(known), attempt.lowMessageId() + 1));
  }

  private static List<Long> missingFrom(SortedSet<Long> known, long first) {
    return known.isEmpty()
        ? List.of()
        : LongStream.range(first, known.last())
            .filter(id -> !known.contains(id))
            .limit(MAX_PROBES)
            .boxed()
            .toList();
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
                  case NOT_SENT, UNKNOWN -> later(attempt.id());
                });
  }

  private Future<Void> adopt(TopicAttempt attempt, long thread) {
    return topics
        .bind(attempt.id(), thread, clock.instant())
        .onSuccess(closed -> report(closed, attempt, "found by its message id"))
        .mapEmpty();
  }

  private Future<Void> absent(TopicAttempt attempt) {
    return topics
        .absent(attempt.id(), clock.instant())
        .onSuccess(closed -> report(closed, attempt, "was never created"))
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
                        .onSuccess(closed -> report(closed, orphan, "second topic deleted"))
                        .mapEmpty()
                    : later(orphan.id()));
  }

  private <T> Future<T> later(String attempt) {
    pauses.lengthen(attempt, clock.instant());
    return Future.succeededFuture();
  }

  private static void report(boolean closed, TopicAttempt attempt, String outcome) {
    if (!closed) { // by somebody else meanwhile
      return;
    }
    LOGGER
        .atInfo()
        .addKeyValue("session", attempt.session())
        .addKeyValue("attempt", attempt.id())
        .addKeyValue("status", outcome)
        .log("topic attempt settled");
  }
}
