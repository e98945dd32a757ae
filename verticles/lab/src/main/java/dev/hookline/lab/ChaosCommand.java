package dev.hookline.lab;

import dev.hookline.lab.report.Table;
import dev.hookline.lab.report.Timeline;
import dev.hookline.lab.run.Outcome;
import dev.hookline.lab.run.Run;
import dev.hookline.lab.run.Script;
import dev.hookline.lab.run.Scripts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Torments a cluster, and judges what it showed. */
@Command(
    name = "chaos",
    description = {
      "Run nodes in processes of their own, let everything go wrong, and judge what the chat shows.",
      "Ends with 1 when a guarantee was violated. docs/chaos.md says more."
    },
    mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {

  private static final int VIOLATED = 1;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCRIPT",
      defaultValue = "random",
      description = "random, storm, ambiguous, blackhole, rolling or race (default: random)")
  private String name;

  @Option(names = "--seed", description = "repeats the faults of a run (default: a new one)")
  private Long seed;

  @Option(names = "--minutes", defaultValue = "5", description = "for how long (default: 5)")
  private double minutes;

  @Option(names = "--rate", defaultValue = "100", description = "events a second (default: 100)")
  private double rate;

  @Option(
      names = "--shown",
      defaultValue = "100",
      description =
          "how many of a hundred events are for the chat; others are stored (default: 100)")
  private int shown;

  @Option(
      names = "--nodes",
      defaultValue = "3",
      description = "how many (default: 3); one keeps its events in SQLite, several in PostgreSQL")
  private int nodes;

  @Option(names = "--sessions", defaultValue = "1000", description = "of race (default: 1000)")
  private int sessions;

  @Option(names = "--report", paramLabel = "DIR", description = "where logs and report are kept")
  private Path report;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
    Script script = script(chosen);
    PrintWriter out = spec.commandLine().getOut();
    out.println("chaos: " + again(chosen));
    script.plan().forEach(out::println);
    Path directory = directory();
    Outcome outcome = new Run(script, directory, Clock.systemUTC(), diary(out)).play();
    String table = Table.of(outcome);
    Files.writeString(directory.resolve("report.md"), "`" + again(chosen) + "`\n\n" + table);
    Files.writeString(directory.resolve("timeline.svg"), Timeline.of(outcome));
    out.print(table);
    out.println("report " + directory.resolve("report.md"));
    out.println("picture " + directory.resolve("timeline.svg"));
    out.println(outcome.isGood() ? "No violation." : "VIOLATED. Again: " + again(chosen));
    out.flush();
    return outcome.isGood() ? 0 : VIOLATED;
  }

  private Script script(long chosen) {
    try {
      return Scripts.of(name, new Scripts.Options(chosen, minutes, rate, shown, nodes, sessions));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private String again(long chosen) {
    String race = name.equals("race") ? " --sessions " + sessions : "";
    return String.format(
        Locale.ROOT,
        "./hookline chaos %s --seed %d --minutes %s --rate %s --shown %d --nodes %d%s",
        name,
        chosen,
        plain(minutes),
        plain(rate),
        shown,
        nodes,
        race);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private Path directory() throws IOException {
    if (report != null) {
      return Files.createDirectories(report).toAbsolutePath();
    }
    Path target = Path.of(System.getProperty("app.home", "."), "target").toAbsolutePath();
    return Files.createTempDirectory(Files.createDirectories(target), "chaos-");
  }

  private static Consumer<String> diary(PrintWriter out) {
    long began = System.nanoTime();
    return line -> {
      double seconds = (System.nanoTime() - began) / 1e9;
      out.println(String.format(Locale.ROOT, "%8.1f s  %s", seconds, line));
      out.flush();
    };
  }
}
