package dev.hookline.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long a node takes to be ready, and how much memory it holds when it has nothing to do. */
final class StartBenchmark implements Benchmark {

  private static final int STARTS = 10;
  private static final long IDLE_SECONDS = 10;
  private static final double READY_MILLIS = 1000;
  private static final double RESIDENT_MEGABYTES = 150;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    List<Double> ready = new ArrayList<>();
    double resident = 0;
    for (int i = 1; i <= STARTS; i++) {
      try (BenchNode node = lab.node()) {
        ready.add(node.process().readyMillis());
        if (i == STARTS) {
          TimeUnit.SECONDS.sleep(IDLE_SECONDS);
          resident = node.process().residentMegabytes();
        }
      }
    }
    Sample sample = Sample.of(ready);
    return List.of(
        Figure.of("from ./hookline serve to ready, median", sample.percentile(50), "ms")
            .atMost(READY_MILLIS),
        Figure.of("from ./hookline serve to ready, slowest", sample.percentile(100), "ms"),
        Figure.of("memory of an idle node (RSS)", resident, "MB").atMost(RESIDENT_MEGABYTES));
  }
}
