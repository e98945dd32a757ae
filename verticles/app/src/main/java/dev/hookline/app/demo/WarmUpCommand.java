package dev.hookline.app.demo;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Does a little of everything and ends: the launcher records which classes that takes, for
 * class-data sharing.
 */
@Command(name = "warm-up", hidden = true)
public final class WarmUpCommand implements Callable<Integer> {

  private static final int SOME = 12;
  private static final int NO_LIMIT = 30_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public Integer call() throws Exception {
    Recording few = Recording.ofTheProgram().start(SOME);
    try (Demo demo = Demo.open(Ports.any(), NO_LIMIT)) {
      demo.play(few, PATIENCE, (acknowledged, totals) -> {});
      return demo.verdict(few).accepted() == few.events() ? 0 : 1;
    }
  }
}
