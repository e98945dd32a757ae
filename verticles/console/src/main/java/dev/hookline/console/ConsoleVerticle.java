package dev.hookline.console;

import dev.hookline.console.ConsoleRoutes.Doors;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.NodeState;
import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires the console: one HTTP server for the page, the snapshot and the event-bus bridge. Deploy
 * one per node, after what creates the token's file.
 */
public final class ConsoleVerticle extends VerticleBase {

  private static final Logger LOGGER = LoggerFactory.getLogger(ConsoleVerticle.class);

  private final ConsoleOptions options;
  private final Store store;
  private final Clock clock;
  private final LongSupplier nanoTime;

  private LiveView live;
  private MessageConsumer<ChatHint> hints;
  private HttpServer server;
  private volatile String link;

  /**
   * @param nanoTime a monotonic clock, in nanoseconds
   */
  public ConsoleVerticle(ConsoleOptions options, Store store, Clock clock, LongSupplier nanoTime) {
    this.options = options;
    this.store = store;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  @Override
  public Future<?> start() {
    return vertx
        .fileSystem()
        .readFile(options.tokenFile().toString())
        .map(token -> new ConsoleAccess(token.toString(StandardCharsets.UTF_8).strip()))
        .recover(cause -> Future.failedFuture(noToken(cause)))
        .compose(this::listen);
  }

  @Override
  public Future<?> stop() {
    live.stop();
    return Future.join(hints.unregister(), server.close());
  }

  /** The port it listens on, once it is deployed. */
  public int port() {
    return server.actualPort();
  }

  /** The address that signs a browser in, once it is deployed. A secret: never for a log. */
  public String link() {
    return link;
  }

  private IllegalStateException noToken(Throwable cause) {
    return new IllegalStateException(
        "the console needs the ingest token, and cannot read it from " + options.tokenFile(),
        cause);
  }

  private IllegalStateException notOpen(Throwable cause) {
    return new IllegalStateException(
        "cannot listen on "
            + options.host()
            + ", port "
            + options.port()
            + " ("
            + cause.getMessage()
            + "): end what listens there, or set console.host or console.port",
        cause);
  }

  private Future<?> listen(ConsoleAccess access) {
    Reasons reasons = new Reasons(options.budgetPerMinute());
    MessageLinks links = new MessageLinks(options.messageLink());
    SessionCard card = new SessionCard(reasons, links, clock);
    Snapshots snapshots =
        new Snapshots(store.overview(), store.parked(), reasons, card, clock, NodeState.of(vertx));
    live = new LiveView(vertx, snapshots, nanoTime);
    hints = Addresses.CHAT_HINT.receive(vertx.eventBus(), hint -> live.hint());
    Doors doors =
        new Doors(
            new SessionsDoor(store.overview(), card),
            new TimelineDoor(store, card, links),
            new QuestionsDoor(store.overview(), links),
            new ParkedDoor(store, live::hint));
    ConsoleRoutes routes = new ConsoleRoutes(vertx, options.host(), access, live, doors);
    // HTTP/1.1 alone: the upgrade to HTTP/2 would be one more way past the checks of a request.
    server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false));
    return server
        .requestHandler(routes.router())
        .listen(options.port(), options.host())
        .onSuccess(listening -> listens(access, listening.actualPort()))
        .recover(cause -> Future.failedFuture(notOpen(cause)));
  }

  private void listens(ConsoleAccess access, int port) {
    link = access.link(options.host(), port);
    LOGGER
        .atInfo()
        .addKeyValue("host", options.host())
        .addKeyValue("port", port)
        .log("console is open");
  }
}
