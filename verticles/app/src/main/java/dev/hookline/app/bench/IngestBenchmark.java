package dev.hookline.app.bench;

import dev.hookline.app.Sources;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Acknowledgements per second: of a node, of a server that does nothing, and of SQLite without
 * anything around it, in turns.
 */
final class IngestBenchmark implements Benchmark {

  static final int SESSIONS = 64;

  private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
  private static final int GROUP = 20; // as many events as the node's ingest commits together
  private static final int ROUNDS = 3;
  private static final Duration SPAN = Duration.ofSeconds(3);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final double SHARE_OF_SQLITE = 60;

  private final Clock clock = Sources.system().clock();
  private final Map<String, List<Double>> measured = new TreeMap<>();

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    try (BenchNode node = lab.node();
        ChildProcess bare = lab.bareServer();
        RawSqlite sqlite = new RawSqlite(lab.path("raw.db"))) {
      for (int round = 0; round <= ROUNDS; round++) {
        for (int connections : CONNECTIONS) {
          turn(lab, node, bare, connections, sqlite);
        }
        if (round == 0) {
          measured.clear(); // everybody has warmed up
        }
      }
    }
    return figures();
  }

  private void turn(Lab lab, BenchNode node, ChildProcess bare, int connections, RawSqlite sqlite)
      throws Exception {
    Door nothing = new Door(lab.vertx(), bare.port(), "", connections);
    note("bare", connections, load(lab).closed(nothing, connections, SPAN));
    nothing.close().await();

    double rows = sqlite.perSecond(Math.min(connections, GROUP), SPAN, bodies());
    note("sqlite per second", connections, rows);

    Door door = node.door(lab.vertx(), connections);
    note("node", connections, load(lab).closed(door, connections, SPAN));
    door.close().await();
    node.process().awaitIdle(IDLE); // it has still to put in order what it took in
  }

  private void note(String who, int connections, Sample sample) {
    note(who + " per second", connections, sample.perSecond());
    note(who + " p50", connections, sample.percentile(50));
    note(who + " p99", connections, sample.percentile(99));
  }

  private void note(String what, int connections, double value) {
    measured.computeIfAbsent(key(what, connections), key -> new ArrayList<>()).add(value);
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    for (int connections : CONNECTIONS) {
      String with = ", " + connections + (connections == 1 ? " connection" : " connections");
      double node = median("node per second", connections);
      double sqlite = median("sqlite per second", connections);
      double bare = median("bare per second", connections);
      figures.add(Figure.of("node: acknowledged" + with, node, "/s"));
      figures.add(Figure.of("  p50", median("node p50", connections), "ms"));
      figures.add(Figure.of("  p99", median("node p99", connections), "ms"));
      figures.add(Figure.of("bare server: answered" + with, bare, "/s"));
      figures.add(Figure.of("  p99", median("bare p99", connections), "ms"));
      figures.add(
          Figure.of(
              "SQLite alone: committed, groups of " + Math.min(connections, GROUP), sqlite, "/s"));
      figures.add(Figure.of("  node to bare server", 100 * node / bare, "%"));
      figures.add(share(connections, 100 * node / sqlite));
    }
    return figures;
  }

  // One sender waits for the network, the group and the disk in turn: only many fill a group.
  private static Figure share(int connections, double percent) {
    Figure share = Figure.of("  node to SQLite alone", percent, "%");
    return connections >= GROUP ? share.atLeast(SHARE_OF_SQLITE) : share;
  }

  private double median(String what, int connections) {
    return Sample.median(measured.get(key(what, connections)));
  }

  private Load load(Lab lab) {
    return new Load(lab.vertx(), bodies());
  }

  private EventBodies bodies() {
    return new EventBodies(clock, "bench-" + System.nanoTime(), SESSIONS);
  }

  private static String key(String what, int connections) {
    return what + " " + connections;
  }
}
