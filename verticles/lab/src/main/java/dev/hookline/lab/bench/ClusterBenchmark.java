package dev.hookline.lab.bench;

import dev.hookline.app.bench.Benchmark;
import dev.hookline.app.bench.Figure;
import dev.hookline.app.bench.Lab;
import dev.hookline.testkit.PostgresServer;
import java.util.ArrayList;
import java.util.List;

/**
 * What one, two and three nodes take in, and what an event costs however many sessions there are.
 */
public final class ClusterBenchmark implements Benchmark {

  @Override
  public String name() {
    return "cluster";
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    List<Figure> figures = new ArrayList<>();
    try (PostgresServer server = PostgresServer.start(lab.path("server"))) {
      figures.addAll(new NodeCounts(lab, server).measure());
      figures.addAll(new SessionCounts(lab.vertx(), server).measure());
    }
    return figures;
  }
}
