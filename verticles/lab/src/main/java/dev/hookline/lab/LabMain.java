package dev.hookline.lab;

import dev.hookline.app.bench.BenchCommand;
import dev.hookline.lab.bench.ClusterBenchmark;
import dev.hookline.lab.bench.ClusterStartBenchmark;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The lab's command line. */
public final class LabMain {

  private LabMain() {}

  @Command(name = "hookline")
  private static final class LabCommand {}

  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "lab-logback.xml");
    CommandLine line = new CommandLine(new LabCommand());
    line.addSubcommand(new ChaosCommand());
    line.addSubcommand(
        new BenchCommand(List.of(new ClusterBenchmark(), new ClusterStartBenchmark())));
    System.exit(line.execute(arguments));
  }
}
