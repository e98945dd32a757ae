package dev.hookline.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The door for web pages: SockJS over WebSockets, for pages of the origins that are named. Its
 * other transports serve scripts of a foreign host and carry no limits, so they are not there.
 * Confined to one event loop.
 */
final class WebDoor {

  private static final Pattern PATHS =
      Pattern.compile("/bus/(info|websocket|[\\w-]{1,64}/[\\w-]{1,64}/websocket)");
  private static final int IDLE_SECONDS = 60;
  private static final int MOST_WITHOUT_SOCKET = 128;

  private final House house;
  private final BusOptions.Web options;
  private final Set<HttpConnection> withoutSocket = new LinkedHashSet<>();
  private HttpServer server;

  WebDoor(House house, BusOptions.Web options) {
    this.house = house;
    this.options = options;
  }

  /** Opens the door; completes with the port. */
  Future<Integer> open(Vertx vertx) {
    int longest = house.limits().maxFrame();
    server =
        vertx.createHttpServer(
            new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxWebSocketFrameSize(longest)
                .setMaxWebSocketMessageSize(longest));
    return server
        .connectionHandler(this::connected)
        .requestHandler(router(vertx))
        .listen(options.port(), options.host())
        .map(HttpServer::actualPort);
  }

  /** Closes the door, and what came through it. */
  Future<Void> close() {
    return server == null ? Future.succeededFuture() : server.close();
  }

  private Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(this::check);
    SockJSHandlerOptions sockJs = new SockJSHandlerOptions().setInsertJSESSIONID(false);
    router.route("/bus/*").subRouter(SockJSHandler.create(vertx, sockJs).socketHandler(this::came));
    return router;
  }

  private void check(RoutingContext context) {
    String origin = context.request().getHeader(HttpHeaders.ORIGIN);
    String path = context.request().path();
    if (origin != null && !options.origins().contains(origin)) {
      context.response().setStatusCode(403).end("This page's origin is not in bus.web.origins.\n");
    } else if (path == null || !PATHS.matcher(path).matches()) {
      context.response().setStatusCode(404).end("The bus is at /bus.\n");
    } else {
      if (path.endsWith("/websocket")) {
        withoutSocket.remove(context.request().connection());
      }
      context.next();
    }
  }

  private void connected(HttpConnection connection) {
    if (withoutSocket.size() >= MOST_WITHOUT_SOCKET) {
      withoutSocket.iterator().next().close();
    }
    withoutSocket.add(connection);
    connection.closeHandler(ignored -> withoutSocket.remove(connection));
  }

  private void came(SockJSSocket socket) {
    Guest guest = new Guest(house, new WebWire(socket), Dialect.SOCKJS);
    socket.handler(guest::received);
    socket.exceptionHandler(broken -> guest.end());
    socket.closeHandler(ignored -> guest.gone());
  }

  private record WebWire(SockJSSocket socket) implements Wire {

    @Override
    public Future<Void> write(Buffer json) {
      return socket.write(json.toString());
    }

    @Override
    public void pause() {
      socket.pause();
    }

    @Override
    public void resume() {
      socket.resume();
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
