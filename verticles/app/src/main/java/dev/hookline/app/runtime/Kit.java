package dev.hookline.app.runtime;

import io.vertx.core.Deployable;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What one deployment needs, from its start to its end.
 *
 * @param instances makes each instance; called on any thread
 * @param loader finds the classes that the verticle asks for by name
 * @param config what the verticle is told; not to be changed
 * @param started called once the deployment runs
 * @param close gives back what the kit holds, after the deployment has ended or has not started;
 *     blocks
 */
public record Kit(
    Supplier<? extends Deployable> instances,
    ClassLoader loader,
    JsonObject config,
    Runnable started,
    Runnable close) {

  public Kit {
    Objects.requireNonNull(instances, "instances");
    Objects.requireNonNull(loader, "loader");
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(close, "close");
  }

  /** Of a verticle that is part of the program, and holds nothing. */
  public static Kit of(Supplier<? extends Deployable> instances) {
    return of(instances, () -> {}, () -> {});
  }

  /**
   * The same, of one that is asked something while it runs.
   *
   * @param started called once it runs
   * @param ended called once it runs no more, or has not started
   */
  public static Kit of(Supplier<? extends Deployable> instances, Runnable started, Runnable ended) {
    return new Kit(instances, Kit.class.getClassLoader(), new JsonObject(), started, ended);
  }
}
