package dev.hookline.app.bench.chat;

import dev.hookline.app.bench.Figure;
import dev.hookline.app.bench.Sample;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Hours without Telegram in which agents go on telling, and a restart of the node in the middle of
 * them.
 *
 * @param sessions that tell
 * @param events that are told while Telegram is away, evenly
 * @param away how long that is
 */
public record Outage(int sessions, int events, Duration away) {

  /** Six hours and 100 000 events. */
  public static final Outage LONG = new Outage(20, 100_000, Duration.ofHours(6));

  private static final int AT_ONCE = 50;
  private static final double MEGABYTE = 1 << 20;
  private static final double MOST_HEAP = 512;

  /** Plays it. Blocking; the long one takes minutes. */
  public List<Figure> figures(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    long begin = System.nanoTime();
    Seen seen;
    try (Stand stand = Stand.open(directory.resolve("outage.db"))) {
      seen = play(stand);
    }
    Sample waits = Sample.of(seen.waits());
    double heap = mostHeap();
    return List.of(
        Figure.of("events", (double) seen.events(), ""),
        Figure.of("lost", (double) seen.lost(), "").atMost(0),
        Figure.of("out of order", (double) seen.misplaced(), "").atMost(0),
        Figure.of("429", (double) seen.floods(), "").atMost(0),
        Figure.of("calls while closed", (double) seen.whileClosed(), "").atMost(0),
        Figure.of("until all is shown, with the outage", seen.seconds() / 3_600, "h"),
        Figure.of("calls per event", (double) seen.calls() / (double) seen.events(), ""),
        Figure.of("acknowledged to shown, p50", waits.percentile(50) / 3_600, "h"),
        Figure.of("heap at its fullest, with Telegram and what was told", heap, "MB")
            .atMost(MOST_HEAP),
        Figure.of("real time", (System.nanoTime() - begin) / 1e9, "s"));
  }

  /** Lets it happen; answers what was seen of all of it. */
  Seen play(Stand stand) throws InterruptedException {
    long begin = stand.now();
    stand.tell(Scenarios.burst("before", sessions, 1), begin);
    stand.drain();
    List<Told> told = Scenarios.steady("away", sessions, events, AT_ONCE, away).told();
    int half = told.size() / 2;
    accept(stand, false);
    long gone = stand.now();
    stand.tell(new Scenario("away", true, told.subList(0, half)), gone);
    stand.restart();
    stand.tell(new Scenario("away", true, told.subList(half, told.size())), gone);
    accept(stand, true);
    stand.drain();
    return stand.seen(begin);
  }

  private static void accept(Stand stand, boolean connections) {
    stand.telegram().turn(new JsonObject().put("accept_connections", connections)).await();
  }

  private static double mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / MEGABYTE;
  }
}
