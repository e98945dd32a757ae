package dev.hookline.session;

import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicSlot;
import dev.hookline.session.SessionOptions.TopicOptions;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Topics;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each session gets a topic, and that nobody tries twice at once.
 *
 * <p>Three layers: the local map of futures keeps this node from asking itself twice; the
 * announcement and the lock keep nodes from colliding; the claim row, which {@link TopicCreation}
 * writes, is the law. The order is: a turn in the chat's lane, the claim, the call, the outcome.
 * Nothing here calls back into {@link #ensure}, and no step holds what an earlier step waits for,
 * so no circle of waits can close. Confined to its verticle's event loop.
 */
final class TopicClaims {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicClaims.class);

  private final Topics topics;
  private final TopicCreation creation;
  private final Coordination coordination;
  private final TopicOptions options;
  private final Clock clock;
  private final Supplier<String> ids;

  private final Map<SessionKey, Future<Void>> inFlight = new HashMap<>();

  TopicClaims(
      Topics topics,
      TopicCreation creation,
      Coordination coordination,
      TopicOptions options,
      Clock clock,
      Supplier<String> ids) {
    this.topics = topics;
    this.creation = creation;
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
        .otherwise(true) // like the lock below, this is courtesy only: the claim row is the law
        .compose(
            mine ->
                mine
                    ? withSlot(topic).eventually(() -> coordination.withdraw(session, token))
                    : nothing());
  }

  private Future<Void> withSlot(SessionTopic topic) {
    return creation.turn(topic).compose(slot -> locked(topic, slot));
  }

  private Future<Void> locked(SessionTopic topic, TopicSlot slot) {
    String name = "topic:" + topic.session();
    String token = ids.get();
    return coordination
        .lock(name, token, options.callPatience().multipliedBy(2))
        .otherwise(true)
        .compose(
            mine ->
                mine
                    ? creation
                        .create(topic, slot)
                        .eventually(() -> coordination.unlock(name, token))
                    : creation.forgo(topic, slot));
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
