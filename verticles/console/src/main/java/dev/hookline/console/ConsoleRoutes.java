package dev.hookline.console;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;

/** What the console answers to, and in which order a request is checked. */
final class ConsoleRoutes {

  private static final String BRIDGE = "/eventbus/websocket";
  private static final String AGAIN = "/api/parked/again";
  private static final String LIT = "META-INF/resources/webjars/lit-html/3.3.1";

  private final Vertx vertx;
  private final Gate gate;
  private final SignIn signIn;
  private final LiveView live;
  private final Doors doors;

  /** What is told and done at a request of a page. */
  record Doors(
      SessionsDoor sessions, TimelineDoor timelines, QuestionsDoor questions, ParkedDoor parked) {}

  ConsoleRoutes(Vertx vertx, String host, ConsoleAccess access, LiveView live, Doors doors) {
    this.vertx = vertx;
    this.gate = new Gate(host);
    this.signIn = new SignIn(access);
    this.live = live;
    this.doors = doors;
  }

  Router router() {
    Router router = Router.router(vertx);
    router.route().handler(gate::check);
    router.get("/").handler(signIn::page);
    router.get("/session").handler(signIn::furtherPage);
    router.get("/questions").handler(signIn::furtherPage);
    router.get("/assets/*").handler(files("web/console/assets"));
    router.get("/lit/*").handler(files(LIT));
    router.route("/api/*").handler(signIn::require);
    router.get("/api/snapshot").handler(this::snapshot);
    router.get("/api/sessions").handler(doors.sessions()::find);
    router.get("/api/sessions/:id/timeline").handler(doors.timelines()::tell);
    router.get("/api/questions").handler(doors.questions()::tell);
    router.post(AGAIN).handler(ParkedDoor::fromOurPage);
    router.post(AGAIN).handler(BodyHandler.create(false).setBodyLimit(ParkedDoor.LONGEST_BODY));
    router.post(AGAIN).handler(doors.parked()::again);
    router.route("/eventbus/*").handler(signIn::require).handler(ConsoleRoutes::onlyRawSocket);
    router.route("/eventbus/*").subRouter(bridge());
    return router;
  }

  private static StaticHandler files(String root) {
    return StaticHandler.create(root).setCachingEnabled(false).setIndexPage("none");
  }

  private void snapshot(RoutingContext context) {
    live.recent()
        .onSuccess(
            snapshot ->
                context
                    .response()
                    .setStatusCode(snapshot.readable() ? 200 : 503)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(snapshot.json().encode()));
  }

  // The bridge's other transports serve pages with scripts of a foreign host; nobody needs them.
  private static void onlyRawSocket(RoutingContext context) {
    if (context.request().path().equals(BRIDGE)) {
      context.next();
    } else {
      Problems.send(context, 404, "Not found", "The bridge is at " + BRIDGE + ".");
    }
  }

  /** Nothing goes in, and out goes one address. */
  private Router bridge() {
    SockJSBridgeOptions allowed =
        new SockJSBridgeOptions()
            .addOutboundPermitted(new PermittedOptions().setAddress(LiveView.ADDRESS));
    return SockJSHandler.create(vertx).bridge(allowed, this::bridged);
  }

  private void bridged(BridgeEvent event) {
    switch (event.type()) {
      case REGISTERED -> live.watch(event.socket());
      case UNREGISTER, SOCKET_CLOSED -> live.leave(event.socket());
      default -> {} // decided by the list of what is permitted
    }
    event.complete(true);
  }
}
