package dev.hookline.ingest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;

/**
 * What is answered to a request.
 *
 * @param status the HTTP status
 * @param type the body's content type; empty when there is no body
 * @param body the body
 * @param headers further headers
 * @param whenSent called when all of it was written
 */
record Reply(int status, String type, String body, Map<String, String> headers, Runnable whenSent) {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  Reply {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(body, "body");
    headers = Map.copyOf(headers);
  }

  private Reply(int status, String type, String body, Map<String, String> headers) {
    this(status, type, body, headers, () -> {});
  }

  /** Done, and nothing to say. */
  static Reply done() {
    return new Reply(200, "", "", Map.of());
  }

  /**
   * Done, and the agent's next hook that can be told something should ask: somebody wrote to it.
   */
  static Reply doneAndMore() {
    return new Reply(202, "", "", Map.of());
  }

  /** Nothing now: who asks again is answered, by whichever node there is. */
  static Reply comeBack() {
    return problem(Problem.of(503, "Stopping", "ask again, with the same Hookline-Event-Id"))
        .with("Retry-After", "1");
  }

  static Reply json(int status, JsonObject body) {
    return new Reply(status, JSON, body.encode(), Map.of());
  }

  static Reply text(String type, String body) {
    return new Reply(200, type, body, Map.of());
  }

  static Reply problem(Problem problem) {
    return new Reply(problem.status(), PROBLEM, problem.document(), Map.of());
  }

  Reply with(String header, String value) {
    return new Reply(status, type, body, Map.of(header, value), whenSent);
  }

  Reply whenSent(Runnable action) {
    return new Reply(status, type, body, headers, action);
  }

  void send(HttpServerResponse response) {
    response.setStatusCode(status);
    headers.forEach(response::putHeader);
    if (!type.isEmpty()) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, type);
    }
    response.end(body).onSuccess(sent -> whenSent.run());
  }
}
