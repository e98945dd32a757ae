package dev.hookline.emulator.time;

/**
 * What time it is, and what is to be done later. Confined to the emulator's event loop, where
 * everything that is due is run.
 */
public interface Timeline {

  /** Milliseconds since 1970. */
  long now();

  /**
   * Runs something later.
   *
   * @param millis from now; 0 or less runs it soon, never at once
   * @return calls it off; harmless when it has run
   */
  Runnable after(long millis, Runnable action);

  /**
   * Moves time on and runs what falls due, in order.
   *
   * @throws IllegalStateException when time passes by itself
   */
  void advance(long millis);

  /** Whether time moves only by {@link #advance}. */
  boolean virtual();
}
