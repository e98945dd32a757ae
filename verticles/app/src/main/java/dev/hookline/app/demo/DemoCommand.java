package dev.hookline.app.demo;

import dev.hookline.app.Lifetime;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what Hookline does, without Telegram and without an agent. */
@Command(
    name = "demo",
    description = "Watch a recorded session arrive in an emulated Telegram chat.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  private static final int NOT_GOOD = 1;

  /** Enough for a session to be shown as it happens; with Telegram's 20, much of it would wait. */
  private static final int CALLS_PER_MINUTE = 100;

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(
      names = "--exit",
      description = "end when everything is shown; the exit code is 0 when nothing was lost")
  private boolean exit;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    System.setProperty("log.level", "WARN"); // the progress line is enough
    PrintWriter out = spec.commandLine().getOut();
    Demo demo = Demo.open(Ports.known(), CALLS_PER_MINUTE);
    try (Lifetime lifetime = Lifetime.of(demo)) {
      Recording recording = Recording.ofTheProgram();
      introduce(out, demo, recording);
      Progress progress = new Progress(out, recording);
      demo.play(recording, PATIENCE, progress::show);
      progress.end();
      Verdict verdict = demo.verdict(recording);
      out.println(verdict.inWords());
      out.flush();
      if (!exit) {
        out.println("\nLook around as long as you like; Ctrl-C ends it.");
        out.flush();
        lifetime.await();
      }
      return verdict.isGood() ? 0 : NOT_GOOD;
    }
  }

  private static void introduce(PrintWriter out, Demo demo, Recording recording) {
    out.println("  The chat, as Telegram would show it   " + demo.chatPage());
    out.println("  The console                           " + demo.consolePage());
    out.println("  Its settings, to be changed meanwhile " + demo.settingsFile());
    out.println();
    out.println(
        "A recorded session: "
            + recording.size()
            + " hook calls bring "
            + recording.events()
            + " events, at their natural pace: "
            + recording.length().toSeconds()
            + " seconds.");
    out.println(
        "The chat takes "
            + CALLS_PER_MINUTE
            + " calls a minute, so that you see events as they happen; Telegram takes about 20.");
    out.flush();
  }
}
