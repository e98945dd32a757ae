package dev.hookline.session;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionKey;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedCoordinationTest {

  private static final SessionKey SESSION = new SessionKey("s-1");
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final Vertx vertx = Vertx.vertx();

  @BeforeEach
  void register() {
    Addresses.registerCodecs(vertx);
  }

  @AfterEach
  void close() {
    result(vertx.close());
  }

  @Test
  void lets_one_of_two_make_a_topic() {
    // Given
    Neighbour one = new Neighbour(LONG);
    Neighbour other = new Neighbour(LONG);

    // When
    boolean first = one.announces("one", LONG);
    boolean second = other.announces("other", Duration.ZERO);

    // Then
    assertThat(first).isTrue();
    assertThat(second).isFalse();
  }

  @Test
  void lets_who_waits_for_a_topic_go_on_when_it_is_made() {
    // Given
    Neighbour maker = new Neighbour(LONG);
    Neighbour waiter = new Neighbour(LONG);
    maker.announces("maker", LONG);
    Future<Boolean> waiting = waiter.ask(c -> c.announce(SESSION, "waiter", Duration.ofHours(1)));
    assertThat(waiter.locks("asked after it")).isTrue(); // so it was refused by now

    // When
    result(maker.ask(c -> c.withdraw(SESSION, "maker")));

    // Then
    assertThat(result(waiting)).isFalse();
  }

  @Test
  void lets_who_waits_go_on_to_the_store_when_the_news_is_lost() {
    // Given
    Neighbour maker = new Neighbour(LONG);
    maker.announces("maker", LONG);

    // When
    boolean mine = new Neighbour(LONG).announces("waiter", SHORT);

    // Then
    assertThat(mine).isFalse();
  }

  @Test
  void keeps_an_announcement_up_for_longer_than_it_lives() {
    // Given
    Neighbour maker = new Neighbour(SHORT);
    maker.announces("maker", LONG);

    // When
    result(vertx.timer(SHORT.multipliedBy(3).toMillis()));

    // Then
    assertThat(new Neighbour(SHORT).announces("x", Duration.ZERO)).isFalse();
  }

  @Test
  void leaves_nothing_behind_when_it_stops() {
    // Given
    Neighbour maker = new Neighbour(LONG);
    assertThat(maker.announces("maker", LONG)).isTrue();
    assertThat(maker.locks("maker")).isTrue();

    // When
    result(maker.ask(Coordination::stop));

    // Then
    Neighbour other = new Neighbour(LONG);
    assertThat(other.announces("other", Duration.ZERO)).isTrue();
    assertThat(other.locks("other")).isTrue();
  }

  @Test
  void does_not_withdraw_what_somebody_else_announced() {
    // Given
    Neighbour maker = new Neighbour(LONG);
    Neighbour other = new Neighbour(LONG);
    maker.announces("maker", LONG);

    // When
    result(other.ask(c -> c.withdraw(SESSION, "other")));

    // Then
    assertThat(other.announces("x", Duration.ZERO)).isFalse();
  }

  /** Somebody on an event loop of its own, as a verticle of another node is. */
  private final class Neighbour {

    private final Promise<Context> context = Promise.promise();
    private final Coordination coordination;

    Neighbour(Duration lifetime) {
      Promise<Coordination> made = Promise.promise();
      result(
          vertx.deployVerticle(
              started -> {
                context.complete(started);
                made.complete(new SharedCoordination(vertx, LONG, lifetime));
                return Future.succeededFuture();
              }));
      coordination = made.future().result();
    }

    boolean announces(String token, Duration patience) {
      return result(ask(c -> c.announce(SESSION, token, patience)));
    }

    boolean locks(String token) {
      return result(ask(c -> c.lock("a", token, Duration.ZERO)));
    }

    <T> Future<T> ask(Function<Coordination, Future<T>> question) {
      Promise<T> answer = Promise.promise();
      context
          .future()
          .result()
          .runOnContext(ignored -> question.apply(coordination).onComplete(answer));
      return answer.future();
    }
  }
}
