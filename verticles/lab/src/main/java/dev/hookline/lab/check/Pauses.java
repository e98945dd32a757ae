package dev.hookline.lab.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long nothing was shown although there was something to show, from the first message on: that
 * nodes which have just started take their time is another matter.
 *
 * @param shown when messages were shown, in the order of time
 * @param from when events began to come, in milliseconds of the epoch
 * @param to when they ended
 */
public record Pauses(List<Long> shown, long from, long to) {

  private static final long SHORTEST = 1_000;

  /** Every pause of a second or more. */
  public Spread spread() {
    List<Long> pauses = new ArrayList<>();
    long last = shown.isEmpty() ? from : Math.max(from, shown.get(0));
    for (long at : shown) {
      if (at > to) {
        break;
      }
      pauses.add(at - last);
      last = Math.max(last, at);
    }
    pauses.add(to - last);
    return new Spread(pauses.stream().filter(pause -> pause >= SHORTEST).toList());
  }

  /**
   * What there is to say.
   *
   * @param longest in milliseconds
   */
  public Verdict judge(long longest) {
    Spread pauses = spread();
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("pauses of 1 s and more", (long) pauses.count());
    figures.put("pause p50, ms", pauses.percentile(50));
    figures.put("pause max, ms", pauses.largest());
    List<String> violations =
        pauses.largest() <= longest
            ? List.of()
            : List.of("nothing was shown for " + pauses.largest() + " ms, not " + longest);
    return new Verdict("pauses", figures, violations);
  }
}
