package dev.hookline.lab.bench;

import dev.hookline.app.Sources;
import dev.hookline.app.bench.Figure;
import dev.hookline.app.bench.Sample;
import dev.hookline.testkit.PostgresServer;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/** What an event costs in stores with few, many and very many sessions, in turns. */
final class SessionCounts {

  private static final List<Integer> SESSIONS = List.of(10, 1_000, 100_000);
  private static final int TURNS = 40;
  private static final int EVENTS_PER_TURN = 25;
  private static final double MOST_GROWTH = 1.2;

  private final Vertx vertx;
  private final PostgresServer server;

  SessionCounts(Vertx vertx, PostgresServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  List<Figure> measure() throws Exception {
    List<FilledStore> stores = new ArrayList<>();
    try {
      for (int sessions : SESSIONS) {
        String url = server.url("with" + sessions);
        stores.add(FilledStore.open(vertx, url, sessions, Sources.system()));
      }
      return figures(costs(stores));
    } finally {
      for (FilledStore store : stores) {
        store.close();
      }
    }
  }

  /** Milliseconds per event, by store. The first turn warms up. */
  private static List<List<Double>> costs(List<FilledStore> stores) throws Exception {
    List<List<Double>> costs = new ArrayList<>();
    stores.forEach(store -> costs.add(new ArrayList<>()));
    for (int turn = 0; turn <= TURNS; turn++) {
      for (int i = 0; i < stores.size(); i++) {
        List<Double> taken = stores.get(i).show(EVENTS_PER_TURN);
        if (turn > 0) {
          costs.get(i).addAll(taken);
        }
      }
    }
    return costs;
  }

  private static List<Figure> figures(List<List<Double>> costs) {
    List<Figure> figures = new ArrayList<>();
    double few = Sample.median(costs.get(0));
    for (int i = 0; i < SESSIONS.size(); i++) {
      double cost = Sample.median(costs.get(i));
      String with = "one event, from the door to shown, %,d sessions".formatted(SESSIONS.get(i));
      figures.add(Figure.of(with, cost, "ms"));
      if (i > 0) {
        figures.add(Figure.of("  to 10 sessions", cost / few, "times").atMost(MOST_GROWTH));
      }
    }
    return figures;
  }
}
