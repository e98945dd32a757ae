package dev.hookline.session;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicSlot;
import dev.hookline.session.SessionOptions.TopicOptions;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.StoreUnavailableException;
import dev.hookline.store.TopicAttempt;
import dev.hookline.store.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates a topic: the claim is written, the call made once, its outcome written by
 * compare-and-set. Confined to its verticle's event loop.
 */
final class TopicCreation {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicCreation.class);
  private static final Duration NOT_SENT_PAUSE = Duration.ofSeconds(1);
  private static final long AGAIN_MILLIS = 1_000;

  private final Vertx vertx;
  private final Topics topics;
  private final TopicCalls calls;
  private final TopicOptions options;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Pauses refusals = new Pauses();

  TopicCreation(
      Vertx vertx,
      Topics topics,
      TopicCalls calls,
      TopicOptions options,
      Clock clock,
      Supplier<String> ids) {
    this.vertx = vertx;
    this.topics = topics;
    this.calls = calls;
    this.options = options;
    this.clock = clock;
    this.ids = ids;
  }

  /** Waits for a turn in the chat's lane. */
  Future<TopicSlot> turn(SessionTopic topic) {
    return calls.slot(topic);
  }

  /** Gives the turn back unused. */
  Future<Void> forgo(SessionTopic topic, TopicSlot slot) {
    return calls.make(TopicCall.forgo(topic.chat(), slot.id())).mapEmpty();
  }

  /** Claims the session's topic and creates it, in the given turn. */
  Future<Void> create(SessionTopic topic, TopicSlot slot) {
    String attempt = ids.get();
    TopicName name = TopicName.of(topic, attempt);
    Instant now = clock.instant();
    return topics
        .open(topic, attempt, name.marker(), name.text(), now)
        .recover(cause -> abandon(topic, slot, attempt, cause))
        .compose(claim -> claim.isPresent() ? call(claim.get(), slot, now) : forgo(topic, slot));
  }

  // The claim may have been committed all the same, but its call was certainly not made.
  private <T> Future<T> abandon(
      SessionTopic topic, TopicSlot slot, String attempt, Throwable cause) {
    Instant retryAt = clock.instant().plus(NOT_SENT_PAUSE);
    return forgo(topic, slot)
        .compose(ignored -> written(() -> topics.fail(attempt, "claim not confirmed", retryAt)))
        .transform(ignored -> Future.failedFuture(cause));
  }

  private Future<Void> call(TopicAttempt attempt, TopicSlot slot, Instant claimedAt) {
    return calls
        .make(TopicCall.create(attempt.chat(), attempt.name(), slot.id(), claimedAt.toEpochMilli()))
        .compose(answer -> settle(attempt, answer));
  }

  private Future<Void> settle(TopicAttempt attempt, TopicAnswer answer) {
    LOGGER
        .atInfo()
        .addKeyValue("session", attempt.session())
        .addKeyValue("attempt", attempt.id())
        .addKeyValue("status", answer.verdict())
        .log("topic creation answered");
    Instant now = clock.instant();
    return switch (answer.verdict()) {
      case DONE -> bind(attempt, answer.thread(), now);
      case UNKNOWN ->
          written(() -> topics.doubt(attempt.id(), answer.description(), now)).mapEmpty();
      case REFUSED, NOT_SENT -> fail(attempt, answer, now);
    };
  }

  // When the compare-and-set is lost, the attempt was closed meanwhile: the topic is a second one.
  private Future<Void> bind(TopicAttempt attempt, long thread, Instant now) {
    return written(() -> topics.bind(attempt.id(), thread, now))
        .compose(
            bound ->
                bound
                    ? Future.succeededFuture()
                    : written(() -> topics.sighted(attempt.chat(), thread, attempt.name(), now)))
        .onSuccess(ignored -> hint(attempt.chat()))
        .mapEmpty();
  }

  // Only until the resolver takes a forgotten attempt over: it learns less surely, and later.
  private <T> Future<T> written(Supplier<Future<T>> change) {
    return written(change, clock.instant().plus(options.callPatience()));
  }

  private <T> Future<T> written(Supplier<Future<T>> change, Instant until) {
    return change
        .get()
        .recover(
            cause ->
                cause instanceof StoreUnavailableException && clock.instant().isBefore(until)
                    ? vertx.timer(AGAIN_MILLIS).compose(ignored -> written(change, until))
                    : Future.failedFuture(cause));
  }

  private Future<Void> fail(TopicAttempt attempt, TopicAnswer answer, Instant now) {
    Instant retryAt = retryAt(attempt, answer, now);
    return written(() -> topics.fail(attempt.id(), answer.description(), retryAt)).mapEmpty();
  }

  // What Telegram refuses without naming a time it will mostly refuse again.
  private Instant retryAt(TopicAttempt attempt, TopicAnswer answer, Instant now) {
    if (answer.verdict() == TopicAnswer.Verdict.NOT_SENT) {
      return now.plus(NOT_SENT_PAUSE);
    }
    if (answer.retryAfterMillis() > 0) {
      return now.plusMillis(answer.retryAfterMillis());
    }
    Instant seldom = refusals.lengthen(attempt.session().value(), now);
    Instant soonest = now.plus(options.retryDelay());
    return seldom.isAfter(soonest) ? seldom : soonest;
  }

  private void hint(long chat) {
    Addresses.CHAT_HINT.tellAll(vertx.eventBus(), new ChatHint(chat));
  }
}
