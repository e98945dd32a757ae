package dev.hookline.emulator.control;

import dev.hookline.emulator.Fault;
import dev.hookline.emulator.world.StoredFile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the control port answers to. */
public final class ControlRoutes {

  private static final int MOST_BYTES = 80 * 1024 * 1024;
  private static final String LIT = "META-INF/resources/webjars/lit-html/3.3.1";
  private static final Set<String> SHOWN_IN_PAGE =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private final Vertx vertx;
  private final Controls controls;
  private final String apiRoot;

  /**
   * @param apiRoot where the Bot API is
   */
  public ControlRoutes(Vertx vertx, Controls controls, String apiRoot) {
    this.vertx = vertx;
    this.controls = controls;
    this.apiRoot = apiRoot;
  }

  public Router router() {
    Router router = Router.router(vertx);
    router.route().handler(Gate::check).failureHandler(Problems::failed);
    router.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
    EventStream stream = new EventStream(vertx, controls.stage().events());
    router.get("/emu/events").handler(stream::open);
    look(router);
    act(router);
    change(router);
    router.get("/assets/*").handler(files("web/emulator/assets"));
    router.get("/lit/*").handler(files(LIT));
    router.get("/").handler(files("web/emulator").setIndexPage("index.html"));
    router.route("/emu/*").handler(ControlRoutes::notFound);
    return router;
  }

  private void look(Router router) {
    get(router, "/emu/state", context -> controls.state(apiRoot));
    get(router, "/emu/flood", context -> controls.flood());
    get(router, "/emu/knobs", context -> controls.knobs());
    get(router, "/emu/faults", context -> Map.of("faults", controls.faults()));
    get(
        router,
        "/emu/journal",
        context ->
            controls.journal(query(context, "since", 0), (int) query(context, "limit", 1000)));
    get(
        router,
        "/emu/chats/:chat/messages",
        context ->
            controls.messages(
                path(context, "chat"),
                (int) query(context, "thread", 0),
                (int) query(context, "after", 0),
                (int) query(context, "limit", 200)));
    router.get("/emu/files/:file").handler(this::file);
  }

  private void act(Router router) {
    for (String act : controls.acts()) {
      post(
          router,
          "/emu/chats/:chat/" + act,
          context -> controls.act(act, path(context, "chat"), body(context)));
    }
    router
        .post("/emu/chats/:chat/tap")
        .handler(
            context ->
                controls.tap(
                    path(context, "chat"), body(context), answer -> send(context, 200, answer)));
    for (String kind : controls.foundings()) {
      post(router, "/emu/" + kind, context -> controls.found(kind, body(context)));
    }
  }

  private void change(Router router) {
    router.post("/emu/faults").handler(this::addFault);
    router
        .delete("/emu/faults/:fault")
        .handler(
            context -> {
              controls.removeFault(path(context, "fault"));
              send(context, 200, Map.of());
            });
    router
        .delete("/emu/faults")
        .handler(
            context -> {
              controls.clearFaults();
              send(context, 200, Map.of());
            });
    router
        .patch("/emu/knobs")
        .handler(
            context -> {
              controls
                  .turn(body(context))
                  .onSuccess(ignored -> send(context, 200, controls.knobs()))
                  .onFailure(context::fail);
            });
    post(
        router,
        "/emu/clock/advance",
        context -> Map.of("now", controls.advance(new Body(body(context)).longNumber("millis"))));
    router.post("/emu/reset").handler(this::reset);
    router.post("/emu/snapshot").handler(context -> named(context, controls::snapshot));
    router.post("/emu/restore").handler(context -> named(context, controls::restore));
  }

  private void addFault(RoutingContext context) {
    long id = controls.addFault(Fault.fromJson(body(context)));
    Map<String, Object> rule =
        controls.faults().stream()
            .filter(one -> one.get("id").equals(id))
            .findFirst()
            .orElseThrow();
    send(context, 201, rule);
  }

  private void reset(RoutingContext context) {
    Body body = new Body(body(context));
    long seed = ((Number) controls.state(apiRoot).get("seed")).longValue();
    controls
        .reset(body.longNumber("seed", seed))
        .onSuccess(ignored -> send(context, 200, Map.of()))
        .onFailure(context::fail);
  }

  private static void named(RoutingContext context, java.util.function.Consumer<String> action) {
    action.accept(new Body(body(context)).text("name", "default"));
    send(context, 200, Map.of());
  }

  private void file(RoutingContext context) {
    StoredFile file = controls.file(context.pathParam("file"));
    String safe = file.name().replaceAll("[^\\w.() -]", "_");
    context
        .response()
        .putHeader(
            HttpHeaders.CONTENT_TYPE,
            SHOWN_IN_PAGE.contains(file.mimeType()) ? file.mimeType() : "application/octet-stream")
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + safe + "\"")
        .end(Buffer.buffer(file.content().copy()));
  }

  private static StaticHandler files(String root) {
    return StaticHandler.create(root).setCachingEnabled(false).setIndexPage("none");
  }

  private static void get(
      Router router, String path, Function<RoutingContext, Map<String, Object>> answer) {
    router.get(path).handler(context -> send(context, 200, answer.apply(context)));
  }

  private static void post(
      Router router, String path, Function<RoutingContext, Map<String, Object>> answer) {
    router.post(path).handler(context -> send(context, 200, answer.apply(context)));
  }

  private static void notFound(RoutingContext context) {
    Problems.send(context, 404, "Not found", "docs/emulator.md lists what there is.");
  }

  private static void send(RoutingContext context, int status, Map<String, Object> body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(new JsonObject(body).toBuffer());
  }

  private static JsonObject body(RoutingContext context) {
    JsonObject body = context.body().asJsonObject();
    return body == null ? new JsonObject() : body;
  }

  private static long path(RoutingContext context, String name) {
    return number(name, context.pathParam(name));
  }

  private static long query(RoutingContext context, String name, long fallback) {
    String value = context.request().getParam(name);
    return value == null ? fallback : number(name, value);
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException none) {
      throw Wrong.request(name + " is " + value + "; write a whole number");
    }
  }
}
