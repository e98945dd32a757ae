package dev.hookline.app;

import dev.hookline.console.ConsoleVerticle;
import dev.hookline.ingest.IngestToken;
import dev.hookline.ingest.IngestVerticle;
import dev.hookline.redaction.Redactor;
import dev.hookline.session.AlwaysGranted;
import dev.hookline.session.Coordination;
import dev.hookline.session.SessionVerticle;
import dev.hookline.session.SharedCoordination;
import dev.hookline.store.Store;
import dev.hookline.telegram.TelegramVerticle;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

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
  private final Sources sources;
  private final Store store;

  private final Deque<String> deployed = new ArrayDeque<>();
  private IngestVerticle ingest;
  private ConsoleVerticle console;

  /**
   * @param vertx its own; no other node may run in it
   */
  public Node(Vertx vertx, NodeOptions options, Sources sources, Store store) {
    this.vertx = vertx;
    this.options = options;
    this.sources = sources;
    this.store = store;
  }

  /** Completes when every door is open. After a failure, {@link #stop} closes what was opened. */
  public Future<Void> start() {
    return Future.succeededFuture()
        .compose(ignored -> deploy("telegram", telegram()))
        .compose(
            ignored ->
                deploy(
                    "session",
                    new SessionVerticle(
                        options.session(), store, coordination(), store.clock(), sources.ids())))
        .compose(ignored -> openIngest())
        .compose(ignored -> openConsole());
  }

  /** Stops taking, finishes what runs. Completes even when a part of it fails. */
  public Future<Void> stop() {
    if (deployed.isEmpty()) {
      return Future.succeededFuture();
    }
    return vertx.undeploy(deployed.pop()).transform(ignored -> stop());
  }

  /** The port for events, once it is started. */
  public int ingestPort() {
    return ingest.port();
  }

  /** The console's port, once it is started. */
  public int consolePort() {
    return console.port();
  }

  /** The address that signs a browser in to the console. A secret: never for a log. */
  public String consoleLink() {
    return console.link();
  }

  private TelegramVerticle telegram() {
    String id = NodeId.readOrCreate(options.dataDir(), sources.ids());
    return new TelegramVerticle(
        id, options.telegram(), store, sources.nanoTime(), sources.random());
  }

  private Future<Void> openIngest() {
    IngestToken token = ingestToken();
    DeploymentOptions instances = new DeploymentOptions().setInstances(options.ingestInstances());
    Redactor redactor = Redactor.of(options.redaction(), OwnSecrets.of(options, token));
    return deployed("ingest", vertx.deployVerticle(() -> newIngest(token, redactor), instances));
  }

  private IngestVerticle newIngest(IngestToken token, Redactor redactor) {
    ingest = new IngestVerticle(options.ingest(), token, redactor, store, sources.ids());
    return ingest; // which of them does not matter: all listen on the same port
  }

  private IngestToken ingestToken() {
    try {
      return IngestToken.readOrCreate(options.ingest().tokenFile());
    } catch (IOException | IllegalStateException unusable) {
      throw new CannotStartException("ingest.tokenFile: " + unusable.getMessage(), unusable);
    }
  }

  private Future<Void> openConsole() {
    console = new ConsoleVerticle(options.console(), store, store.clock(), sources.nanoTime());
    return deploy("console", console);
  }

  private Function<Vertx, Coordination> coordination() {
    return switch (options.lock()) {
      case SHARED -> SharedCoordination::new;
      case ALWAYS_GRANTED -> ignored -> new AlwaysGranted();
    };
  }

  private Future<Void> deploy(String room, Deployable verticle) {
    return deployed(room, vertx.deployVerticle(verticle));
  }

  private Future<Void> deployed(String room, Future<String> deployment) {
    return deployment
        .onSuccess(deployed::push)
        .recover(
            cause ->
                Future.failedFuture(
                    new CannotStartException(room + ": " + cause.getMessage(), cause)))
        .mapEmpty();
  }
}
