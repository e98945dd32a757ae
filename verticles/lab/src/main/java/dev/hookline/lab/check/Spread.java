package dev.hookline.lab.check;

import java.util.List;

/** Figures in the order of their size. */
public record Spread(List<Long> values) {

  public Spread {
    values = values.stream().sorted().toList();
  }

  /** The figure that so many of a hundred do not exceed; 0 when there are none. */
  public long percentile(int percent) {
    if (values.isEmpty()) {
      return 0;
    }
    int rank = (int) Math.ceil(values.size() * percent / 100.0);
    return values.get(Math.max(0, rank - 1));
  }

  public long largest() {
    return percentile(100);
  }

  public int count() {
    return values.size();
  }
}
