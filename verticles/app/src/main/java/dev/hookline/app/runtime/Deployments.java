package dev.hookline.app.runtime;

import dev.hookline.app.CannotStartException;
import dev.hookline.app.runtime.Outcome.What;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verticles that run. Brings them to what is wanted, one change after the other, and touches
 * only those whose shape has changed. Thread-safe.
 */
public final class Deployments {

  private static final Logger LOGGER = LoggerFactory.getLogger(Deployments.class);

  private final Vertx vertx;
  private final Chronicle chronicle;
  private final Map<String, Running> running = new LinkedHashMap<>(); // by the change in progress

  private Future<?> lastChange = Future.succeededFuture();

  /** Nothing runs yet. */
  public Deployments(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.chronicle = new Chronicle(vertx, clock);
  }

  /**
   * Starts the first verticles.
   *
   * @param parts in the order in which they are to start
   * @return fails with the first that does not start; those before it run
   */
  public Future<Void> begin(List<Part> parts) {
    return next(
        () -> {
          Future<Void> steps = Future.succeededFuture();
          for (Part part : parts) {
            steps = steps.compose(ignored -> first(part));
          }
          return steps;
        });
  }

  /**
   * Brings what runs to what is wanted, after the changes that were asked for before. A verticle
   * that does not start is replaced by one like it was before, and does not keep others from being
   * changed.
   *
   * @param wanted in the order in which they are to start
   * @return what was done, for each; never fails
   */
  public Future<List<Outcome>> bring(List<Part> wanted) {
    return next(() -> change(wanted));
  }

  /** Ends all of them, the last that was started first. Completes even when a part of it fails. */
  public Future<Void> stop() {
    return next(this::stopAll);
  }

  private synchronized <T> Future<T> next(Supplier<Future<T>> change) {
    Future<T> next = lastChange.transform(ignored -> change.get());
    lastChange = next;
    return next;
  }

  private Future<Void> first(Part part) {
    return deploy(part)
        .onSuccess(ignored -> note(new Outcome(part.name(), What.STARTED, "started")))
        .recover(
            cause -> {
              String message = part.name() + ": " + why(cause);
              return Future.failedFuture(new CannotStartException(message, cause));
            });
  }

  private Future<List<Outcome>> change(List<Part> wanted) {
    Set<String> names = wanted.stream().map(Part::name).collect(Collectors.toSet());
    chronicle.noteWanted(names);
    List<Running> unwanted = new ArrayList<>(running.values());
    unwanted.removeIf(it -> names.contains(it.part().name()));
    Collections.reverse(unwanted);
    List<Outcome> outcomes = new ArrayList<>();
    Future<?> steps = Future.succeededFuture();
    for (Running it : unwanted) {
      steps = steps.compose(ignored -> remove(it)).onSuccess(outcomes::add);
    }
    for (Part part : wanted) {
      steps = steps.compose(ignored -> bring(part)).onSuccess(outcomes::add);
    }
    return steps.map(ignored -> List.copyOf(outcomes));
  }

  private Future<Outcome> bring(Part part) {
    Running old = running.get(part.name());
    if (old != null && old.part().shape().equals(part.shape())) {
      chronicle.noteAsWanted(part.name());
      return Future.succeededFuture(new Outcome(part.name(), What.UNTOUCHED, "unchanged"));
    }
    Future<Outcome> outcome =
        old == null
            ? start(part)
            : switch (part.turnover()) {
              case OVERLAPPING -> overlap(old, part);
              case DRAINED -> drain(old, part);
            };
    return outcome.onSuccess(this::note);
  }

  private Future<Outcome> start(Part part) {
    return deploy(part)
        .map(ignored -> new Outcome(part.name(), What.STARTED, "started"))
        .otherwise(cause -> new Outcome(part.name(), What.FAILED, "did not start: " + why(cause)));
  }

  private Future<Outcome> overlap(Running old, Part part) {
    return deploy(part)
        .compose(ignored -> end(old))
        .map(ignored -> new Outcome(part.name(), What.REPLACED, "replaced, new before old"))
        .otherwise(cause -> rolledBack(part, cause));
  }

  private Future<Outcome> drain(Running old, Part part) {
    return end(old)
        .compose(ignored -> deploy(part))
        .map(ignored -> new Outcome(part.name(), What.REPLACED, "replaced, old before new"))
        .recover(cause -> again(old.part(), cause));
  }

  private Future<Outcome> again(Part old, Throwable cause) {
    return deploy(old)
        .map(ignored -> rolledBack(old, cause))
        .otherwise(
            worse -> {
              running.remove(old.name());
              String words =
                  "did not start: " + why(cause) + "; nor did the old one: " + why(worse);
              return new Outcome(old.name(), What.FAILED, words);
            });
  }

  private static Outcome rolledBack(Part part, Throwable cause) {
    return new Outcome(
        part.name(), What.ROLLED_BACK, "runs as before, the new one did not start: " + why(cause));
  }

  private Future<Outcome> remove(Running unwanted) {
    String name = unwanted.part().name();
    running.remove(name);
    return end(unwanted)
        .map(ignored -> new Outcome(name, What.STOPPED, "stopped"))
        .onSuccess(this::note);
  }

  private Future<Void> stopAll() {
    List<Running> all = new ArrayList<>(running.values());
    Collections.reverse(all);
    running.clear();
    Future<Void> steps = Future.succeededFuture();
    for (Running it : all) {
      steps = steps.compose(ignored -> end(it));
    }
    return steps;
  }

  private Future<Void> deploy(Part part) {
    return vertx
        .executeBlocking(() -> part.kit().get(), false)
        .compose(kit -> deploy(part, kit))
        .onSuccess(started -> running.put(part.name(), started))
        .mapEmpty();
  }

  private Future<Running> deploy(Part part, Kit kit) {
    DeploymentOptions options =
        new DeploymentOptions()
            .setInstances(part.shape().instances())
            .setThreadingModel(part.shape().threading())
            .setConfig(kit.config().copy())
            .setClassLoader(kit.loader());
    return vertx
        .deployVerticle(kit.instances(), options)
        .map(id -> new Running(part, kit, id))
        .onSuccess(ignored -> kit.started().run())
        .recover(cause -> close(kit).transform(ignored -> Future.failedFuture(cause)));
  }

  // What does not end as it should is over all the same: nothing can be done about it.
  private Future<Void> end(Running it) {
    return vertx
        .undeploy(it.id())
        .onFailure(
            cause ->
                LOGGER
                    .atWarn()
                    .addKeyValue("verticle", it.part().name())
                    .setCause(cause)
                    .log("did not end as it should"))
        .eventually(() -> close(it.kit()))
        .otherwiseEmpty();
  }

  private Future<Void> close(Kit kit) {
    return vertx.executeBlocking(
        () -> {
          kit.close().run();
          return null;
        },
        false);
  }

  private void note(Outcome outcome) {
    Running now = running.get(outcome.verticle());
    chronicle.note(outcome, now == null ? "" : now.id(), now == null ? 0 : now.instances());
  }

  private static String why(Throwable cause) {
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private record Running(Part part, Kit kit, String id) {

    int instances() {
      return part.shape().instances();
    }
  }
}
