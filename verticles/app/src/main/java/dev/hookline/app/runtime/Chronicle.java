package dev.hookline.app.runtime;

import dev.hookline.messages.NodeState;
import dev.hookline.messages.VerticleState;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
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

  /** What runs is what is wanted, without a change: a failure before counts no more. */
  void noteAsWanted(String verticle) {
    state
        .verticle(verticle)
        .filter(VerticleState::failed)
        .ifPresent(before -> forgive(before, "runs as before, as the settings say again"));
  }

  /** No other verticle is wanted: a failure of one that does not run counts no more. */
  void noteWanted(Set<String> verticles) {
    state.verticles().stream()
        .filter(VerticleState::failed)
        .filter(before -> before.instances() == 0 && !verticles.contains(before.name()))
        .forEach(before -> forgive(before, "not wanted any more"));
  }

  private void forgive(VerticleState before, String words) {
    state.note(
        new VerticleState(
            before.name(),
            before.order(),
            before.instances(),
            before.deployment(),
            before.changes(),
            before.failures(),
            clock.instant(),
            words,
            false));
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
