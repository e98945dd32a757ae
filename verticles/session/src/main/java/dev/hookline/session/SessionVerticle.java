package dev.hookline.session;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ServedChats;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Store;
import dev.hookline.store.TopicAttempt;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Wires the session room: hints wake sessions, and a sweep every second finds what hints lost.
 * Deploy any number, on any number of nodes.
 */
public final class SessionVerticle extends VerticleBase {

  private static final long SWEEP_MILLIS = 1000;
  private static final int SWEEP_LIMIT = 500;
  private static final long DRAIN_MILLIS = 2_000;

  private final SessionOptions options;
  private final Store store;
  private final Function<Vertx, Coordination> courtesy;
  private final Clock clock;
  private final Supplier<String> ids;

  private final List<MessageConsumer<?>> consumers = new ArrayList<>();
  private Coordination coordination;
  private SessionFlow flow;
  private TopicClaims claims;
  private long sweeping;

  /**
   * @param courtesy makes what nodes tell one another, on this verticle's event loop; never trusted
   * @param ids makes ids that never repeat, such as random UUIDs
   */
  public SessionVerticle(
      SessionOptions options,
      Store store,
      Function<Vertx, Coordination> courtesy,
      Clock clock,
      Supplier<String> ids) {
    this.options = options;
    this.store = store;
    this.courtesy = courtesy;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Future<?> start() {
    ServedChats served = ServedChats.of(vertx);
    coordination = courtesy.apply(vertx);
    TopicCalls calls = new TopicCalls(vertx.eventBus(), options.topic());
    TopicResolver resolver = new TopicResolver(store.topics(), calls, options.topic(), clock);
    MissingTopics missing = new MissingTopics(store.topics(), calls, options.topic(), clock);
    TopicCreation creation =
        new TopicCreation(vertx, store.topics(), calls, options.topic(), clock, ids);
    claims = new TopicClaims(served, store.topics(), creation, coordination, clock, ids);
    Sequencer sequencer = new Sequencer(options.order(), options.closeTopicOnEnd());
    flow = new SessionFlow(vertx, store.sequences(), sequencer, claims, clock);

    sweep(served, resolver, missing);
    new Housekeeping(vertx, store.retention(), options.retention(), clock).start();
    consumers.add(
        Addresses.SESSION_HINT.receive(vertx.eventBus(), hint -> flow.wake(hint.session())));
    consumers.add(
        Addresses.TOPIC_WANTED.receive(
            vertx.eventBus(),
            wanted -> {
              if (served.has(wanted.chat())) {
                claims.ensure(wanted.session());
              }
            }));
    return Future.all(consumers.stream().map(MessageConsumer::completion).toList());
  }

  // A topic that is being made is waited for: who comes next would have to find out what became of
  // it.
  @Override
  public Future<?> stop() {
    flow.stop();
    vertx.cancelTimer(sweeping);
    return Future.join(consumers.stream().map(MessageConsumer::unregister).toList())
        .eventually(() -> Future.any(claims.idle(), vertx.timer(DRAIN_MILLIS)))
        .eventually(coordination::stop);
  }

  private void sweep(ServedChats served, TopicResolver resolver, MissingTopics missing) {
    Sweep<SessionKey> events =
        new Sweep<>(
            "events",
            () -> store.sequences().unreleased(SWEEP_LIMIT),
            session -> session,
            this::wake);
    List<Sweep<?>> topics =
        List.of(
            new Sweep<SessionTopic>(
                "topics",
                () -> store.topics().needing(clock.instant(), SWEEP_LIMIT),
                SessionTopic::session,
                topic -> claims.ensure(topic.session())),
            new Sweep<TopicAttempt>(
                "attempts",
                () -> store.topics().unsettled(forgottenBefore(), SWEEP_LIMIT),
                TopicAttempt::id,
                resolver::resolve),
            new Sweep<SessionTopic>(
                "missing topics",
                () -> store.topics().doubted(SWEEP_LIMIT),
                SessionTopic::session,
                missing::verify));
    sweeping =
        vertx.setPeriodic(
            SWEEP_MILLIS,
            ignored -> {
              events.run();
              if (!served.isEmpty()) { // topics are made next door to the lane of their chat
                topics.forEach(Sweep::run);
              }
            });
  }

  private Future<Void> wake(SessionKey session) {
    flow.wake(session);
    return Future.succeededFuture();
  }

  /** An attempt opened before this has no node that still waits for its outcome. */
  private Instant forgottenBefore() {
    return clock.instant().minus(options.topic().callPatience().multipliedBy(2));
  }
}
