package dev.hookline.ingest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The doors on unix sockets. Of the instances of one deployment the first that starts opens them:
 * local senders are few, and lines that come in one after the other over several connections keep
 * their order best on one event loop. Confined to the event loop of its instance.
 */
final class SocketDoors {

  private static final String OWNERS = "hookline.ingest.sockets";
  private static final long DRAIN_SECONDS = 5;

  private final IngestOptions options;
  private final HttpDoor http;
  private final LineDoor lines;
  private final List<Path> claimed = new ArrayList<>();

  private Vertx vertx;
  private HttpServer server;
  private boolean open;

  SocketDoors(IngestOptions options, HttpDoor http, LineDoor lines) {
    this.options = options;
    this.http = http;
    this.lines = lines;
  }

  /**
   * Opens the doors, unless another instance of the deployment does.
   *
   * @return fails when a path cannot be had; then none is open
   */
  Future<?> open(Vertx vertx, String deployment) {
    this.vertx = vertx;
    this.open =
        vertx.sharedData().<String, Boolean>getLocalMap(OWNERS).putIfAbsent(deployment, true)
            == null;
    if (!open) {
      return Future.succeededFuture();
    }
    return open(options.socket(), this::listenForHttp)
        .compose(ignored -> open(options.lineSocket(), address -> lines.open(vertx, address)))
        .recover(cause -> giveBack().transform(ignored -> Future.failedFuture(cause)));
  }

  /** Whether this instance has them. */
  boolean areOpen() {
    return open;
  }

  /** Lets nobody in any more, finishes what came in, and gives the paths back. */
  Future<?> close() {
    if (!open) {
      return Future.succeededFuture();
    }
    Future<?> quiet =
        server == null
            ? Future.succeededFuture()
            : server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
    return Future.join(quiet, lines.close()).eventually(this::giveBack);
  }

  private Future<?> listenForHttp(SocketAddress address) {
    return http.open(vertx, address).onSuccess(listening -> server = listening);
  }

  private Future<?> open(Path path, Function<SocketAddress, Future<?>> listening) {
    if (path == null) {
      return Future.succeededFuture();
    }
    return vertx
        .executeBlocking(() -> SocketFiles.of(vertx).claim(path, options.dataDir()))
        .onSuccess(ignored -> claimed.add(path))
        .compose(
            file -> listening.apply(SocketAddress.domainSocketAddress(path.toString())).map(file))
        .compose(file -> vertx.executeBlocking(file::shut));
  }

  private Future<Void> giveBack() {
    return vertx.executeBlocking(
        () -> {
          for (Path path : claimed) {
            SocketFiles.of(vertx).release(path);
          }
          return null;
        });
  }
}
