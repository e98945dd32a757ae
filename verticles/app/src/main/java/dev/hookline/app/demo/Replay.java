package dev.hookline.app.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts a recording to a node's door, each event at its time, as hooks would. */
final class Replay {

  private static final String PATH = "/v1/hooks/claude";
  private static final int OK = 200;

  private final Vertx vertx;
  private final HttpClient client;
  private final RequestOptions door;
  private final AtomicInteger posted = new AtomicInteger();

  /**
   * @param token what the node's door asks for
   */
  Replay(Vertx vertx, int port, String token) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient();
    this.door =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI(PATH)
            .putHeader("Authorization", "Bearer " + token)
            .putHeader("Content-Type", "application/json");
  }

  /** Completes when the node has acknowledged all; fails with its answer when it refuses one. */
  Future<Void> run(Recording recording) {
    return Future.all(recording.hooks().stream().map(this::post).toList()).mapEmpty();
  }

  /** How many were acknowledged so far. From any thread. */
  int posted() {
    return posted.get();
  }

  private Future<Void> post(Recording.Hook hook) {
    Buffer body = hook.body().toBuffer();
    return vertx
        .timer(Math.max(1, hook.after().toMillis()))
        .compose(ignored -> client.request(new RequestOptions(door)))
        .compose(request -> request.send(body))
        .compose(this::acknowledged);
  }

  private Future<Void> acknowledged(HttpClientResponse response) {
    return response
        .body()
        .compose(
            answer -> {
              if (response.statusCode() != OK) {
                return Future.failedFuture(response.statusCode() + ": " + answer);
              }
              posted.incrementAndGet();
              return Future.succeededFuture();
            });
  }
}
