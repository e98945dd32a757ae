package dev.hookline.app.runtime;

import dev.hookline.messages.NodeState;
import dev.hookline.messages.VerticleState;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of each change: in the log, and where the node's rooms find it. */
final class Chronicle {

  private static final Logger LOGGER = LoggerFactory.getLogger(Chronicle.class);

  private final NodeState state;
  private final Clock clock;

  Chronicle(Vertx vertx, Clock clock) {
    this.state = NodeState.of(vertx);
    this.clock = clock;
  }

  /**
   * @param deployment the id of what runs now; empty when nothing does
   * @param instances how many run now
   */
  void note(Outcome outcome, String deployment, int instances) {
    Optional<VerticleState> before = state.verticle(outcome.verticle());
    boolean done = outcome.isAsWanted();
    state.note(
        new VerticleState(
            outcome.verticle(),
            before.map(VerticleState::order).orElseGet(() -> state.verticles().size()),
            instances,
            deployment,
            before.map(VerticleState::changes).orElse(0L) + (done ? 1 : 0),
            before.map(VerticleState::failures).orElse(0L) + (done ? 0 : 1),
            clock.instant(),
            outcome.words(),
            !done));
    (done ? LOGGER.atInfo() : LOGGER.atError())
        .addKeyValue("verticle", outcome.verticle())
        .addKeyValue("instances", instances)
        .log(outcome.words());
  }
}
