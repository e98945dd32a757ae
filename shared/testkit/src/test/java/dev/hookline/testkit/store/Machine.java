package dev.hookline.testkit.store;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** Commands of the system that only some machines let us run. */
final class Machine {

  private Machine() {}

  /** Runs a command; where it is not allowed, the test is reported as skipped. */
  static void need(String... command) throws InterruptedException {
    Assumptions.assumeTrue(
        run(command) == 0, () -> String.join(" ", command) + " is not allowed here");
  }

  /** Takes back what {@link #need} did. */
  static void undo(String... command) throws InterruptedException {
    if (run(command) != 0) {
      throw new AssertionError(String.join(" ", command) + " failed");
    }
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException missing) {
      return -1;
    }
  }
}
