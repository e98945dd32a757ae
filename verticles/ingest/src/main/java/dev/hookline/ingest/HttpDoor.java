package dev.hookline.ingest;

import dev.hookline.ingest.read.RefusedException;
import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks HTTP at one address: lets in who may come in, closes who is slow, and words what went
 * wrong. Confined to the event loop of its instance.
 */
final class HttpDoor {

  private static final Logger LOGGER = LoggerFactory.getLogger(HttpDoor.class);
  private static final String RETRY_SECONDS = "1";

  private final Gate gate;
  private final Connections connections;
  private final Routes routes;

  HttpDoor(Gate gate, Connections connections, Routes routes) {
    this.gate = gate;
    this.connections = connections;
    this.routes = routes;
  }

  /** Opens the door, at the port. */
  Future<HttpServer> open(Vertx vertx, int port, String host) {
    return newServer(vertx).listen(port, host);
  }

  /** Opens the door, at the unix socket. */
  Future<HttpServer> open(Vertx vertx, SocketAddress socket) {
    return newServer(vertx).listen(socket);
  }

  private HttpServer newServer(Vertx vertx) {
    // HTTP/1.1 alone: with the upgrade to HTTP/2 on offer, a connection is not told of before its
    // first request, and one that never sends any could not be closed.
    return vertx
        .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
        .connectionHandler(connections::opened)
        .requestHandler(this::handle);
  }

  private void handle(HttpServerRequest request) {
    connections.waitFor(request.connection());
    request.endHandler(ignored -> complete(request));
    Function<HttpServerRequest, Future<Reply>> health = routes.health(request.path());
    Future<Reply> reply = health == null ? let(request) : health.apply(request);
    reply
        .recover(cause -> Future.succeededFuture(failure(cause)))
        .onSuccess(worded -> send(request, worded));
  }

  private Future<Reply> let(HttpServerRequest request) {
    Optional<Reply> refusal = gate.refusal(request);
    return refusal.isPresent()
        ? Future.succeededFuture(refusal.get())
        : routes.events(request, () -> complete(request));
  }

  // A request may end after it was answered; then we wait for the sender again, and not it for us.
  private void complete(HttpServerRequest request) {
    if (!request.response().ended()) {
      connections.complete(request.connection());
    }
  }

  private void send(HttpServerRequest request, Reply reply) {
    if (!request.response().closed()) {
      reply.send(request.response());
      connections.waitFor(request.connection());
    }
  }

  private static Reply failure(Throwable cause) {
    if (cause instanceof ProblemException known) {
      return Reply.problem(known.problem());
    }
    if (cause instanceof RefusedException refused) {
      return Reply.problem(Problem.badInput(refused.flaw()));
    }
    if (cause instanceof StoreUnavailableException) {
      return Reply.problem(
              Problem.of(
                  503,
                  "Store unavailable",
                  "nothing was acknowledged: send the same again, with the same ids"))
          .with("Retry-After", RETRY_SECONDS);
    }
    if (!(cause instanceof HttpClosedException)) {
      LOGGER.atError().setCause(cause).log("a request failed");
    }
    return Reply.problem(
        Problem.of(500, "Internal error", "nothing was acknowledged; this server's log says why"));
  }
}
