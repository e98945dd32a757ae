package dev.hookline.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Starts nodes one after the other, each on nothing.
 *
 * @param what kind of node, in words
 * @param readyMillis the target for half of the starts
 * @param residentMegabytes the target for the memory
 */
public record Starts(String what, double readyMillis, double residentMegabytes) {

  private static final int STARTS = 10;
  private static final long IDLE_SECONDS = 10;

  /**
   * Measures.
   *
   * @param starter starts one and returns when it is ready
   */
  public List<Figure> figures(Callable<BenchNode> starter) throws Exception {
    List<Double> ready = new ArrayList<>();
    double resident = 0;
    for (int i = 1; i <= STARTS; i++) {
      try (BenchNode node = starter.call()) {
        ready.add(node.process().readyMillis());
        if (i == STARTS) {
          TimeUnit.SECONDS.sleep(IDLE_SECONDS);
          resident = node.process().residentMegabytes();
        }
      }
    }
    Sample sample = Sample.of(ready);
    return List.of(
        Figure.of(what + ", from ./hookline serve to ready, median", sample.percentile(50), "ms")
            .atMost(readyMillis),
        Figure.of(what + ", from ./hookline serve to ready, slowest", sample.percentile(100), "ms"),
        Figure.of(what + ", memory when idle (RSS)", resident, "MB").atMost(residentMegabytes));
  }
}
