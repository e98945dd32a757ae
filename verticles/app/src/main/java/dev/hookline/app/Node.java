package dev.hookline.app;

import dev.hookline.app.runtime.Deployments;
import dev.hookline.app.runtime.Outcome;
import dev.hookline.app.runtime.Part;
import dev.hookline.app.runtime.Plugins;
import dev.hookline.app.trace.OtlpTraces;
import dev.hookline.messages.trace.Traces;
import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * Completes when every door is open, whether or not verticles that are not the program's have
   * started. After a failure, {@link #stop} closes what was opened.
   */
  public Future<Void> start() {
    return openTraces()
        .compose(ignored -> rooms(options))
        .compose(
            parts ->
                deployments.begin(parts).compose(ignored -> deployments.bring(all(parts, options))))
        .mapEmpty();
  }

  /**
   * Brings what runs to what these settings ask for, and touches nothing else.
   *
   * @param next they differ from those before only in what can change while a node runs: {@link
   *     NodeOptions#fixedWhileRunning}
   * @return what was done, for each verticle
   */
  public Future<List<Outcome>> change(NodeOptions next) {
    return rooms(next).compose(parts -> deployments.bring(all(parts, next)));
  }

  /** Stops taking, finishes what runs. Completes even when a part of it fails. */
  public Future<Void> stop() {
    return deployments.stop().eventually(this::closeTraces);
  }

  /** The port for events; 0 while this node takes none. */
  public int ingestPort() {
    return rooms.ingestPort();
  }

  /** The console's port; 0 while it is closed. */
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

  /** The address that signs a browser in to the console; empty while that is closed. A secret. */
  public String consoleLink() {
    return rooms.consoleLink();
  }

  // Before any room asks for them; without, nothing of OpenTelemetry is loaded.
  private Future<Void> openTraces() {
    return options.traces().endpoint().isEmpty()
        ? Future.succeededFuture()
        : vertx
            .executeBlocking(
                () -> OtlpTraces.open(options.traces(), rooms.id(options), Version.own()))
            .onSuccess(opened -> Traces.use(vertx, opened))
            .mapEmpty();
  }

  // After the last room has ended: until then there is something to tell.
  private Future<Void> closeTraces() {
    Traces traces = Traces.of(vertx);
    return traces.on()
        ? vertx.executeBlocking(
            () -> {
              traces.close();
              return null;
            })
        : Future.succeededFuture();
  }

  private Future<List<Part>> rooms(NodeOptions wanted) {
    return vertx.executeBlocking(() -> rooms.of(wanted));
  }

  private static List<Part> all(List<Part> rooms, NodeOptions wanted) {
    return Stream.concat(rooms.stream(), Plugins.of(wanted.runtime()).stream()).toList();
  }
}
