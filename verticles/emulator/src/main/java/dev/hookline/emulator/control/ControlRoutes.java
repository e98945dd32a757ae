package dev.hookline.emulator.control;

import dev.hookline.emulator.Fault;
import dev.hookline.emulator.world.StoredFile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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
    router.get("/emu/files/:file").handler(this::file);
    look(router);
    act(router);
    faults(router);
    change(router);
    router.get("/assets/*").handler(files("web/emulator/assets"));
    router.get("/lit/*").handler(files(LIT));
    router.get("/").handler(files("web/emulator").setIndexPage("index.html"));
    router.route("/emu/*").handler(ControlRoutes::notFound);
    return router;
  }

  private void look(Router router) {
    get(router, "/emu/state", asked -> asked.answer(controls.view().state(apiRoot)));
    get(router, "/emu/flood", asked -> asked.answer(controls.view().flood()));
    get(
        router,
        "/emu/journal",
        asked ->
            asked.answer(
                controls
                    .view()
                    .journal(asked.query("since", 0), (int) asked.query("limit", 1000))));
    get(
        router,
        "/emu/chats/:chat/messages",
        asked ->
            asked.answer(
                controls
                    .view()
                    .messages(
                        asked.path("chat"),
                        (int) asked.query("thread", 0),
                        (int) asked.query("after", 0),
                        (int) asked.query("limit", 200))));
  }

  private void act(Router router) {
    for (String act : controls.users().acts()) {
      post(
          router,
          "/emu/chats/:chat/" + act,
          asked -> asked.answer(controls.users().act(act, asked.path("chat"), asked.body())));
    }
    post(
        router,
        "/emu/chats/:chat/tap",
        asked -> controls.users().tap(asked.path("chat"), asked.body(), asked::answer));
    for (String kind : controls.users().foundings()) {
      post(
          router,
          "/emu/" + kind,
          asked -> asked.answer(controls.users().found(kind, asked.body())));
    }
  }

  private void faults(Router router) {
    get(router, "/emu/faults", asked -> asked.answer(Map.of("faults", controls.faults())));
    post(
        router,
        "/emu/faults",
        asked -> {
          long id = controls.addFault(Fault.fromJson(asked.body()));
          asked.answer(201, controls.fault(id));
        });
    on(
        router,
        HttpMethod.DELETE,
        "/emu/faults/:fault",
        asked -> {
          controls.removeFault(asked.path("fault"));
          asked.done();
        });
    on(
        router,
        HttpMethod.DELETE,
        "/emu/faults",
        asked -> {
          controls.clearFaults();
          asked.done();
        });
  }

  private void change(Router router) {
    get(router, "/emu/knobs", asked -> asked.answer(controls.knobs()));
    on(
        router,
        HttpMethod.PATCH,
        "/emu/knobs",
        asked ->
            controls
                .turn(asked.body())
                .onSuccess(ignored -> asked.answer(controls.knobs()))
                .onFailure(asked.context()::fail));
    post(
        router,
        "/emu/clock/advance",
        asked -> {
          long millis = new Body(asked.body()).longNumber("millis");
          asked.answer(Map.of("now", controls.advance(millis)));
        });
    post(
        router,
        "/emu/reset",
        asked ->
            controls
                .reset(new Body(asked.body()).longNumber("seed", controls.seed()))
                .onSuccess(ignored -> asked.done())
                .onFailure(asked.context()::fail));
    post(router, "/emu/snapshot", asked -> named(asked, controls::snapshot));
    post(router, "/emu/restore", asked -> named(asked, controls::restore));
  }

  private static void named(Asked asked, Consumer<String> action) {
    action.accept(new Body(asked.body()).text("name", "default"));
    asked.done();
  }

  // Only pictures keep their type: anything else could be a page with a script.
  private void file(RoutingContext context) {
    StoredFile file = controls.view().file(context.pathParam("file"));
    String safe = file.name().replaceAll("[^\\w.() -]", "_");
    boolean shown = SHOWN_IN_PAGE.contains(file.mimeType());
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, shown ? file.mimeType() : "application/octet-stream")
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + safe + "\"")
        .end(Buffer.buffer(file.content().copy()));
  }

  private static StaticHandler files(String root) {
    return StaticHandler.create(root).setCachingEnabled(false).setIndexPage("none");
  }

  private static void get(Router router, String path, Consumer<Asked> answer) {
    on(router, HttpMethod.GET, path, answer);
  }

  private static void post(Router router, String path, Consumer<Asked> answer) {
    on(router, HttpMethod.POST, path, answer);
  }

  private static void on(Router router, HttpMethod method, String path, Consumer<Asked> answer) {
    router.route(method, path).handler(context -> answer.accept(new Asked(context)));
  }

  private static void notFound(RoutingContext context) {
    Problems.send(context, 404, "Not found", "docs/emulator.md lists what there is.");
  }
}
