package dev.hookline.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.lab.check.Verdict;
import dev.hookline.lab.plan.Kind;
import dev.hookline.lab.report.Table;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Short runs of the harness with real processes. */
@Tag("process")
@Timeout(600)
class SmokeTest {

  private static final long SEED = 20_261_125;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path directory;

  @Test
  void one_node_loses_nothing_when_it_is_killed_frozen_and_cut_off() throws Exception {
    Outcome outcome = play(new Scripts.Options(SEED, 0.75, 20, 100, 1, 0));

    assertThat(outcome.deeds()).isNotEmpty();
    assertThat(outcome.verdicts()).allMatch(Verdict::isGood);
  }

  @Test
  void three_nodes_lose_nothing_when_everything_goes_wrong() throws Exception {
    Outcome outcome = play(new Scripts.Options(SEED, 1, 20, 50, 3, 0));

    assertThat(outcome.deeds())
        .extracting(deed -> deed.fault().kind())
        .contains(Kind.KILL, Kind.FREEZE, Kind.PART_NODES, Kind.PART_STORE, Kind.CRASH_STORE);
    assertThat(outcome.verdicts()).allMatch(Verdict::isGood);
  }

  private Outcome play(Scripts.Options options) throws Exception {
    Script script = Scripts.of("random", options);
    script.plan().forEach(System.out::println);
    Outcome outcome = new Run(script, directory, Clock.systemUTC(), System.out::println).play();
    System.out.println(Table.of(outcome));
    assertThat(outcome.history().told()).isNotEmpty();
    return outcome;
  }
}
