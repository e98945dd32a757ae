package dev.hookline.emulator.control;

import dev.hookline.emulator.stage.Events;
import dev.hookline.emulator.stage.Events.Event;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Server-sent events. Who reads too slowly is cut off, and comes back for what was missed. */
final class EventStream {

  private static final int MOST_UNSENT_BYTES = 4 * 1024 * 1024;
  private static final long HEARTBEAT_MILLIS = 15_000;

  private final Vertx vertx;
  private final Events events;

  EventStream(Vertx vertx, Events events) {
    this.vertx = vertx;
    this.events = events;
  }

  void open(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .setWriteQueueMaxSize(MOST_UNSENT_BYTES);
    response.write("retry: 1000\n\n");
    long since = since(context);
    if (events.reaches(since)) {
      events.after(since).forEach(event -> send(response, event));
    } else {
      send(response, new Event(events.lastId(), "reset", Map.of()));
    }
    Runnable unwatch = events.watch(event -> send(response, event));
    long heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS, ignored -> response.write(":\n\n"));
    response.closeHandler(
        ignored -> {
          unwatch.run();
          vertx.cancelTimer(heartbeat);
        });
  }

  private long since(RoutingContext context) {
    String id = context.request().getHeader("Last-Event-ID");
    String asked = id == null ? context.request().getParam("since") : id;
    try {
      return asked == null ? events.lastId() : Long.parseLong(asked);
    } catch (NumberFormatException none) {
      throw Wrong.request("since is " + asked + "; write the id of the last event seen");
    }
  }

  private static void send(HttpServerResponse response, Event event) {
    if (response.closed()) {
      return;
    }
    if (response.writeQueueFull()) {
      response.reset();
      return;
    }
    response.write(
        "id: "
            + event.id()
            + "\nevent: "
            + event.kind()
            + "\ndata: "
            + new JsonObject(event.body()).encode()
            + "\n\n");
  }
}
