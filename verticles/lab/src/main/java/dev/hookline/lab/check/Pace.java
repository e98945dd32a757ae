package dev.hookline.lab.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether as much is shown during a fault as before it.
 *
 * @param shown when messages were shown, in milliseconds of the epoch
 * @param before where the time before it begins
 * @param from where the fault begins
 * @param to where it ends
 */
public record Pace(List<Long> shown, long before, long from, long to) {

  /**
   * What there is to say.
   *
   * @param least how much of what was shown before must be shown, in hundredths
   */
  public Verdict judge(long least) {
    double usual = rate(before, from);
    double now = rate(from, to);
    long share = usual == 0 ? 0 : Math.round(100 * now / usual);
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("messages a minute before the fault", Math.round(usual * 60_000));
    figures.put("messages a minute during the fault", Math.round(now * 60_000));
    figures.put("share, %", share);
    List<String> violations =
        share >= least
            ? List.of()
            : List.of("during the fault, " + share + " % are shown, not " + least);
    return new Verdict("pace", figures, violations);
  }

  private double rate(long begin, long end) {
    long count = shown.stream().filter(at -> at >= begin && at < end).count();
    return end == begin ? 0 : (double) count / (end - begin);
  }
}
