package dev.hookline.bus;

import dev.hookline.messages.Addresses;
import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the doors of the open bus. One instance for each node. */
public final class BusVerticle extends VerticleBase {

  private static final Logger LOGGER = LoggerFactory.getLogger(BusVerticle.class);
  private static final long SWEEP_MILLIS = 1_000;
  private static final long LOOK_MILLIS = 50;
  private static final int LOOKS = 100;

  private final BusOptions options;
  private final Predicate<String> token;
  private final Set<String> filters;
  private final Store store;

  private Guests guests;
  private TcpDoor tcp;
  private WebDoor web;
  private volatile int port;
  private volatile int webPort;

  /**
   * @param token whether a secret is the one that programs have to show; called on the event loop
   * @param filters the names of the filters that ingest asks
   */
  public BusVerticle(
      BusOptions options, Predicate<String> token, Set<String> filters, Store store) {
    this.options = options;
    this.token = token;
    this.filters = Set.copyOf(filters);
    this.store = store;
  }

  @Override
  public Future<?> start() {
    guests = new Guests(options.limits().maxConnections());
    Views views = new Views(store);
    Board sessions = new Board(vertx, views::sessions);
    Board approvals = new Board(vertx, views::approvals);
    Followers followers = new Followers();
    FilterDesk desk = new FilterDesk(filters);
    House house =
        new House(
            vertx,
            token,
            store.journal(),
            sessions,
            approvals,
            followers,
            desk,
            guests,
            options.limits());
    Addresses.EVENTS_STORED.receive(
        vertx.eventBus(),
        stored -> {
          followers.hint(stored.session());
          sessions.hint();
          approvals.hint();
        });
    Addresses.APPROVAL_SETTLED.receive(vertx.eventBus(), settled -> approvals.hint());
    Addresses.ASK_FILTER.answer(vertx.eventBus(), desk::ask);
    every(options.limits().patience().toMillis() / Guests.PATIENCE, guests::tick);
    every(
        SWEEP_MILLIS,
        () -> {
          followers.sweep();
          sessions.hint();
          approvals.hint();
        });
    return openTcp(house).compose(ignored -> openWeb(house));
  }

  /** Answers what was asked, and lets everybody go. */
  @Override
  public Future<?> stop() {
    return answered(LOOKS)
        .compose(
            ignored -> {
              guests.end();
              return Future.join(
                  tcp == null ? Future.succeededFuture() : tcp.close(),
                  web == null ? Future.succeededFuture() : web.close());
            });
  }

  /** The port for programs, once it is deployed; 0 when that door is closed. */
  public int port() {
    return port;
  }

  /** The port for web pages, once it is deployed; 0 when that door is closed. */
  public int webPort() {
    return webPort;
  }

  /** How many programs and pages have shown the token, and are connected. */
  public int guests() {
    return guests.count();
  }

  private Future<?> openTcp(House house) {
    if (options.tcp().isEmpty()) {
      return Future.succeededFuture();
    }
    BusOptions.Tcp door = options.tcp().get();
    tcp = new TcpDoor(house, door);
    return tcp.open(vertx)
        .onSuccess(actual -> port = actual)
        .onSuccess(actual -> opened("the bus is open to programs", door.host(), actual))
        .recover(cause -> notOpen("bus.host or bus.port", door.host(), door.port(), cause));
  }

  private Future<?> openWeb(House house) {
    if (options.web().isEmpty()) {
      return Future.succeededFuture();
    }
    BusOptions.Web door = options.web().get();
    web = new WebDoor(house, door);
    return web.open(vertx)
        .onSuccess(actual -> webPort = actual)
        .onSuccess(actual -> opened("the bus is open to web pages", door.host(), actual))
        .recover(cause -> notOpen("bus.web.host or bus.web.port", door.host(), door.port(), cause));
  }

  private Future<Void> answered(int looks) {
    return guests.busy() == 0 || looks == 0
        ? Future.succeededFuture()
        : vertx.timer(LOOK_MILLIS).compose(ignored -> answered(looks - 1));
  }

  private static void opened(String what, String host, int port) {
    LOGGER.atInfo().addKeyValue("host", host).addKeyValue("port", port).log(what);
  }

  private static Future<Integer> notOpen(String keys, String host, int port, Throwable cause) {
    return Future.failedFuture(
        new IllegalStateException(
            "cannot listen on "
                + host
                + ", port "
                + port
                + " ("
                + cause.getMessage()
                + "): end what listens there, or set "
                + keys,
            cause));
  }

  // Not setPeriodic: after a pause that makes up for every tick at once.
  private void every(long millis, Runnable tick) {
    vertx.setTimer(
        millis,
        ignored -> {
          tick.run();
          every(millis, tick);
        });
  }
}
