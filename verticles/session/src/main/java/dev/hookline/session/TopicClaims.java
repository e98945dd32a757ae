package dev.hookline.session;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.TopicSlotWanted;
import dev.hookline.session.SessionOptions.TopicOptions;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.TopicAttempt;
import dev.hookline.store.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates a session's topic, once.
 *
 * <p>Three layers: the local map of futures keeps this node from asking itself twice; the
 * announcement and the lock keep nodes from colliding; the claim row is the law. The order is: a
 * turn in the chat's lane, the claim, the call, the outcome written by compare-and-set. Nothing
 * here calls back into {@link #ensure}, and no step holds what an earlier step waits for, so no
 * circle of waits can close. Confined to its verticle's event loop.
 */
final class TopicClaims {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicClaims.class);

  private final Vertx vertx;
  private final Topics topics;
  private final Coordination coordination;
  private final TopicOptions options;
  private final Clock clock;
  private final Supplier<String> ids;

  private final Map<SessionKey, Future<Void>> inFlight = new HashMap<>();

  TopicClaims(
      Vertx vertx,
      Topics topics,
      Coordination coordination,
      TopicOptions options,
      Clock clock,
      Supplier<String> ids) {
    this.vertx = vertx;
    this.topics = topics;
    this.coordination = coordination;
    this.options = options;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Sees to it that the session has a topic, or that somebody is at it. Never fails: what went
   * wrong is in the store, and the sweep tries again when its time has come.
   *
   * @return completes when this node has done what it could
   */
  Future<Void> ensure(SessionKey session) {
    Future<Void> running = inFlight.get(session);
    if (running != null) {
      return running;
    }
    Future<Void> attempt =
        topics
            .of(session)
            .compose(
                topic ->
                    topic.filter(this::mayCreate).map(this::announced).orElseGet(this::nothing))
            .otherwise(cause -> report(session, cause));
    if (!attempt.isComplete()) {
      inFlight.put(session, attempt);
      attempt.onComplete(ignored -> inFlight.remove(session));
    }
    return attempt;
  }

  private boolean mayCreate(SessionTopic topic) {
    return topic.state() == SessionTopic.State.NEEDED && !clock.instant().isBefore(topic.retryAt());
  }

  private Future<Void> announced(SessionTopic topic) {
    String session = topic.session().value();
    String token = ids.get();
    Duration lifetime = options.slotPatience().plus(options.callPatience());
    return coordination
        .announce(session, token, lifetime)
        .compose(
            mine ->
                mine
                    ? withSlot(topic).eventually(() -> coordination.withdraw(session, token))
                    : nothing());
  }

  private Future<Void> withSlot(SessionTopic topic) {
    return Addresses.topicSlot(topic.chat())
        .request(
            vertx.eventBus(),
            new TopicSlotWanted(topic.chat(), topic.session()),
            options.slotPatience())
        .compose(slot -> locked(topic, slot));
  }

  private Future<Void> locked(SessionTopic topic, TopicSlot slot) {
    String name = "topic:" + topic.session();
    String token = ids.get();
    return coordination
        .lock(name, token, options.callPatience().multipliedBy(2))
        .compose(
            mine ->
                mine
                    ? claimed(topic, slot).eventually(() -> coordination.unlock(name, token))
                    : forgo(topic, slot));
  }

  private Future<Void> claimed(SessionTopic topic, TopicSlot slot) {
    String attempt = ids.get();
    TopicName name = TopicName.of(topic, attempt);
    Instant now = clock.instant();
    return topics
        .open(topic, attempt, name.marker(), name.text(), now)
        .recover(cause -> forgo(topic, slot).compose(ignored -> Future.failedFuture(cause)))
        .compose(claim -> claim.isPresent() ? call(claim.get(), slot, now) : forgo(topic, slot));
  }

  private Future<Void> call(TopicAttempt attempt, TopicSlot slot, Instant claimedAt) {
    TopicCall create =
        TopicCall.create(attempt.chat(), attempt.name(), slot.id(), claimedAt.toEpochMilli());
    return Addresses.topicCall(attempt.chat())
        .request(vertx.eventBus(), create, options.callPatience())
        .otherwise(cause -> TopicAnswer.unknown("no answer from the lane"))
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
      case UNKNOWN -> topics.doubt(attempt.id(), answer.description(), now).mapEmpty();
      case REFUSED, NOT_SENT ->
          topics.fail(attempt.id(), answer.description(), now.plus(delay(answer))).mapEmpty();
    };
  }

  // When the compare-and-set is lost, the attempt was closed meanwhile: the topic is a second one.
  private Future<Void> bind(TopicAttempt attempt, long thread, Instant now) {
    return topics
        .bind(attempt.id(), thread, now)
        .compose(
            bound ->
                bound
                    ? Future.succeededFuture()
                    : topics.sighted(attempt.chat(), thread, attempt.name(), now))
        .onSuccess(ignored -> hint(attempt.chat()))
        .mapEmpty();
  }

  private Duration delay(TopicAnswer answer) {
    return answer.verdict() == TopicAnswer.Verdict.NOT_SENT
        ? Duration.ofSeconds(1)
        : answer.retryAfterMillis() > 0
            ? Duration.ofMillis(answer.retryAfterMillis())
            : options.retryDelay();
  }

  private Future<Void> forgo(SessionTopic topic, TopicSlot slot) {
    return Addresses.topicCall(topic.chat())
        .request(vertx.eventBus(), TopicCall.forgo(topic.chat(), slot.id()), options.callPatience())
        .otherwiseEmpty()
        .mapEmpty();
  }

  private void hint(long chat) {
    Addresses.CHAT_HINT.tellAll(vertx.eventBus(), new ChatHint(chat));
  }

  private Future<Void> nothing() {
    return Future.succeededFuture();
  }

  private Void report(SessionKey session, Throwable cause) {
    LOGGER
        .atDebug()
        .addKeyValue("session", session)
        .addKeyValue("reason", String.valueOf(cause.getMessage()))
        .log("topic not created this time");
    return null;
  }
}
