package dev.hookline.lab.run;

import dev.hookline.lab.check.History;
import dev.hookline.lab.check.Spread;
import dev.hookline.lab.check.Term;
import dev.hookline.lab.check.Verdict;
import dev.hookline.lab.stage.Nemesis;
import java.util.List;

/**
 * All that is known of a run. Times are milliseconds of the epoch.
 *
 * @param began when events began to come
 * @param ended when they ended
 * @param deliveries when messages were shown
 * @param latencies of acknowledgements, from the first try, in milliseconds
 * @param crashed how many nodes ended without being asked
 */
public record Outcome(
    Script script,
    History history,
    List<Verdict> verdicts,
    List<Nemesis.Deed> deeds,
    List<Term> terms,
    List<Long> deliveries,
    Spread latencies,
    long began,
    long ended,
    int crashed) {

  public boolean isGood() {
    return verdicts.stream().allMatch(Verdict::isGood);
  }
}
