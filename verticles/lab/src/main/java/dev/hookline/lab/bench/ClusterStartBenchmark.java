package dev.hookline.lab.bench;

import dev.hookline.app.bench.BenchNode;
import dev.hookline.app.bench.Benchmark;
import dev.hookline.app.bench.Figure;
import dev.hookline.app.bench.FreePort;
import dev.hookline.app.bench.Lab;
import dev.hookline.app.bench.StartBenchmark;
import dev.hookline.app.bench.Starts;
import dev.hookline.testkit.PostgresServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The start of a node that is alone, and beside it the one of a cluster's first node. */
public final class ClusterStartBenchmark implements Benchmark {

  private final StartBenchmark alone = new StartBenchmark();

  @Override
  public String name() {
    return alone.name();
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    List<Figure> figures = new ArrayList<>(alone.run(lab));
    try (PostgresServer server = PostgresServer.start(lab.path("server"))) {
      Starts first = new Starts("first node of a cluster", 1500, 220);
      figures.addAll(first.figures(() -> firstNode(lab, server)));
    }
    return figures;
  }

  // Where nobody has been yet: a schema and a cluster of its own.
  private static BenchNode firstNode(Lab lab, PostgresServer server) throws Exception {
    int port = FreePort.find();
    Map<String, String> settings = new HashMap<>();
    settings.put("HOOKLINE_STORE_URL", server.url("first" + port));
    settings.put("HOOKLINE_CLUSTER_ENABLED", "true");
    settings.put("HOOKLINE_CLUSTER_NAME", "bench-" + port);
    settings.put("HOOKLINE_CLUSTER_PORT", String.valueOf(port));
    settings.put("HOOKLINE_CLUSTER_MEMBERS", "127.0.0.1:" + port);
    return lab.node(settings);
  }
}
