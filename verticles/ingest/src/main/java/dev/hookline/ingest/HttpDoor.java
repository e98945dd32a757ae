package dev.hookline.ingest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.function.Function;

/**
 * Speaks HTTP at one address: lets in who may come in, closes who is slow, and words what went
 * wrong. Confined to the event loop of its instance.
 */
final class HttpDoor {

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
        .recover(cause -> Future.succeededFuture(Failures.reply(cause)))
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
}
