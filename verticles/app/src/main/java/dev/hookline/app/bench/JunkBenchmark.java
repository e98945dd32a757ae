package dev.hookline.app.bench;

import dev.hookline.app.Sources;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * How long an acknowledgement takes while a thousand connections send junk to the bus, and come
 * back a second after each was ended.
 */
final class JunkBenchmark implements Benchmark {

  private static final int JUNK = 1_000;
  private static final int JUNK_BYTES = 4_096;
  private static final long BACK_SECONDS = 1;
  private static final int PER_SECOND = 200;
  private static final int CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration SPAN = Duration.ofSeconds(20);
  private static final double MOST_TIMES = 2;

  @Override
  public String name() {
    return "junk";
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    int port = FreePort.find();
    Map<String, String> open =
        Map.of("HOOKLINE_BUS_ENABLED", "true", "HOOKLINE_BUS_PORT", String.valueOf(port));
    try (BenchNode node = lab.node(open)) {
      EventBodies bodies = new EventBodies(Sources.system().clock(), "junk", CONNECTIONS);
      Load load = new Load(lab.vertx(), bodies);
      Door door = node.door(lab.vertx(), CONNECTIONS);
      load.steady(lab.vertx(), door, PER_SECOND, WARM_UP);
      Sample alone = load.steady(lab.vertx(), door, PER_SECOND, SPAN);
      Intruders intruders = new Intruders(lab.vertx(), port);
      intruders.begin();
      Sample beside = load.steady(lab.vertx(), door, PER_SECOND, SPAN);
      intruders.end();
      door.close().await();
      return List.of(
          Figure.of("acknowledgement p50, nobody else", alone.percentile(50), "ms"),
          Figure.of("acknowledgement p99, nobody else", alone.percentile(99), "ms"),
          Figure.of("acknowledgement p50, beside the junk", beside.percentile(50), "ms")
              .atMost(MOST_TIMES * alone.percentile(50)),
          Figure.of("acknowledgement p99, beside the junk", beside.percentile(99), "ms"),
          Figure.of("connections of junk", intruders.count(), ""));
    }
  }

  /** On an event loop of their own, so that they do not hold up who measures. */
  private static final class Intruders {

    private final Vertx vertx;
    private final int port;
    private final NetClient client;
    private final RandomGenerator random = RandomGenerator.of("SplittableRandom");
    private volatile boolean over;
    private volatile int came;

    Intruders(Vertx vertx, int port) {
      this.vertx = vertx;
      this.port = port;
      this.client = vertx.createNetClient();
    }

    void begin() {
      vertx
          .getOrCreateContext()
          .runOnContext(
              ignored -> {
                for (int i = 0; i < JUNK; i++) {
                  come();
                }
              });
    }

    void end() {
      over = true;
      client.close();
    }

    int count() {
      return came;
    }

    private void come() {
      if (!over) {
        client.connect(port, "127.0.0.1").onSuccess(this::intrude).onFailure(failed -> comeBack());
      }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one event loop writes
    private void intrude(NetSocket socket) {
      came++;
      byte[] junk = new byte[JUNK_BYTES];
      random.nextBytes(junk);
      socket.exceptionHandler(cut -> {});
      socket.closeHandler(ended -> comeBack());
      socket.write(Buffer.buffer(junk));
    }

    private void comeBack() {
      vertx.timer(BACK_SECONDS, TimeUnit.SECONDS).onSuccess(ignored -> come());
    }
  }
}
