package dev.hookline.emulator.world;

/** Repeatable chance: the same seed gives the same throws. Copyable, unlike the JDK's. */
public final class Dice {

  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private long state;

  public Dice(long seed) {
    this.state = seed;
  }

  /** The next 64 bits (SplitMix64). */
  public long next() {
    state += 0x9E3779B97F4A7C15L;
    long bits = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }

  /** A number from 0 to just below the bound. */
  public int below(int bound) {
    return Math.floorMod(next(), bound);
  }

  /** A number from 0 to just below 1. */
  public double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Letters and digits. */
  public String word(int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(below(LETTERS.length())));
    }
    return word.toString();
  }

  Dice copy() {
    return new Dice(state);
  }
}
