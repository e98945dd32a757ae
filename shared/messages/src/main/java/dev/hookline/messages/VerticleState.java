package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Objects;

/**
 * How one of a node's verticles is, and what became of the last change to it.
 *
 * @param name its name in the settings
 * @param order its place among the node's verticles, from the first that started
 * @param instances how many run; 0 when it does not run
 * @param deployment Vert.x's id of what runs, of meaning in this process only; empty when it does
 *     not run
 * @param changes how often it was started, replaced or stopped since the node started
 * @param failures how many changes did not succeed since the node started
 * @param since when the last change was, whatever came of it
 * @param result what came of it, for people
 * @param failed whether the last change did not succeed, so that something else runs than wanted
 */
public record VerticleState(
    String name,
    int order,
    int instances,
    String deployment,
    long changes,
    long failures,
    Instant since,
    String result,
    boolean failed)
    implements Shareable {

  public VerticleState {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(deployment, "deployment");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(result, "result");
  }

  /** As JSON, times in milliseconds of the epoch. */
  JsonObject toJson() {
    return new JsonObject()
        .put("name", name)
        .put("instances", instances)
        .put("deployment", deployment)
        .put("changes", changes)
        .put("failures", failures)
        .put("since", since.toEpochMilli())
        .put("result", result)
        .put("failed", failed);
  }
}
