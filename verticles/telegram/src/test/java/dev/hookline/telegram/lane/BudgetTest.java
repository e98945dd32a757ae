package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final long WINDOW = 60_000;

  private final Budget budget = new Budget(18, WINDOW, 1_100);

  @RepeatedTest(50)
  void no_window_of_telegrams_clock_ever_holds_more_calls_than_the_budget(RepetitionInfo run) {
    // Given
    Budget budget = new Budget(18, WINDOW, 1_100, run.getCurrentRepetition() % 4);
    Random random = new Random(run.getCurrentRepetition());
    List<Long> seen = new ArrayList<>();
    long now = 0;

    // When: calls of any length, which Telegram sees at any moment between start and end
    for (int call = 0; call < 500; call++) {
      now += random.nextBoolean() ? budget.waitMillis(now) : budget.urgentWaitMillis(now);
      long took = random.nextInt(10) == 0 ? random.nextInt(30_000) : random.nextInt(300);
      budget.begin();
      seen.add(now + (took == 0 ? 0 : random.nextLong(took)));
      now += took;
      budget.end(now);
      now += random.nextInt(5) == 0 ? random.nextInt(40_000) : 0;
    }

    // Then
    assertThat(mostInAnyWindow(seen)).isLessThanOrEqualTo(18);
  }

  @Test
  void uses_the_whole_budget_when_calls_are_short() {
    // Given
    long now = 0;
    int calls = 0;

    // When
    while (now < 10 * WINDOW) {
      now += budget.waitMillis(now);
      budget.begin();
      budget.end(now);
      calls++;
    }

    // Then
    assertThat(calls).isBetween(180, 200);
  }

  @Test
  void keeps_the_gap_between_two_calls() {
    // When
    budget.begin();
    budget.end(5_000);

    // Then
    assertThat(budget.waitMillis(5_100)).isEqualTo(1_000);
  }

  @Test
  void lets_a_third_of_the_calls_follow_each_other_and_spreads_the_others() {
    // When
    List<Long> starts = calls(new Budget(18, WINDOW, 1_100), 40);

    // Then
    List<Long> gaps = new ArrayList<>();
    for (int call = 1; call < starts.size(); call++) {
      gaps.add(starts.get(call) - starts.get(call - 1));
    }
    assertThat(gaps.subList(0, 5)).containsOnly(1_100L);
    assertThat(gaps.subList(5, 39)).allMatch(gap -> gap >= WINDOW / 18 && gap <= 5_000);
  }

  @Test
  void keeps_calls_back_for_what_is_urgent() {
    // Given
    Budget keeping = new Budget(18, WINDOW, 1_100, 3);
    List<Long> starts = calls(keeping, 100);
    long now = starts.get(99) + 1;

    // When
    List<Long> urgent = new ArrayList<>();
    for (int call = 0; call < 3; call++) {
      urgent.add(keeping.urgentWaitMillis(now));
      now += urgent.get(call);
      keeping.begin();
      keeping.end(now);
    }

    // Then
    assertThat(urgent).allMatch(wait -> wait <= 1_100);
    assertThat(starts.get(99) - starts.get(84)).isGreaterThanOrEqualTo(WINDOW);
  }

  @Test
  void lets_what_is_urgent_never_wait_for_long_however_much_of_it_there_is() {
    // Given
    Budget keeping = new Budget(18, WINDOW, 1_100, 3);
    calls(keeping, 3);

    // When
    List<Long> waits = new ArrayList<>();
    long now = 3_300;
    for (int call = 0; call < 180; call++) {
      waits.add(keeping.urgentWaitMillis(now));
      now += waits.get(call);
      keeping.begin();
      keeping.end(now);
    }

    // Then
    assertThat(waits).allMatch(wait -> wait <= 5_000);
    assertThat(now).isLessThan(11 * WINDOW); // and uses the whole budget
  }

  @Test
  void has_a_third_of_the_calls_to_spare() {
    // Given
    Budget nine = new Budget(9, WINDOW, 0);

    // When
    List<Integer> toSpare = new ArrayList<>();
    for (int call = 0; call < 5; call++) {
      toSpare.add(nine.toSpare(0));
      nine.begin();
      nine.end(0);
    }

    // Then
    assertThat(toSpare).containsExactly(3, 2, 1, 0, 0);
    assertThat(nine.toSpare(WINDOW)).isEqualTo(3);
  }

  @Test
  void counts_the_calls_of_an_earlier_owner_until_the_next_one_began() {
    // Given
    Budget small = new Budget(2, WINDOW, 0);

    // When
    small.restore(List.of(1_000L, 20_000L), 50_000);

    // Then
    assertThat(small.waitMillis(50_000)).isEqualTo(30_000);
  }

  @Test
  void makes_no_call_while_telegram_asks_for_silence() {
    // When
    budget.close(40_000);

    // Then
    assertThat(budget.waitMillis(10_000)).isEqualTo(30_000);
  }

  @Test
  void has_half_the_budget_for_a_window_after_the_silence() {
    // Given
    Budget even = new Budget(10, WINDOW, 0);
    even.close(1_000);

    // When
    for (int call = 0; call < 5; call++) {
      even.begin();
      even.end(2_000);
    }

    // Then
    assertThat(even.waitMillis(2_000)).isEqualTo(WINDOW);
  }

  @Test
  void has_the_whole_budget_again_a_window_after_the_silence() {
    // Given
    Budget even = new Budget(10, WINDOW, 0);
    even.close(1_000);

    // When
    for (int call = 0; call < 5; call++) {
      even.begin();
      even.end(30_000);
    }

    // Then
    assertThat(even.waitMillis(1_000 + WINDOW - 1)).isEqualTo(30_000 - 1_000 + 1);
    assertThat(even.waitMillis(1_000 + WINDOW)).isZero();
  }

  @Test
  void has_half_the_budget_for_half_a_window_after_a_slow_answer() {
    // Given
    Budget even = new Budget(10, WINDOW, 0);

    // When
    for (int call = 0; call < 5; call++) {
      even.begin();
      even.end(0);
    }
    even.slow(0);

    // Then
    assertThat(even.waitMillis(WINDOW / 2 - 1)).isEqualTo(WINDOW / 2 + 1);
    assertThat(even.waitMillis(WINDOW / 2)).isZero();
  }

  @Test
  void is_at_rest_when_no_call_is_under_way_and_no_silence_is_wanted() {
    assertThat(budget.isAtRest(0)).isTrue();

    budget.begin();
    assertThat(budget.isAtRest(0)).isFalse();
    budget.end(0);
    assertThat(budget.isAtRest(0)).isTrue();

    budget.close(1_000);
    assertThat(budget.isAtRest(999)).isFalse();
    assertThat(budget.isAtRest(1_000)).isTrue();
  }

  @Test
  void forgets_a_call_that_never_left() {
    // Given
    Budget one = new Budget(1, WINDOW, 1_100);

    // When
    one.begin();
    one.forgo();

    // Then
    assertThat(one.waitMillis(0)).isZero();
  }

  @Test
  void gives_topics_a_third_of_the_window() {
    // Given
    Budget seven = new Budget(7, WINDOW, 0);

    // When
    for (int topic = 0; topic < 2; topic++) {
      seven.begin();
      seven.end(0);
      seven.endedCreation(0);
    }

    // Then
    assertThat(seven.waitMillis(0)).isZero();
    assertThat(seven.creationWaitMillis(0)).isEqualTo(WINDOW);
  }

  /** When so many calls begin, each as soon as it may. */
  private static List<Long> calls(Budget budget, int count) {
    List<Long> starts = new ArrayList<>();
    long now = 0;
    while (starts.size() < count) {
      now += budget.waitMillis(now);
      starts.add(now);
      budget.begin();
      budget.end(now);
    }
    return starts;
  }

  private static int mostInAnyWindow(List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    int most = 0;
    for (int first = 0; first < sorted.size(); first++) {
      int last = first;
      while (last < sorted.size() && sorted.get(last) < sorted.get(first) + WINDOW) {
        last++;
      }
      most = Math.max(most, last - first);
    }
    return most;
  }
}
