package dev.hookline.session;

import dev.hookline.messages.ServedChats;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicSlot;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Topics;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each session gets a topic, and that nobody tries twice at once.
 *
 * <p>Three layers: the local map of futures keeps this node from asking itself twice; the cluster's
 * map of futures and the lock keep nodes from colliding; the claim row, which {@link TopicCreation}
 * writes, is the law. The order is: a turn in the chat's lane, the claim, the call, the outcome.
 * Nothing here calls back into {@link #ensure}, and no step holds what an earlier step waits for,
 * so no circle of waits can close. Confined to its verticle's event loop.
 */
final class TopicClaims {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicClaims.class);

  /**
   * For what another node is making; after it the sweep looks into the store. As long as what a
   * dead node announced stands: with many sessions waiting, asking more often is much ado.
   */
  private static final Duration OTHERS_PATIENCE = Duration.ofSeconds(10);

  /** With a turn in hand, which is void after 5 s. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(1);

  private final ServedChats served;
  private final Topics topics;
  private final TopicCreation creation;
  private final Coordination coordination;
  private final Clock clock;
  private final Supplier<String> ids;

  private final Map<SessionKey, Future<Void>> inFlight = new HashMap<>();

  TopicClaims(
      ServedChats served,
      Topics topics,
      TopicCreation creation,
      Coordination coordination,
      Clock clock,
      Supplier<String> ids) {
    this.served = served;
    this.topics = topics;
    this.creation = creation;
    this.coordination = coordination;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Sees to it that the session has a topic, or that somebody is at it; does nothing when another
   * node serves its chat. Never fails: what went wrong is in the store, and the sweep tries again
   * when its time has come.
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

  /** Completes when nothing is under way that was when it was asked. Never fails. */
  Future<Void> idle() {
    return Future.join(List.copyOf(inFlight.values())).otherwiseEmpty().mapEmpty();
  }

  private boolean mayCreate(SessionTopic topic) {
    return topic.state() == SessionTopic.State.NEEDED
        && !clock.instant().isBefore(topic.retryAt())
        && served.has(topic.chat());
  }

  private Future<Void> announced(SessionTopic topic) {
    SessionKey session = topic.session();
    String token = ids.get();
    return coordination
        .announce(session, token, OTHERS_PATIENCE)
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
    String name = topic.session().value();
    String token = ids.get();
    return coordination
        .lock(name, token, LOCK_PATIENCE)
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
