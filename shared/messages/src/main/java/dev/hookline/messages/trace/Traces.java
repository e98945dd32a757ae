package dev.hookline.messages.trace;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;

/**
 * Where a node's rooms tell which stages of an event's way are over. Thread-safe; no method blocks
 * but {@link #close}, and none fails.
 *
 * <p>Whatever is told is passed on or counted, always:
 *
 * <pre>
 * told = exported + dropped + what still waits to be exported
 * </pre>
 */
public interface Traces extends Shareable {

  /** Those of the node: the same to all who ask on the same {@code Vertx}; first, nobody's. */
  static Traces of(Vertx vertx) {
    return node(vertx).getOrDefault(TraceParent.NAME, NoTraces.OFF);
  }

  /** From now on, whoever asks on this {@code Vertx} gets these. */
  static void use(Vertx vertx, Traces traces) {
    node(vertx).put(TraceParent.NAME, traces);
  }

  /** Whether anybody follows: if not, nothing needs to be gathered for it. */
  boolean on();

  /** A stage is over. */
  void over(Stage stage);

  /** How many stages were passed on. */
  long exported();

  /** How many never will be. */
  long dropped();

  /** Passes on what waits, for a few seconds at most. Blocks. */
  void close();

  private static LocalMap<String, Traces> node(Vertx vertx) {
    return vertx.sharedData().getLocalMap("hookline.traces");
  }
}
