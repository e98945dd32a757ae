package dev.hookline.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.plan.Kind;
import dev.hookline.lab.plan.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

  private static final Scripts.Options HOUR = new Scripts.Options(7, 60, 200, 100, 3, 10_000);

  @ParameterizedTest
  @ValueSource(strings = {"random", "storm", "ambiguous", "blackhole", "rolling", "race"})
  void a_script_is_the_same_for_the_same_options(String name) {
    Script script = Scripts.of(name, HOUR);

    assertThat(script.plan()).isEqualTo(Scripts.of(name, HOUR).plan());
    assertThat(script.plan()).allMatch(fault -> fault.end() <= 60 * 60_000);
    assertThat(Scripts.names()).contains(name);
  }

  @Test
  void a_storm_of_an_hour_is_what_the_guarantees_are_measured_with() {
    Script storm = Scripts.of("storm", HOUR);

    assertThat(count(storm, Kind.KILL)).isEqualTo(100);
    assertThat(count(storm, Kind.FREEZE)).isEqualTo(50);
    assertThat(count(storm, Kind.CRASH_STORE)).isEqualTo(20);
    assertThat(storm.plan()).filteredOn(fault -> fault.kind().isPartition()).hasSize(50);
    assertThat(storm.limits().takeover()).isEqualTo(20_000);
  }

  @Test
  void a_black_hole_of_seven_minutes_lasts_for_five() {
    Script script = Scripts.of("blackhole", new Scripts.Options(1, 7, 100, 100, 3, 0));

    assertThat(script.plan())
        .containsExactly(Fault.part(Kind.PART_ALL, 0, Manner.BLACK_HOLE, 60_000, 300_000));
    assertThat(script.limits().pace()).isEqualTo(80);
  }

  @Test
  void a_rolling_restart_stops_every_node_and_then_all_but_the_first() {
    Script script = Scripts.of("rolling", HOUR);

    assertThat(script.plan()).allMatch(fault -> fault.kind() == Kind.STOP);
    assertThat(script.plan().stream().map(Fault::node)).containsExactly(1, 2, 3, 2, 3);
    assertThat(script.limits().pause()).isEqualTo(5_000);
  }

  @Test
  void nothing_goes_wrong_in_a_race_and_each_session_may_have_one_call() {
    Script race = Scripts.of("race", HOUR);

    assertThat(race.mayLoseAnswers()).isFalse();
    assertThat(race.load().most()).isEqualTo(10_000);
    assertThat(race.load().length()).isEqualTo(1);
    assertThat(race.limits().oneCallEach()).isTrue();
  }

  @Test
  void a_node_that_is_alone_has_nobody_to_be_parted_from() {
    Script script = Scripts.of("random", new Scripts.Options(7, 10, 100, 100, 1, 0));

    assertThat(script.postgres()).isFalse();
    assertThat(script.plan())
        .noneMatch(fault -> fault.kind() == Kind.PART_NODES || fault.kind() == Kind.CRASH_STORE);
  }

  @Test
  void says_which_scripts_there_are() {
    assertThatThrownBy(() -> Scripts.of("hurricane", HOUR)).hasMessageContaining("storm");
  }

  private static long count(Script script, Kind kind) {
    return script.plan().stream().filter(fault -> fault.kind() == kind).count();
  }
}
