package dev.hookline.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.app.CannotStartException;
import dev.hookline.app.runtime.Outcome.What;
import dev.hookline.app.runtime.Part.Shape;
import dev.hookline.app.runtime.Part.Turnover;
import dev.hookline.messages.NodeState;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How one set of verticles takes over from another. */
class DeploymentsTest {

  private static final long SECONDS = 30;

  private final Vertx vertx = Vertx.vertx();
  private final Deployments deployments = new Deployments(vertx, Clock.systemUTC());
  private final List<String> happened = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() throws Exception {
    await(vertx.close());
  }

  @Test
  void starts_in_the_order_given_and_ends_the_other_way_round() {
    await(deployments.begin(List.of(part("a", 1), part("b", 1))));
    await(deployments.stop());

    assertThat(happened)
        .containsExactly(
            "a1 starts",
            "a1 runs",
            "b1 starts",
            "b1 runs",
            "b1 ends",
            "b1 over",
            "a1 ends",
            "a1 over");
  }

  @Test
  void touches_only_what_differs() {
    await(deployments.begin(List.of(part("a", 1), part("b", 1))));
    happened.clear();

    List<Outcome> outcomes = await(deployments.bring(List.of(part("a", 1), part("b", 2))));

    assertThat(outcomes).extracting(Outcome::what).containsExactly(What.UNTOUCHED, What.REPLACED);
    assertThat(happened).noneMatch(it -> it.startsWith("a"));
  }

  @Test
  void starts_the_new_one_before_the_old_one_ends_where_both_may_run() {
    await(deployments.begin(List.of(part("a", 1))));

    await(deployments.bring(List.of(part("a", 2))));

    assertThat(happened)
        .containsExactly("a1 starts", "a1 runs", "a2 starts", "a2 runs", "a1 ends", "a1 over");
  }

  @Test
  void ends_the_old_one_before_the_new_one_starts_where_there_may_be_one() {
    await(deployments.begin(List.of(single("a", 1))));

    await(deployments.bring(List.of(single("a", 2))));

    assertThat(happened)
        .containsExactly("a1 starts", "a1 runs", "a1 ends", "a1 over", "a2 starts", "a2 runs");
  }

  @Test
  void leaves_the_old_one_when_the_new_one_does_not_start() {
    await(deployments.begin(List.of(part("a", 1))));
    happened.clear();

    List<Outcome> outcomes = await(deployments.bring(List.of(broken("a", Turnover.OVERLAPPING))));

    assertThat(outcomes.get(0).what()).isEqualTo(What.ROLLED_BACK);
    assertThat(outcomes.get(0).words()).contains("no luck");
    assertThat(happened).containsExactly("a-1 starts", "a-1 over");
  }

  @Test
  void a_failure_counts_no_more_once_what_runs_is_wanted_again() {
    await(deployments.begin(List.of(part("a", 1))));
    await(deployments.bring(List.of(broken("a", Turnover.OVERLAPPING))));
    assertThat(NodeState.of(vertx).verticle("a").orElseThrow().failed()).isTrue();

    await(deployments.bring(List.of(part("a", 1))));

    assertThat(NodeState.of(vertx).verticle("a").orElseThrow().failed()).isFalse();
    assertThat(NodeState.of(vertx).verticle("a").orElseThrow().failures()).isOne();
  }

  @Test
  void a_failure_counts_no_more_once_it_is_not_wanted_any_more() {
    await(deployments.bring(List.of(broken("a", Turnover.OVERLAPPING))));
    assertThat(NodeState.of(vertx).verticle("a").orElseThrow().failed()).isTrue();

    await(deployments.bring(List.of(part("b", 1))));

    assertThat(NodeState.of(vertx).verticle("a").orElseThrow().failed()).isFalse();
  }

  @Test
  void starts_one_like_the_old_one_again_where_that_had_ended() {
    await(deployments.begin(List.of(single("a", 1))));
    happened.clear();

    List<Outcome> outcomes = await(deployments.bring(List.of(broken("a", Turnover.DRAINED))));

    assertThat(outcomes.get(0).what()).isEqualTo(What.ROLLED_BACK);
    assertThat(happened)
        .containsExactly("a1 ends", "a1 over", "a-1 starts", "a-1 over", "a1 starts", "a1 runs");
    assertThat(await(deployments.bring(List.of(single("a", 1)))).get(0).what())
        .isEqualTo(What.UNTOUCHED);
  }

