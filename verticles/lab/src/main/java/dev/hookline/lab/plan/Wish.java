package dev.hookline.lab.plan;

/**
 * So many faults of a kind.
 *
 * @param shortest in milliseconds
 * @param longest in milliseconds; short ones are as frequent as long ones, by their magnitude
 */
public record Wish(Kind kind, int count, long shortest, long longest) {

  public Wish {
    if (count < 0 || shortest < 1 || longest < shortest) {
      throw new IllegalArgumentException("no such wish: " + count + " " + kind);
    }
  }
}
