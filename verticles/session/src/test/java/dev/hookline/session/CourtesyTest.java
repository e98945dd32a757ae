package dev.hookline.session;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourtesyTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private final List<Promise<String>> put = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    result(vertx.close());
  }

  @Test
  void takes_the_answer_when_there_is_one() {
    Courtesy courtesy = new Courtesy(vertx, LONG);

    assertThat(result(ask(courtesy, () -> Future.succeededFuture("no")))).isEqualTo("no");
  }

  @Test
  void goes_on_when_the_cluster_fails() {
    Courtesy courtesy = new Courtesy(vertx, LONG);

    assertThat(result(ask(courtesy, () -> Future.failedFuture("down")))).isEqualTo("kindly");
    assertThat(result(ask(courtesy, CourtesyTest::thrown))).isEqualTo("kindly");
  }

  @Test
  void goes_on_when_the_cluster_does_not_answer() {
    Courtesy courtesy = new Courtesy(vertx, SHORT);

    assertThat(result(ask(courtesy, this::unanswered))).isEqualTo("kindly");
  }

  @Test
  void goes_on_in_time_also_when_all_before_it_got_no_answer() {
    // Given
    Courtesy courtesy = new Courtesy(vertx, SHORT);
    List<Future<String>> answers = new ArrayList<>();

    // When
    for (int i = 0; i < 3 * Courtesy.MOST_AT_ONCE; i++) {
      answers.add(ask(courtesy, this::unanswered));
    }

    // Then
    assertThat(result(Future.all(answers)).list()).containsOnly("kindly");
    assertThat(put).hasSize(Courtesy.MOST_AT_ONCE);
  }

  @Test
  void asks_further_when_an_answer_comes_and_never_what_has_been_given_up() {
    // Given
    Courtesy courtesy = new Courtesy(vertx, SHORT);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i <= Courtesy.MOST_AT_ONCE; i++) {
      answers.add(ask(courtesy, this::unanswered));
    }
    result(Future.all(answers));

    // When
    put.get(0).complete("late");
    String answer = result(ask(courtesy, () -> Future.succeededFuture("in time")));

    // Then
    assertThat(answer).isEqualTo("in time");
    assertThat(put).hasSize(Courtesy.MOST_AT_ONCE);
  }

  private Future<String> unanswered() {
    Promise<String> promise = Promise.promise();
    put.add(promise);
    return promise.future();
  }

  private static Future<String> thrown() {
    throw new IllegalStateException("down");
  }

  private Future<String> ask(Courtesy courtesy, Supplier<Future<String>> question) {
    Promise<String> answer = Promise.promise();
    loop.runOnContext(ignored -> courtesy.ask(question, "kindly").onComplete(answer));
    return answer.future();
  }
}
