package dev.hookline.app.bench;

import dev.hookline.app.Sources;
import java.time.Duration;
import java.util.List;

/** How long an acknowledgement takes when events come at a steady rate. */
final class SteadyBenchmark implements Benchmark {

  private static final int PER_SECOND = 200;
  private static final int CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration SPAN = Duration.ofSeconds(30);
  private static final double P99_MILLIS = 50;

  @Override
  public String name() {
    return "steady";
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    try (BenchNode node = lab.node()) {
      EventBodies bodies = new EventBodies(Sources.system().clock(), "steady", CONNECTIONS);
      Load load = new Load(lab.vertx(), bodies);
      Door door = node.door(lab.vertx(), CONNECTIONS);
      load.steady(lab.vertx(), door, PER_SECOND, WARM_UP);
      Sample taken = load.steady(lab.vertx(), door, PER_SECOND, SPAN);
      door.close().await();
      String at = ", at " + PER_SECOND + " events a second";
      return List.of(
          Figure.of("acknowledgement p50" + at, taken.percentile(50), "ms"),
          Figure.of("acknowledgement p99" + at, taken.percentile(99), "ms").atMost(P99_MILLIS),
          Figure.of("acknowledgement, the slowest", taken.percentile(100), "ms"));
    }
  }
}
