package dev.hookline.app.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** Where events are posted, over so many connections that stay open. */
public final class Door {

  private static final int OK = 200;

  private final HttpClient client;
  private final RequestOptions request;

  Door(Vertx vertx, int port, String token, int connections) {
    client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAliveTimeout(600),
            new PoolOptions().setHttp1MaxSize(connections));
    request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost("127.0.0.1")
            .setPort(port)
            .setURI("/v1/events")
            .putHeader("Authorization", "Bearer " + token)
            .putHeader("Content-Type", "application/json");
  }

  /** Completes when what is posted is acknowledged; fails with the answer when it is refused. */
  public Future<Void> post(Buffer body) {
    return client.request(request).compose(opened -> opened.send(body)).compose(Door::acknowledged);
  }

  /** Closes its connections. */
  public Future<Void> close() {
    return client.close();
  }

  private static Future<Void> acknowledged(HttpClientResponse response) {
    return response.statusCode() == OK
        ? response.end()
        : response.body().compose(body -> Future.failedFuture(response.statusCode() + ": " + body));
  }
}
