package dev.hookline.ingest;

import dev.hookline.ingest.read.EventReader;
import dev.hookline.ingest.read.LineReader;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.EventsPosted;
import dev.hookline.messages.NodeState;
import dev.hookline.messages.trace.Traces;
import dev.hookline.redaction.Redactor;
import dev.hookline.store.GroupCommit;
import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires the doors for events. Deploy as many instances as there are cores: they share the TCP port,
 * and one of them serves the unix sockets.
 */
public final class IngestVerticle extends VerticleBase {

  private static final Logger LOGGER = LoggerFactory.getLogger(IngestVerticle.class);
  private static final int ANY_PORT = -1; // one for all instances; of 0 each would get its own
  private static final int GROUP = 20;
  private static final long GROUP_WAIT_MILLIS = 2;
  private static final long DRAIN_SECONDS = 5;
  private static final long HOLDING_MILLIS = 1_000;

  private final String node;
  private final IngestOptions options;
  private final IngestToken token;
  private final Redactor redactor;
  private final List<FilterRule> filters;
  private final Store store;
  private final Supplier<String> ids;

  private HttpServer server;
  private SocketDoors sockets;
  private Holding holding;
  private Listening listening;
  private MessageConsumer<EventsPosted> posts;

  /**
   * @param node names this node in the store: no other node has that name, and a restart keeps it
   * @param token what senders over TCP have to know
   * @param redactor takes secrets out of every event before it is stored
   * @param filters programs that see every event before it is stored
   * @param ids makes up ids that are unique everywhere; called from any thread
   */
  public IngestVerticle(
      String node,
      IngestOptions options,
      IngestToken token,
      Redactor redactor,
      List<FilterRule> filters,
      Store store,
      Supplier<String> ids) {
    this.node = node;
    this.options = options;
    this.token = token;
    this.redactor = redactor;
    this.filters = List.copyOf(filters);
    this.store = store;
    this.ids = ids;
  }

  @Override
  public Future<?> start() {
    IngestOptions.Limits limits = options.limits();
    GroupCommit commits = new GroupCommit(vertx, store.events(), GROUP, GROUP_WAIT_MILLIS);
    Traces traces = Traces.of(vertx);
    Trail trail = new Trail(traces, store.clock());
    Acceptance acceptance = new Acceptance(commits, vertx.eventBus(), trail);
    Redaction redaction = new Redaction(redactor);
    Filters filtered = new Filters(filters, vertx.eventBus(), new Filtering(redaction));
    Reading reading = new Reading(vertx, store.clock(), redaction, filtered);
    holding = new Holding(store.approvals(), vertx.eventBus(), store.clock(), options.chat());
    Asking asking =
        new Asking(
            store.approvals(), acceptance, holding, ids, store.clock(), options.answerPatience());
    Typing typing = new Typing(vertx, store, node, options.chat(), ids, options.typeIntoTmux());
    listening =
        new Listening(
            store.replies(),
            acceptance,
            typing,
            vertx.eventBus(),
            ids,
            store.clock(),
            options.chat(),
            options.replyPatience());
    Reception reception =
        new Reception(reading, acceptance, asking, listening, options.chat(), ids);
    posts =
        Addresses.POST_EVENTS.answer(
            vertx.eventBus(), new Posting(reception, limits.maxBody())::take);
    Readiness readiness = new Readiness(store);
    Accounts accounts = new Accounts(store, NodeState.of(vertx), traces);
    Connections connections = new Connections(limits.maxConnections());
    long tick = limits.patience().toMillis() / Connections.PATIENCE;
    every(
        tick,
        () -> {
          connections.tick();
          readiness.tick();
          accounts.tick();
        });
    holding.start();
    listening.start();
    every(
        HOLDING_MILLIS,
        () -> {
          holding.tick();
          listening.tick();
          if (sockets.areOpen()) {
            typing.tick();
          }
        });
    Routes routes = new Routes(reception, readiness, accounts, options, trail);
    LineReader lines = new LineReader(new EventReader(options.chat(), ids));
    LineIntake intake = new LineIntake(vertx, reading, lines, acceptance);
    sockets =
        new SocketDoors(
            options,
            new HttpDoor(Gate.ofSocket(), connections, routes),
            new LineDoor(intake, limits));
    return new HttpDoor(Gate.ofPort(options, token), connections, routes)
        .open(vertx, options.port() == 0 ? ANY_PORT : options.port(), options.host())
        .onSuccess(this::listens)
        .recover(cause -> Future.failedFuture(notOpen(cause)))
        .compose(opened -> sockets.open(vertx, context.deploymentID()));
  }

  @Override
  public Future<?> stop() {
    return posts
        .unregister()
        .eventually(() -> Future.join(holding.stop(), listening.stop()))
        .eventually(
            () -> Future.join(server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS), sockets.close()));
  }

  /** The TCP port, once it is deployed. */
  public int port() {
    return server.actualPort();
  }

  // Not setPeriodic: after a pause that makes up for every tick at once, and senders lose their
  // time.
  private void every(long millis, Runnable tick) {
    vertx.setTimer(
        millis,
        ignored -> {
          tick.run();
          every(millis, tick);
        });
  }

  private IllegalStateException notOpen(Throwable cause) {
    return new IllegalStateException(
        "cannot listen on "
            + options.host()
            + ", port "
            + options.port()
            + " ("
            + cause.getMessage()
            + "): end what listens there, or set ingest.host or ingest.port",
        cause);
  }

  private void listens(HttpServer listening) {
    server = listening;
    LOGGER
        .atInfo()
        .addKeyValue("host", options.host())
        .addKeyValue("port", port())
        .log("ingest is open");
  }
}
