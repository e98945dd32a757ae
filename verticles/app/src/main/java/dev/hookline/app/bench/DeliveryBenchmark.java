package dev.hookline.app.bench;

import dev.hookline.app.Sources;
import dev.hookline.app.bench.chat.ChatFigures;
import dev.hookline.emulator.CallRecord;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * From the acknowledgement to the call of the Bot API: when nothing else is going on, and in
 * virtual time when much more is told than Telegram lets a bot show. In the first, both ends are
 * seen by this process, with one clock, to the millisecond.
 */
final class DeliveryBenchmark implements Benchmark {

  private static final int EVENTS = 120;
  private static final int WARM_UP = 20;
  private static final long PAUSE_MILLIS = 150;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final double P50_MILLIS = 15;

  private final Clock clock = Sources.system().clock();

  @Override
  public String name() {
    return "delivery";
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    List<Double> taken = new ArrayList<>();
    try (BenchNode node = lab.hastyNode()) {
      Door door = node.door(lab.vertx(), 1);
      for (int i = 0; i < WARM_UP + EVENTS; i++) {
        double millis = deliver(lab, door, "delivery " + i + ".");
        if (i >= WARM_UP) {
          taken.add(millis);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      door.close().await();
    }
    Sample sample = Sample.of(taken);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.of("acknowledgement to Bot API call, idle, p50", sample.percentile(50), "ms")
            .atMost(P50_MILLIS));
    figures.add(
        Figure.of("acknowledgement to Bot API call, idle, p99", sample.percentile(99), "ms"));
    figures.addAll(ChatFigures.all(lab.path("chat")));
    return figures;
  }

  private double deliver(Lab lab, Door door, String text) throws Exception {
    Buffer body =
        new JsonObject()
            .put("type", "agent_response")
            .put("sessionId", "delivery")
            .put("timestamp", clock.instant().toString())
            .put("content", text)
            .toBuffer();
    long acknowledged = door.post(body).map(ignored -> clock.millis()).await();
    return Math.max(0, call(lab, text).receivedAt() - acknowledged);
  }

  private CallRecord call(Lab lab, String text) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<CallRecord> call = last(lab, text);
      if (call.isPresent()) {
        return call.get();
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    throw new IllegalStateException("never shown: " + text);
  }

  private static Optional<CallRecord> last(Lab lab, String text) {
    return lab.telegram().journal().calls("sendMessage").stream()
        .filter(call -> call.args().getOrDefault("text", "").contains(text))
        .findFirst();
  }
}
