package dev.hookline.app.runtime;

import io.vertx.core.ThreadingModel;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A verticle as it is to run.
 *
 * @param shape what it is; two parts of equal shape need no redeploy
 * @param turnover how a new one takes over from an old one
 * @param kit makes what one deployment of it needs; blocks, as it may open files; what it throws
 *     counts as a verticle that does not start
 */
public record Part(Shape shape, Turnover turnover, Supplier<Kit> kit) {

  /** How a new deployment takes over from an old one. */
  public enum Turnover {
    /** The new one starts while the old one still runs, so that nobody waits. */
    OVERLAPPING,
    /** There may be only one: the old one finishes what it does, then the new one starts. */
    DRAINED
  }

  public Part {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(turnover, "turnover");
    Objects.requireNonNull(kit, "kit");
  }

  /** Unique in a node. */
  public String name() {
    return shape.name();
  }

  /**
   * What tells whether a verticle has changed.
   *
   * @param settings everything that it is made of and that settings decide, compared by value; it
   *     may hold secrets and is never printed
   */
  public record Shape(String name, int instances, ThreadingModel threading, Object settings) {

    public Shape {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(threading, "threading");
      Objects.requireNonNull(settings, "settings");
    }

    /** One on an event loop. */
    public static Shape single(String name, Object settings) {
      return new Shape(name, 1, ThreadingModel.EVENT_LOOP, settings);
    }

    @Override
    public String toString() {
      return name + " × " + instances;
    }
  }
}
