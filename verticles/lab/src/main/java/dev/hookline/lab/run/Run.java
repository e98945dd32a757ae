package dev.hookline.lab.run;

import dev.hookline.lab.check.Told;
import dev.hookline.lab.load.Load;
import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.stage.Nemesis;
import dev.hookline.lab.stage.Stage;
import dev.hookline.lab.stage.StageOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Plays a script from its first line to its judgement. Blocks. */
public final class Run {

  private static final Duration TAKEN = Duration.ofMinutes(3);
  private static final Duration STANDSTILL = Duration.ofMinutes(2);
  private static final Duration TIDY = Duration.ofMinutes(3);
  private static final long LOOK_MILLIS = 500;

  private final Script script;
  private final Path directory;
  private final Clock clock;
  private final Consumer<String> diary;

  /**
   * Has not begun.
   *
   * @param directory where everything of the run is kept
   * @param diary is told what happens, one line each
   */
  public Run(Script script, Path directory, Clock clock, Consumer<String> diary) {
    this.script = script;
    this.directory = directory;
    this.clock = clock;
    this.diary = diary;
  }

  public Outcome play() throws Exception {
    StageOptions options =
        new StageOptions(directory, script.nodes(), script.postgres(), script.settings());
    try (Stage stage = Stage.build(options)) {
      Thread end = new Thread(stage::close, "end-of-stage"); // no process survives ours
      Runtime.getRuntime().addShutdownHook(end);
      stage.nodes().forEach(node -> node.start());
      stage.awaitReady(stage.nodes());
      diary.accept("chat http://127.0.0.1:" + stage.telegram().controlPort());
      Outcome outcome = play(stage);
      Runtime.getRuntime().removeShutdownHook(end);
      return outcome;
    }
  }

  private Outcome play(Stage stage) throws Exception {
    try (LeaseWatch leases = new LeaseWatch(stage, clock);
        Nemesis nemesis = new Nemesis(stage, clock, diary);
        Load load = new Load(script.load(), stage.doors(), stage.token(), clock)) {
      long began = clock.millis();
      script.calls().forEach(stage.telegram()::fault);
      load.begin();
      nemesis.begin(script.plan());
      awaitEnd(load, nemesis);
      load.end();
      stage.telegram().heal();
      long ended = clock.millis();
      diary.accept("no more events; waiting until all are shown");
      await(TAKEN, () -> load.underWay() == 0);
      long drained = awaitShown(stage, load) ? clock.millis() : 0;
      await(TIDY, () -> isTidy(stage, load));
      stage
          .nodes()
          .forEach(node -> diary.accept(node.name() + (node.isAlive() ? " runs" : " is down")));
      return new Judgement(script, stage, load, nemesis, leases).outcome(began, ended, drained);
    }
  }

  private void awaitEnd(Load load, Nemesis nemesis) throws InterruptedException {
    long faults = script.plan().stream().mapToLong(Fault::end).max().orElse(0);
    Duration patience = Duration.ofMillis(Math.max(faults, script.millis()) + 600_000);
    if (script.millis() > 0) {
      TimeUnit.MILLISECONDS.sleep(script.millis());
    } else {
      await(patience, () -> load.sessions() == script.load().most() && load.underWay() == 0);
    }
    await(patience, () -> nemesis.deeds().size() == script.plan().size());
  }

  /** Whether all was shown in the end: waits for as long as more and more is shown. */
  private static boolean awaitShown(Stage stage, Load load) throws InterruptedException {
    int before = -1;
    for (int now = shown(stage).size(); now > before; now = shown(stage).size()) {
      if (await(STANDSTILL, () -> allShown(stage, load))) {
        return true;
      }
      before = now;
    }
    return false;
  }

  private static Set<String> shown(Stage stage) {
    return Marks.shownBy(stage.telegram().calls());
  }

  private static boolean allShown(Stage stage, Load load) {
    Set<String> shown = shown(stage);
    List<Told> told = load.told();
    return told.stream()
        .filter(event -> event.isAcknowledged() && event.isForChat())
        .allMatch(event -> shown.contains(event.mark()));
  }

  private static boolean isTidy(Stage stage, Load load) {
    long living = stage.telegram().topics().stream().filter(topic -> !topic.deleted()).count();
    return living <= load.told().stream().map(Told::session).distinct().count();
  }

  private static boolean await(Duration patience, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return true;
  }
}
