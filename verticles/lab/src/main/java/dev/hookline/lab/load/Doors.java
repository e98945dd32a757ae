package dev.hookline.lab.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;

/**
 * The nodes as a load balancer sees them: each post goes where it is told to go, or to the next
 * node when that one has just failed. On one event loop.
 */
final class Doors {

  private static final int ANSWER_MILLIS = 2_000;
  private static final int CONNECT_MILLIS = 1_000;
  private static final int CONNECTIONS = 128; // to each node
  private static final long SHUNNED_MILLIS = 500;
  private static final int OK = 200;

  private final List<Integer> ports;
  private final String token;
  private final HttpClient client;
  private final long[] shunnedUntil;

  Doors(Vertx vertx, List<Integer> ports, String token) {
    this.ports = ports;
    this.token = token;
    this.shunnedUntil = new long[ports.size()];
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  int count() {
    return ports.size();
  }

  /** Posts an event; brings whether it was taken, and never fails. */
  Future<Boolean> post(Telling event, long wanted, long now) {
    int door = open(wanted, now);
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(ports.get(door))
                .setURI("/v1/events")
                .setTimeout(ANSWER_MILLIS)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json"))
        .compose(request -> send(request, event))
        .otherwise(false)
        .onSuccess(taken -> shunnedUntil[door] = taken ? 0 : now + SHUNNED_MILLIS);
  }

  private static Future<Boolean> send(HttpClientRequest request, Telling event) {
    return request
        .send(event.body())
        .compose(answer -> answer.body().map(ignored -> answer.statusCode() == OK));
  }

  private int open(long wanted, long now) {
    for (int step = 0; step < ports.size(); step++) {
      int door = (int) ((wanted + step) % ports.size());
      if (shunnedUntil[door] <= now) {
        return door;
      }
    }
    return (int) (wanted % ports.size());
  }
}
