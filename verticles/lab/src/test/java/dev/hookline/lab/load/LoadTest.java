package dev.hookline.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.lab.check.Told;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadTest {

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(5);

  private final Vertx vertx = Vertx.vertx();
  private final ConcurrentLinkedQueue<String> atGood = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> atBad = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void sends_each_event_until_a_node_has_taken_it() {
    try (Load load = load(new LoadOptions(1_000, 4, 5, 100, 3, 8))) {
      load.begin();
      await(() -> load.told().size() == 40 && load.underWay() == 0);

      assertThat(load.told()).allMatch(Told::isAcknowledged);
      assertThat(atGood).contains("s1-1", "s8-5");
      assertThat(atBad).as("refused and sent again").isNotEmpty();
      assertThat(load.latencies()).hasSize(40);
    }
  }

  @Test
  void sends_the_first_event_of_a_session_to_all_nodes_at_once() {
    try (Load load = load(new LoadOptions(1_000, 4, 1, 100, 1, 8))) {
      load.begin();
      await(() -> load.told().size() == 8 && load.underWay() == 0);

      assertThat(load.told()).allMatch(event -> event.tries() >= 2);
      assertThat(atGood).contains("s1-1", "s8-1");
    }
  }

  @Test
  void begins_nothing_more_after_its_end_and_finishes_what_it_began() {
    try (Load load = load(new LoadOptions(1_000, 4, 40, 100, 3, 0))) {
      load.begin();
      await(() -> load.told().size() > 20);

      load.end();

      int told = load.told().size();
      await(() -> load.underWay() == 0);
      assertThat(load.told()).hasSize(told).allMatch(Told::isAcknowledged);
    }
  }

  /** On two nodes: one takes everything, the other one nothing. */
  private Load load(LoadOptions options) {
    int good = node(atGood, 200);
    int bad = node(atBad, 503);
    return new Load(options, List.of(good, bad), "secret", Clock.systemUTC());
  }

  private int node(ConcurrentLinkedQueue<String> taken, int status) {
    HttpServer server =
        vertx.createHttpServer().requestHandler(request -> take(request, taken, status));
    return server.listen(0, "127.0.0.1").await().actualPort();
  }

  private static void take(
      HttpServerRequest request, ConcurrentLinkedQueue<String> taken, int status) {
    request
        .body()
        .onSuccess(
            body -> {
              taken.add(new JsonObject(body).getString("id"));
              request.response().setStatusCode(status).end("{}");
            });
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the deadline").isLessThan(deadline);
      LockSupport.parkNanos(LOOK);
    }
  }
}
