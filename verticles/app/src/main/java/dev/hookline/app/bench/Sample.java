package dev.hookline.app.bench;

import java.util.List;

/**
 * Measured values.
 *
 * @param values in ascending order
 * @param seconds how long it took to gather them
 */
public record Sample(List<Double> values, double seconds) {

  public Sample {
    values = values.stream().sorted().toList();
  }

  /** Values that no time belongs to. */
  public static Sample of(List<Double> values) {
    return new Sample(values, 0);
  }

  /** The middle one. */
  public static double median(List<Double> values) {
    return of(values).percentile(50);
  }

  /** The smallest value that so many per cent of the values do not exceed. */
  public double percentile(double percent) {
    if (values.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    int rank = (int) Math.ceil(percent / 100 * values.size());
    return values.get(Math.max(0, rank - 1));
  }

  /** Values per second. */
  public double perSecond() {
    return values.size() / seconds;
  }
}