  @Test
  void says_so_when_neither_starts_and_tries_again_with_the_next_change() {
    List<Integer> versions = new CopyOnWriteArrayList<>(List.of(1, -1)); // as it comes back
    Part once = part("a", 1, Turnover.DRAINED, () -> versions.remove(0));
    await(deployments.begin(List.of(once)));

    Outcome outcome = await(deployments.bring(List.of(broken("a", Turnover.DRAINED)))).get(0);

    assertThat(outcome.what()).isEqualTo(What.FAILED);
    assertThat(outcome.words()).contains("nor did the old one");
    assertThat(NodeState.of(vertx).verticle("a").orElseThrow().instances()).isZero();
    assertThat(await(deployments.bring(List.of(single("a", 2)))).get(0).what())
        .isEqualTo(What.STARTED);
  }

  @Test
  void one_that_does_not_start_keeps_no_other_from_being_changed() {
    await(deployments.begin(List.of(part("a", 1), part("b", 1))));

    List<Outcome> outcomes =
        await(deployments.bring(List.of(broken("a", Turnover.OVERLAPPING), part("b", 2))));

    assertThat(outcomes).extracting(Outcome::what).containsExactly(What.ROLLED_BACK, What.REPLACED);
  }

  @Test
  void one_that_does_not_end_as_it_should_is_over_all_the_same() {
    await(deployments.begin(List.of(stubborn("a"), part("b", 1))));

    List<Outcome> outcomes = await(deployments.bring(List.of(part("b", 2))));

    assertThat(outcomes).extracting(Outcome::what).containsExactly(What.STOPPED, What.REPLACED);
    assertThat(happened).contains("a1 over");
  }

  @Test
  void ends_what_is_not_wanted_any_more() {
    await(deployments.begin(List.of(part("a", 1), part("b", 1))));
    happened.clear();

    List<Outcome> outcomes = await(deployments.bring(List.of(part("b", 1))));

    assertThat(outcomes).extracting(Outcome::what).containsExactly(What.STOPPED, What.UNTOUCHED);
    assertThat(happened).containsExactly("a1 ends", "a1 over");
    assertThat(NodeState.of(vertx).verticle("a").orElseThrow().instances()).isZero();
  }

  @Test
  void makes_one_change_after_the_other() {
    CountDownLatch gate = new CountDownLatch(1);
    await(deployments.begin(List.of(part("a", 1))));
    happened.clear();

    Future<List<Outcome>> first = deployments.bring(List.of(waiting("a", 2, gate)));
    Future<List<Outcome>> second = deployments.bring(List.of(part("a", 3)));
    gate.countDown();
    await(first);
    await(second);

    assertThat(happened)
        .containsExactly(
            "a2 starts",
            "a2 runs",
            "a1 ends",
            "a1 over",
            "a3 starts",
            "a3 runs",
            "a2 ends",
            "a2 over");
  }

  @Test
  void a_first_one_that_does_not_start_is_a_node_that_does_not_start() {
    assertThatThrownBy(
            () ->
                await(deployments.begin(List.of(broken("a", Turnover.OVERLAPPING), part("b", 1)))))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("a: no luck");
    assertThat(happened).containsExactly("a-1 starts", "a-1 over");
  }

  private Part part(String name, int version) {
    return part(name, version, Turnover.OVERLAPPING, () -> version);
  }

  private Part single(String name, int version) {
    return part(name, version, Turnover.DRAINED, () -> version);
  }

  private Part broken(String name, Turnover turnover) {
    return part(name, -1, turnover, () -> -1);
  }

  private Part part(String name, int version, Turnover turnover, Supplier<Integer> made) {
    return new Part(
        Shape.single(name, version),
        turnover,
        () -> {
          int which = made.get();
          return kit(
              name + which, () -> new Told(name + which, which > 0, Future.succeededFuture()));
        });
  }

  private Part stubborn(String name) {
    return new Part(
        Shape.single(name, 1),
        Turnover.OVERLAPPING,
        () -> kit(name + 1, () -> new Told(name + 1, true, Future.failedFuture("no"))));
  }

  private Part waiting(String name, int version, CountDownLatch gate) {
    Part part = part(name, version);
    return new Part(
        part.shape(),
        part.turnover(),
        () -> {
          awaits(gate);
          return part.kit().get();
        });
  }

  private Kit kit(String label, Supplier<Deployable> verticle) {
    return Kit.of(
        verticle, () -> happened.add(label + " runs"), () -> happened.add(label + " over"));
  }

  private static void awaits(CountDownLatch gate) {
    try {
      assertThat(gate.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw failed instanceof RuntimeException told ? told : new IllegalStateException(failed);
    }
  }

  /** Tells of its start and its end. */
  private final class Told extends VerticleBase {

    private final String label;
    private final boolean starts;
    private final Future<?> end;

    private Told(String label, boolean starts, Future<?> end) {
      this.label = label;
      this.starts = starts;
      this.end = end;
    }

    @Override
    public Future<?> start() {
      happened.add(label + " starts");
      return starts ? Future.succeededFuture() : Future.failedFuture("no luck");
    }

    @Override
    public Future<?> stop() {
      happened.add(label + " ends");
      return end;
    }
  }
}
