package dev.hookline.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

  private final List<String> begun = new ArrayList<>();
  private final List<Promise<Void>> steps = new ArrayList<>();

  @Test
  void takes_each_piece_of_work_one_step_further() {
    // When
    sweep(() -> Future.succeededFuture(List.of("a", "b"))).run();

    // Then
    assertThat(begun).containsExactly("a", "b");
  }

  @Test
  void begins_no_step_of_a_piece_whose_last_one_is_not_over() {
    // Given
    Sweep<String> sweep = sweep(() -> Future.succeededFuture(List.of("a", "b")));
    sweep.run();
    steps.get(1).complete();

    // When
    sweep.run();

    // Then
    assertThat(begun).containsExactly("a", "b", "b");
  }

  @Test
  void tries_a_piece_again_whose_step_failed() {
    // Given
    Sweep<String> sweep = sweep(() -> Future.succeededFuture(List.of("a")));
    sweep.run();
    steps.get(0).fail("no luck");

    // When
    sweep.run();

    // Then
    assertThat(begun).containsExactly("a", "a");
  }

  @Test
  void goes_on_with_the_others_when_a_step_throws() {
    // Given
    Sweep<String> sweep =
        new Sweep<>(
            "test",
            () -> Future.succeededFuture(List.of("bad", "good")),
            work -> work,
            work -> {
              begun.add(work);
              if (work.equals("bad")) {
                throw new IllegalStateException("bad");
              }
              return Future.succeededFuture();
            });

    // When
    sweep.run();
    sweep.run();

    // Then
    assertThat(begun).containsExactly("bad", "good", "bad", "good");
  }

  @Test
  void looks_again_after_a_look_that_failed_or_threw() {
    // Given
    List<String> looks = new ArrayList<>();
    Sweep<String> sweep =
        sweep(
            () -> {
              looks.add("look");
              if (looks.size() == 1) {
                throw new IllegalStateException("closed");
              }
              return looks.size() == 2
                  ? Future.failedFuture("the store is away")
                  : Future.succeededFuture(List.of("a"));
            });

    // When
    sweep.run();
    sweep.run();
    sweep.run();

    // Then
    assertThat(begun).containsExactly("a");
  }

  @Test
  void does_not_look_twice_at_once() {
    // Given
    Promise<List<String>> slow = Promise.promise();
    List<String> looks = new ArrayList<>();
    Sweep<String> sweep =
        sweep(
            () -> {
              looks.add("look");
              return slow.future();
            });

    // When
    sweep.run();
    sweep.run();

    // Then
    assertThat(looks).hasSize(1);
  }

  private Sweep<String> sweep(Sweep.Find<String> find) {
    return new Sweep<>(
        "test",
        find,
        work -> work,
        work -> {
          begun.add(work);
          Promise<Void> step = Promise.promise();
          steps.add(step);
          return step.future();
        });
  }
}
