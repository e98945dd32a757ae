package dev.hookline.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Says what is wrong, as RFC 9457 wants it. */
final class Problems {

  private Problems() {}

  /** Nothing is known at present. */
  static void unreadable(RoutingContext context) {
    send(context, 503, "Not possible now", "The store cannot be read. Try again in a moment.");
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
