package dev.hookline.app.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures, and prints a table and JSON. */
@Command(
    name = "bench",
    description =
        "Measure on this machine: start, steady, delivery, outage, ingest, hook, redaction,"
            + " cluster.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

  private static final int MISSED = 1;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "what to measure: start, steady, delivery, outage, ingest, hook, redaction, junk or"
              + " cluster; without it, all but outage and cluster")
  private String wanted;

  @Option(
      names = "--real",
      description = "with delivery: only its first burst, in real time; takes four minutes")
  private boolean real;

  private final List<Benchmark> all;

  @Spec private CommandSpec spec;

  /** What can be measured with the program alone. */
  public BenchCommand() {
    this(
        List.of(
            new StartBenchmark(),
            new SteadyBenchmark(),
            new DeliveryBenchmark(),
            new OutageBenchmark(),
            new IngestBenchmark(),
            new HookBenchmark(),
            new RedactionBenchmark(),
            new JunkBenchmark()));
  }

  /** What can be measured with these. */
  public BenchCommand(List<Benchmark> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public Integer call() throws Exception {
    System.setProperty("log.level", "WARN");
    PrintWriter out = spec.commandLine().getOut();
    JsonObject measured = new JsonObject();
    boolean missed = false;
    for (Benchmark benchmark : chosen()) {
      List<Figure> figures = measure(benchmark);
      out.println(benchmark.name());
      figures.forEach(figure -> out.println(figure.line()));
      out.flush();
      missed |= figures.stream().anyMatch(Figure::isMissed);
      measured.put(benchmark.name(), new JsonArray(figures.stream().map(Figure::toJson).toList()));
    }
    out.println(
        new JsonObject().put("machine", machine()).put("figures", measured).encodePrettily());
    out.flush();
    return missed ? MISSED : 0;
  }

  private static List<Figure> measure(Benchmark benchmark) throws Exception {
    try (Lab lab = Lab.open()) {
      return benchmark.run(lab);
    }
  }

  private List<Benchmark> chosen() {
    if (real) {
      return inRealTime();
    }
    List<Benchmark> chosen = new ArrayList<>(all);
    chosen.removeIf(
        benchmark -> wanted == null ? benchmark.onlyByName() : !benchmark.name().equals(wanted));
    if (chosen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no benchmark "
              + wanted
              + "; there are start, steady, delivery, outage, ingest, hook, redaction and cluster");
    }
    return chosen;
  }

  private List<Benchmark> inRealTime() {
    if (!"delivery".equals(wanted)) {
      throw new ParameterException(
          spec.commandLine(), "--real goes with delivery alone: ./hookline bench delivery --real");
    }
    return List.of(new RealDeliveryBenchmark());
  }

  private static JsonObject machine() {
    return new JsonObject()
        .put("cores", Runtime.getRuntime().availableProcessors())
        .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"))
        .put("java", Runtime.version().toString());
  }
}
