package dev.hookline.app.bench.chat;

import dev.hookline.app.bench.Figure;
import dev.hookline.app.bench.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a chat shows, and when, while more is told than Telegram lets a bot show. */
public final class ChatFigures {

  private static final double MOST_OVER_LEAST = 1.25;
  private static final double FASTER_THAN_ALONE = 10;
  private static final double URGENT_SECONDS = 5;

  /** What a scenario is for. */
  private enum Goal {
    /** That a burst is over soon. */
    BURST,
    /** That what is urgent comes at once. */
    URGENT,
    NONE
  }

  private ChatFigures() {}

  /** Plays every scenario. Blocking; takes about a minute. */
  public static List<Figure> all(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    List<Figure> figures = new ArrayList<>();
    figures.addAll(play(Scenarios.burst("10 x 100", 10, 100), Goal.BURST, directory));
    figures.addAll(play(Scenarios.burst("1 x 1000", 1, 1_000), Goal.BURST, directory));
    figures.addAll(play(Scenarios.trickle("50, 1/s", 50, 600), Goal.URGENT, directory));
    figures.addAll(play(Scenarios.recorded("recorded x 20", 20), Goal.NONE, directory));
    return figures;
  }

  private static List<Figure> play(Scenario scenario, Goal goal, Path directory)
      throws InterruptedException {
    Seen seen;
    try (Stand stand =
        Stand.open(directory.resolve(scenario.name().replaceAll("\\W", "") + ".db"))) {
      seen = stand.play(scenario);
    }
    return figures(scenario, seen, goal);
  }

  /** What was seen of a burst. */
  static List<Figure> ofBurst(Scenario scenario, Seen seen) {
    return figures(scenario, seen, Goal.BURST);
  }

  private static List<Figure> figures(Scenario scenario, Seen seen, Goal goal) {
    Measure measure = Measure.of(scenario);
    String name = scenario.name() + ": ";
    double least = measure.leastSeconds();
    double alone = measure.aloneSeconds();
    Figure overLeast = Figure.of(name + "time over the lower bound", seen.seconds() / least, "x");
    Figure faster =
        Figure.of(name + "faster than a message per event", alone / seen.seconds(), "x");
    Sample waits = Sample.of(seen.waits());
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(name + "events", (double) seen.events(), ""));
    figures.add(Figure.of(name + "lost", (double) seen.lost(), "").atMost(0));
    figures.add(Figure.of(name + "out of order", (double) seen.misplaced(), "").atMost(0));
    figures.add(Figure.of(name + "429", (double) seen.floods(), "").atMost(0));
    figures.add(Figure.of(name + "calls while closed", (double) seen.whileClosed(), "").atMost(0));
    figures.add(Figure.of(name + "until all is shown", seen.seconds(), "s"));
    figures.add(Figure.of(name + "lower bound", least, "s"));
    figures.add(Figure.of(name + "a message per event, same budget", alone, "s"));
    figures.add(goal == Goal.BURST ? overLeast.atMost(MOST_OVER_LEAST) : overLeast);
    figures.add(goal == Goal.BURST ? faster.atLeast(FASTER_THAN_ALONE) : faster);
    figures.add(
        Figure.of(name + "calls per event", (double) seen.calls() / (double) seen.events(), ""));
    figures.add(Figure.of(name + "acknowledged to shown, p50", waits.percentile(50), "s"));
    figures.add(Figure.of(name + "acknowledged to shown, p99", waits.percentile(99), "s"));
    if (goal == Goal.URGENT) {
      Sample urgent = Sample.of(seen.urgentWaits());
      figures.add(Figure.of(name + "answers and approvals, p50", urgent.percentile(50), "s"));
      figures.add(Figure.of(name + "answers and approvals, p99", urgent.percentile(99), "s"));
      figures.add(
          Figure.of(name + "answers and approvals, longest", urgent.percentile(100), "s")
              .atMost(URGENT_SECONDS));
    }
    return figures;
  }
}
