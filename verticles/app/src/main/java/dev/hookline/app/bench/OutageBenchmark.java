package dev.hookline.app.bench;

import dev.hookline.app.bench.chat.Outage;
import java.util.List;

/** Six hours without Telegram in virtual time. The launcher gives it a heap of 512 MB. */
final class OutageBenchmark implements Benchmark {

  @Override
  public String name() {
    return "outage";
  }

  @Override
  public boolean onlyByName() {
    return true;
  }

  @Override
  public List<Figure> run(Lab lab) throws Exception {
    return Outage.LONG.figures(lab.path("chat"));
  }
}
