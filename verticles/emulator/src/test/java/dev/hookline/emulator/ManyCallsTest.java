package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Others' tests create thousands of topics here. */
class ManyCallsTest {

  private static final int CONNECTIONS = 16;

  private final Running running = new Running();
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http =
      vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  private final AtomicInteger topics = new AtomicInteger();

  @AfterEach
  void close() {
    Running.await(vertx.close());
    running.close();
  }

  @Test
  void answers_each_of_ten_thousand_calls_once() throws Exception {
    create(10_000);

    assertThat(Running.await(running.control().topics(CHAT))).hasSize(10_001); // and General
  }

  private void create(int count) throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(count);
    for (int i = 0; i < CONNECTIONS; i++) {
      // On an event loop: elsewhere a body could have passed before one listens to it.
      vertx.runOnContext(ignored -> next(count, begun, done));
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).as("every call was answered").isTrue();
  }

  private void next(int count, AtomicInteger begun, CountDownLatch done) {
    if (begun.incrementAndGet() > count) {
      return;
    }
    Buffer body =
        new JsonObject()
            .put("chat_id", CHAT)
            .put("name", "topic " + topics.incrementAndGet())
            .toBuffer();
    http.request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(running.emulator.apiPort())
                .setURI("/bot" + EmulatorOptions.TOKEN + "/createForumTopic")
                .putHeader("Content-Type", "application/json"))
        .compose(request -> request.send(body))
        .compose(response -> response.body())
        .onSuccess(
            answer -> {
              done.countDown();
              next(count, begun, done);
            });
  }
}
