package dev.hookline.emulator.control;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** A request of the control port, and its answer in JSON. */
record Asked(RoutingContext context) {

  /** The body; empty when there is none. */
  JsonObject body() {
    JsonObject body = context.body().asJsonObject();
    return body == null ? new JsonObject() : body;
  }

  /** A number in the path. */
  long path(String name) {
    return number(name, context.pathParam(name));
  }

  /** A number in the query. */
  long query(String name, long fallback) {
    String value = context.request().getParam(name);
    return value == null ? fallback : number(name, value);
  }

  void answer(Map<String, Object> body) {
    answer(200, body);
  }

  void answer(int status, Map<String, Object> body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(new JsonObject(body).toBuffer());
  }

  void done() {
    answer(Map.of());
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException none) {
      throw Wrong.request(name + " is " + value + "; write a whole number");
    }
  }
}
