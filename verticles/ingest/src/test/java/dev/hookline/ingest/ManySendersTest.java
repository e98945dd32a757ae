package dev.hookline.ingest;

import static dev.hookline.ingest.OpenIngest.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.testkit.Waits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who send at once. */
@Timeout(60)
class ManySendersTest {

  private static final int EVENTS = 500;
  private static final int SESSIONS = 10;

  @TempDir Path directory;

  private OpenIngest ingest;
  private HttpClient client;

  @BeforeEach
  void open() {
    ingest = OpenIngest.in(directory);
    client = ingest.vertx().createHttpClient(new PoolOptions().setHttp1MaxSize(200));
  }

  @AfterEach
  void close() {
    ingest.close();
  }

  @Test
  void takes_each_of_a_thousand_posts_once_and_answers_every_one() {
    List<JsonObject> posts = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      JsonObject event = event("s-" + i % SESSIONS, "n" + i).put("id", "e-" + i);
      posts.add(event);
      posts.add(event);
    }
    Collections.shuffle(posts, new Random(7));

    List<Future<JsonObject>> answers = posts.stream().map(this::post).toList();
    Waits.result(Future.all(answers));

    assertThat(sum(answers, "accepted")).isEqualTo(EVENTS);
    assertThat(sum(answers, "duplicates")).isEqualTo(EVENTS);
    assertThat(ingest.totals().accepted()).isEqualTo(EVENTS);
    for (int session = 0; session < SESSIONS; session++) {
      assertThat(ingest.events("s-" + session)).hasSize(EVENTS / SESSIONS);
    }
  }

  private Future<JsonObject> post(JsonObject event) {
    Promise<JsonObject> answer = Promise.promise();
    // On an event loop: elsewhere the body could have passed before one listens to it.
    ingest.vertx().runOnContext(ignored -> exchange(event).onComplete(answer));
    return answer.future();
  }

  private Future<JsonObject> exchange(JsonObject event) {
    return client
        .request(HttpMethod.POST, ingest.port(), "127.0.0.1", "/v1/events")
        .compose(
            request ->
                request
                    .putHeader("Authorization", "Bearer " + ingest.token())
                    .send(event.toBuffer()))
        .compose(
            response -> {
              assertThat(response.statusCode()).isEqualTo(200);
              return response.body();
            })
        .map(Buffer::toJsonObject);
  }

  private static int sum(List<Future<JsonObject>> answers, String field) {
    return answers.stream().mapToInt(answer -> answer.result().getInteger(field)).sum();
  }
}
