package dev.hookline.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final int NODES = 3;
  private static final long SPAN = 600_000;
  private static final List<Wish> WISHES =
      List.of(
          new Wish(Kind.KILL, 10, 1_000, 10_000),
          new Wish(Kind.FREEZE, 8, 1_000, 120_000),
          new Wish(Kind.PART_NODES, 5, 5_000, 60_000),
          new Wish(Kind.PART_STORE, 5, 1_000, 60_000),
          new Wish(Kind.PART_TELEGRAM, 5, 1_000, 60_000),
          new Wish(Kind.PART_ALL, 2, 5_000, 30_000),
          new Wish(Kind.CRASH_STORE, 4, 1_000, 5_000),
          new Wish(Kind.CLOCK, 3, 10_000, 60_000));

  @Test
  void places_as_many_faults_of_each_kind_as_were_wished() {
    List<Fault> plan = plan(1);

    WISHES.forEach(
        wish ->
            assertThat(plan)
                .filteredOn(fault -> fault.kind() == wish.kind())
                .hasSize(wish.count())
                .allMatch(fault -> fault.millis() >= wish.shortest())
                .allMatch(fault -> fault.millis() <= wish.longest())
                .allMatch(fault -> fault.end() <= SPAN));
  }

  @Test
  void makes_the_same_plan_from_the_same_seed() {
    assertThat(plan(7)).isEqualTo(plan(7));
  }

  @Test
  void makes_another_plan_from_another_seed() {
    assertThat(plan(7)).isNotEqualTo(plan(8));
  }

  @Test
  void leaves_one_node_that_can_serve_at_every_moment() {
    LongStream.range(0, 20)
        .mapToObj(PlannerTest::plan)
        .forEach(
            plan ->
                LongStream.range(0, SPAN / 500)
                    .forEach(
                        step -> assertThat(disabledAt(plan, step * 500)).hasSizeLessThan(NODES)));
  }

  @Test
  void never_parts_a_node_from_itself() {
    LongStream.range(0, 20)
        .mapToObj(PlannerTest::plan)
        .forEach(
            plan ->
                assertThat(plan)
                    .filteredOn(fault -> fault.kind() == Kind.PART_NODES)
                    .allMatch(fault -> fault.node() != fault.other())
                    .allMatch(fault -> fault.other() >= 1 && fault.other() <= NODES));
  }

  @Test
  void says_so_when_there_is_not_enough_time() {
    Planner planner = new Planner(1, 1, 30_000);

    assertThatThrownBy(() -> planner.place(List.of(new Wish(Kind.KILL, 50, 1_000, 5_000))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give more minutes");
  }

  @Test
  void says_each_fault_in_one_line() {
    assertThat(Fault.partNodes(1, 3, Manner.BLACK_HOLE, 12_300, 45_000))
        .hasToString("    12.3 s  part nodes node-1 and node-3, black hole, for 45.0 s");
  }

  private static List<Fault> plan(long seed) {
    return new Planner(seed, NODES, SPAN).place(WISHES);
  }

  private static Set<Integer> disabledAt(List<Fault> plan, long time) {
    return plan.stream()
        .filter(fault -> fault.kind().disables())
        .filter(fault -> fault.at() <= time && time < fault.end())
        .map(Fault::node)
        .collect(Collectors.toSet());
  }
}
