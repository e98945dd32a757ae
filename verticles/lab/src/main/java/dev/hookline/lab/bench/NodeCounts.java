package dev.hookline.lab.bench;

import dev.hookline.app.Sources;
import dev.hookline.app.bench.BenchNode;
import dev.hookline.app.bench.Door;
import dev.hookline.app.bench.EventBodies;
import dev.hookline.app.bench.Figure;
import dev.hookline.app.bench.FreePort;
import dev.hookline.app.bench.Lab;
import dev.hookline.app.bench.Load;
import dev.hookline.app.bench.Sample;
import dev.hookline.testkit.PostgresServer;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Acknowledgements per second of one, two and three nodes at one PostgreSQL, and what PostgreSQL
 * does without them, in turns. All nodes run all the time; those whose turn it is not are idle.
 */
final class NodeCounts {

  private static final int MOST = 3;
  private static final int CONNECTIONS = 64; // of all senders together
  private static final int ROUNDS = 3;
  private static final int SESSIONS = 64;
  private static final int GROUP = 20; // as many events as the node's ingest commits together
  private static final int WRITERS = 4; // as many connections as a node writes with
  private static final Duration SPAN = Duration.ofSeconds(4);
  private static final Duration IDLE = Duration.ofSeconds(60);

  private final Lab lab;
  private final PostgresServer server;
  private final Map<String, List<Double>> measured = new TreeMap<>();

  NodeCounts(Lab lab, PostgresServer server) {
    this.lab = lab;
    this.server = server;
  }

  List<Figure> measure() throws Exception {
    List<BenchNode> nodes = new ArrayList<>();
    try (RawPostgres raw = new RawPostgres(server.url("raw"), WRITERS)) {
      startInto(nodes);
      for (int round = 0; round <= ROUNDS; round++) {
        note("raw", raw.perSecond(GROUP, SPAN, bodies()));
        for (int count = 1; count <= MOST; count++) {
          turn(nodes.subList(0, count));
        }
        if (round == 0) {
          measured.clear(); // everybody has warmed up
        }
      }
    } finally {
      nodes.forEach(BenchNode::close);
    }
    return figures();
  }

  private void startInto(List<BenchNode> nodes) throws Exception {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      ports.add(FreePort.find());
    }
    String store = server.url("nodes");
    for (int port : ports) {
      Map<String, String> settings = new HashMap<>();
      settings.put("HOOKLINE_STORE_URL", store);
      settings.put("HOOKLINE_CLUSTER_ENABLED", "true");
      settings.put("HOOKLINE_CLUSTER_NAME", "bench-" + ports.get(0));
      settings.put("HOOKLINE_CLUSTER_PORT", String.valueOf(port));
      settings.put("HOOKLINE_CLUSTER_MEMBERS", "127.0.0.1:" + ports.get(0));
      nodes.add(lab.node(settings));
    }
  }

  private void turn(List<BenchNode> nodes) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(nodes.size());
    try {
      List<Callable<Sample>> loads = new ArrayList<>();
      for (BenchNode node : nodes) {
        loads.add(() -> load(node, CONNECTIONS / nodes.size()));
      }
      double perSecond = 0;
      List<Double> taken = new ArrayList<>();
      for (Future<Sample> done : senders.invokeAll(loads)) {
        perSecond += done.get().perSecond();
        taken.addAll(done.get().values());
      }
      note("nodes " + nodes.size(), perSecond);
      note("p99 " + nodes.size(), Sample.of(taken).percentile(99));
    } finally {
      senders.shutdownNow();
    }
    for (BenchNode node : nodes) {
      node.process().awaitIdle(IDLE); // it has still to put in order what it took in
    }
  }

  private Sample load(BenchNode node, int connections) throws Exception {
    Vertx vertx = lab.vertx();
    Door door = node.door(vertx, connections);
    try {
      return new Load(vertx, bodies()).closed(door, connections, SPAN);
    } finally {
      door.close().await();
    }
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    double raw = median("raw");
    figures.add(
        Figure.of(
            "PostgreSQL alone: committed, %d connections, groups of %d".formatted(WRITERS, GROUP),
            raw,
            "/s"));
    for (int count = 1; count <= MOST; count++) {
      double nodes = median("nodes " + count);
      figures.add(
          Figure.of(
              count + (count == 1 ? " node" : " nodes") + ": acknowledged, 64 senders",
              nodes,
              "/s"));
      figures.add(Figure.of("  p99", median("p99 " + count), "ms"));
      figures.add(Figure.of("  to PostgreSQL alone", 100 * nodes / raw, "%"));
      figures.add(Figure.of("  to one node", nodes / median("nodes 1"), "times"));
    }
    return figures;
  }

  private void note(String what, double value) {
    measured.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
  }

  private double median(String what) {
    return Sample.median(measured.get(what));
  }

  private static EventBodies bodies() {
    return new EventBodies(Sources.system().clock(), "bench-" + System.nanoTime(), SESSIONS);
  }
}
