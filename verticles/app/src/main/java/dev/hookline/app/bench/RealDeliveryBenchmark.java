package dev.hookline.app.bench;

import dev.hookline.app.Sources;
import dev.hookline.app.bench.chat.RealBurst;
import java.util.List;

/** What {@link DeliveryBenchmark} plays in virtual time, once in real time. Takes four minutes. */
final class RealDeliveryBenchmark implements Benchmark {

  @Override
  public String name() {
    return "delivery";
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    try (BenchNode node = lab.node()) {
      return new RealBurst(lab.vertx(), lab.telegram(), Sources.system().clock()).play(node);
    }
  }
}
