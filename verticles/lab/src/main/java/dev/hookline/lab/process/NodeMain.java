package dev.hookline.lab.process;

import dev.hookline.app.Lifetime;
import dev.hookline.app.LocalNode;
import dev.hookline.app.NodeOptions;
import dev.hookline.app.Sources;
import dev.hookline.config.Settings;
import dev.hookline.config.SettingsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * A node as {@code serve} runs it, but for its clock: each line on standard input says by how many
 * milliseconds that is wrong from now on. It dies with the process that started it.
 */
public final class NodeMain {

  private static final int ORPHANED = 3;

  private NodeMain() {}

  /**
   * Runs until it is told to end.
   *
   * @param arguments the settings file, and by how many milliseconds the clock is wrong
   */
  public static void main(String[] arguments) throws InterruptedException {
    ShiftedClock clock = new ShiftedClock(Clock.systemUTC(), millis(arguments[1]));
    Thread listener = new Thread(() -> listen(clock), "clock");
    listener.setDaemon(true);
    listener.start();
    Settings settings = new Settings(SettingsFile.read(Path.of(arguments[0])), Map.of(), Map.of());
    LocalNode node = LocalNode.start(NodeOptions.from(settings), sources(clock));
    try (Lifetime lifetime = Lifetime.of(node)) {
      lifetime.await();
    }
  }

  private static Sources sources(Clock clock) {
    Sources system = Sources.system();
    return new Sources(clock, system.nanoTime(), system.random(), system.ids());
  }

  private static void listen(ShiftedClock clock) {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        clock.set(millis(line));
      }
    } catch (IOException gone) {
      // as at the end
    }
    Runtime.getRuntime().halt(ORPHANED);
  }

  private static Duration millis(String text) {
    return Duration.ofMillis(Long.parseLong(text.strip()));
  }
}
