package dev.hookline.app.demo;

import dev.hookline.store.Totals;
import java.io.PrintWriter;

/**
 * One line that says how far it is: overwritten on a terminal, and now and then a new one in a
 * file.
 */
final class Progress {

  private static final int WIDTH = 30;
  private static final int EVERY = 20;

  private final PrintWriter out;
  private final Recording recording;
  private final boolean terminal = Boolean.getBoolean("app.terminal");
  private int looks;

  Progress(PrintWriter out, Recording recording) {
    this.out = out;
    this.recording = recording;
  }

  /**
   * Shows where it stands.
   *
   * @param posted events that the node acknowledged
   */
  void show(int posted, Totals totals) {
    String line = line(posted, totals);
    if (terminal) {
      out.print("\r" + line + "\u001b[K");
    } else if (looks++ % EVERY == 0) {
      out.println(line);
    }
    out.flush();
  }

  /** What comes next begins on a new line. */
  void end() {
    if (terminal) {
      out.println();
    }
  }

  private String line(int posted, Totals totals) {
    long settled = totals.shown() + totals.hushed() + totals.kept(); // of other senders as well
    int done = (int) Math.min(WIDTH, WIDTH * settled / recording.events());
    return "  ["
        + "=".repeat(done)
        + " ".repeat(WIDTH - done)
        + "] "
        + posted
        + " of "
        + recording.size()
        + " hooks fired, "
        + totals.shown()
        + " events shown, "
        + totals.waiting()
        + " waiting";
  }
}
