package dev.hookline.session;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.ServedChats;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicWanted;
import dev.hookline.messages.trace.Traces;
import dev.hookline.store.Release;
import dev.hookline.store.Sequences;
import dev.hookline.store.SessionView;
import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a session's events their place: one run per session at a time, each run until nothing more
 * may be placed now. Confined to its verticle's event loop.
 */
final class SessionFlow {

  private static final Logger LOGGER = LoggerFactory.getLogger(SessionFlow.class);

  private final Vertx vertx;
  private final Sequences sequences;
  private final Sequencer sequencer;
  private final TopicClaims topics;
  private final ServedChats served;
  private final Clock clock;
  private final Trail trail;

  private final Set<SessionKey> running = new HashSet<>();
  private final Set<SessionKey> wokenAgain = new HashSet<>();
  private final Map<SessionKey, Long> timers = new HashMap<>();

  SessionFlow(
      Vertx vertx, Sequences sequences, Sequencer sequencer, TopicClaims topics, Clock clock) {
    this.vertx = vertx;
    this.served = ServedChats.of(vertx);
    this.sequences = sequences;
    this.sequencer = sequencer;
    this.topics = topics;
    this.clock = clock;
    this.trail = new Trail(Traces.of(vertx));
  }

  /** Looks at a session now, or once more after the run that is under way. */
  void wake(SessionKey session) {
    if (!running.add(session)) {
      wokenAgain.add(session);
      return;
    }
    cancelTimer(session);
    step(session);
  }

  /** Forgets every timer; what waits is found by the sweep of whoever comes next. */
  void stop() {
    timers.values().forEach(vertx::cancelTimer);
    timers.clear();
  }

  private void step(SessionKey session) {
    wokenAgain.remove(session);
    sequences
        .view(session)
        .compose(view -> view.map(this::apply).orElseGet(() -> Future.succeededFuture(false)))
        .onSuccess(more -> carryOn(session, more))
        .onFailure(cause -> giveUp(session, cause));
  }

  private void carryOn(SessionKey session, boolean more) {
    if (more || wokenAgain.contains(session)) {
      step(session);
    } else {
      running.remove(session);
    }
  }

  // The sweep comes back to it: the events are still in the store.
  private void giveUp(SessionKey session, Throwable cause) {
    running.remove(session);
    if (cause instanceof StoreUnavailableException) { // comes for each session while it is away
      LOGGER.atDebug().addKeyValue("session", session).log("the store is away; events wait in it");
    } else {
      LOGGER
          .atWarn()
          .addKeyValue("session", session)
          .setCause(cause)
          .log("events not put in order");
    }
  }

  /** Places what may be placed; answers whether to look again at once. */
  private Future<Boolean> apply(SessionView view) {
    Instant now = clock.instant();
    Plan plan = sequencer.plan(view, now);
    if (plan.releases().isEmpty()) {
      sleep(view.session(), plan);
      return Future.succeededFuture(false);
    }
    return sequences
        .release(view.session(), view.nextPosition(), plan.releases(), now)
        .onSuccess(placed -> placed(placed, view, plan, now))
        .map(true); // also when another node was faster: there may be more
  }

  private void placed(boolean byUs, SessionView view, Plan plan, Instant now) {
    if (byUs) {
      trail.placed(view, plan, now);
    }
    show(view, plan);
  }

  private void show(SessionView view, Plan plan) {
    if (plan.releases().stream().anyMatch(release -> release.kind() != Release.Kind.MIRRORED)) {
      Addresses.CHAT_HINT.tellAll(vertx.eventBus(), new ChatHint(view.chat()));
      wantTopic(view);
    }
  }

  // A later event finds the topic there, or the sweep of the node that serves the chat at it.
  private void wantTopic(SessionView view) {
    if (served.has(view.chat())) {
      topics.ensure(view.session());
    } else if (view.nextPosition() == 1) {
      TopicWanted wanted = new TopicWanted(view.chat(), view.session());
      Addresses.TOPIC_WANTED.tellAll(vertx.eventBus(), wanted);
    }
  }

  private void sleep(SessionKey session, Plan plan) {
    if (plan.wakeAt() == null) {
      return;
    }
    long delay = Duration.between(clock.instant(), plan.wakeAt()).toMillis() + 1;
    cancelTimer(session);
    timers.put(session, vertx.setTimer(Math.max(1, delay), fired -> rouse(session)));
  }

  private void rouse(SessionKey session) {
    timers.remove(session);
    wake(session);
  }

  private void cancelTimer(SessionKey session) {
    Long timer = timers.remove(session);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }
}
