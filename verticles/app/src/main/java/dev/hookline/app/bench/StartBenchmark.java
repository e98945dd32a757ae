package dev.hookline.app.bench;

import java.util.List;

/** How long a node takes to be ready, and how much memory it holds when it has nothing to do. */
public final class StartBenchmark implements Benchmark {

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    return new Starts("a node", 1000, 150).figures(lab::node);
  }
}
