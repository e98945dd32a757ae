package dev.hookline.app;

import dev.hookline.app.runtime.Deployments;
import dev.hookline.app.runtime.Outcome;
import dev.hookline.app.runtime.Part;
import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/**
 * One node, made of parts that are given: the same in production, in a test and in a simulation.
 *
 * <p>Starts from the way out to the way in, so that it is ready when it begins to listen, and stops
 * the other way round: it takes no more, finishes what it does, and leaves the rest in the store.
 * The store and {@code Vertx} stay open: they belong to whoever made them. That one has also
 * registered the codecs of the bus ({@code Addresses.registerCodecs}).
 */
public final class Node {

  private final Vertx vertx;
  private final NodeOptions options;
  private final Rooms rooms;
  private final Deployments deployments;

  /**
   * @param vertx its own; no other node may run in it
   */
  public Node(Vertx vertx, NodeOptions options, Sources sources, Store store) {
    this.vertx = vertx;
    this.options = options;
    this.rooms = new Rooms(sources, store);
    this.deployments = new Deployments(vertx, store.clock());
  }

  /** Completes when every door is open. After a failure, {@link #stop} closes what was opened. */
  public Future<Void> start() {
    return parts(options).compose(deployments::begin);
  }

  /**
   * Brings what runs to what these settings ask for, and touches nothing else.
   *
   * @param next they differ from those before only in what can change while a node runs: {@link
   *     NodeOptions#fixedWhileRunning}
   * @return what was done, for each verticle
   */
  public Future<List<Outcome>> change(NodeOptions next) {
    return parts(next).compose(deployments::bring);
  }

  /** Stops taking, finishes what runs. Completes even when a part of it fails. */
  public Future<Void> stop() {
    return deployments.stop();
  }

  /** The port for events, once it is started. */
  public int ingestPort() {
    return rooms.ingestPort();
  }

  /** The console's port, once it is started. */
  public int consolePort() {
    return rooms.consolePort();
  }

  /** The bus's port for programs, once it is started; 0 when it is closed. */
  public int busPort() {
    return rooms.busPort();
  }

  /** The bus's port for web pages, once it is started; 0 when it is closed. */
  public int busWebPort() {
    return rooms.busWebPort();
  }

  /** The address that signs a browser in to the console. A secret: never for a log. */
  public String consoleLink() {
    return rooms.consoleLink();
  }

  private Future<List<Part>> parts(NodeOptions wanted) {
    return vertx.executeBlocking(() -> rooms.of(wanted));
  }
}
