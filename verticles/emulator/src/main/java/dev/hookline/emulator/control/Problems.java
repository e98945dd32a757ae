package dev.hookline.emulator.control;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is wrong, as RFC 9457 wants it. */
final class Problems {

  private static final Logger LOGGER = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** Handles what a route threw. */
  static void failed(RoutingContext context) {
    Throwable cause = context.failure();
    if (cause instanceof Wrong wrong) {
      String title = wrong.status() == 404 ? "Not found" : "Cannot be done";
      send(context, wrong.status(), title, wrong.getMessage());
    } else if (cause instanceof DecodeException) {
      send(context, 400, "Bad request", "The body is not a JSON object.");
    } else if (cause instanceof IllegalArgumentException wrong) {
      send(context, 400, "Bad request", wrong.getMessage());
    } else if (cause instanceof HttpException http) {
      send(context, http.getStatusCode(), "Bad request", String.valueOf(http.getPayload()));
    } else {
      LOGGER.atError().setCause(cause).log("a request of the control port failed");
      send(context, 500, "Error", "The emulator has a fault of its own; its log says more.");
    }
  }

  static void send(RoutingContext context, int status, String title, String detail) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(
            new JsonObject()
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode());
  }
}
