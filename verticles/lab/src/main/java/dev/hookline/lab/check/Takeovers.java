package dev.hookline.lab.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * G8: how long it takes from the moment at which the chat's node fails to the first message that
 * another tenure shows. Not judged where the database was down meanwhile, or Telegram out of the
 * new holder's reach: nobody can show anything then.
 *
 * @param terms who served the chat, in the order of time
 * @param outages of nodes
 * @param storeOutages when the database was down
 * @param telegramOutages when a node could not reach Telegram
 * @param shown when messages were shown, in the order of time
 */
public record Takeovers(
    List<Term> terms,
    List<Outage> outages,
    List<Outage> storeOutages,
    List<Outage> telegramOutages,
    List<Long> shown) {

  private static final long LEASE = 20_000; // a tenure that was interrupted for so long is over

  /** Those that nobody announced. */
  public Spread sudden() {
    return spread(false);
  }

  /** Those of nodes that were asked to stop. */
  public Spread announced() {
    return spread(true);
  }

  /**
   * What there is to say.
   *
   * @param longest what 99 of 100 sudden ones may take, in milliseconds
   */
  public Verdict judge(long longest) {
    Spread sudden = sudden();
    Spread announced = announced();
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("take-overs", (long) sudden.count());
    figures.put("take-over p50, ms", sudden.percentile(50));
    figures.put("take-over p99, ms", sudden.percentile(99));
    figures.put("take-over max, ms", sudden.largest());
    figures.put("hand-overs", (long) announced.count());
    figures.put("hand-over p50, ms", announced.percentile(50));
    figures.put("hand-over max, ms", announced.largest());
    List<String> violations =
        sudden.percentile(99) <= longest
            ? List.of()
            : List.of("p99 of take-overs is " + sudden.percentile(99) + " ms, not " + longest);
    return new Verdict("G8 take-over", figures, violations);
  }

  private Spread spread(boolean announced) {
    List<Long> times = new ArrayList<>();
    for (Outage outage : outages) {
      if (outage.announced() == announced && outage.node().equals(servedAt(outage.from()))) {
        took(outage).ifPresent(times::add);
      }
    }
    return new Spread(times);
  }

  private Optional<Long> took(Outage outage) {
    return terms.stream()
        .filter(term -> term.at() > outage.from() && term.at() < latest(outage))
        .findFirst()
        .flatMap(term -> firstShown(term, outage.from()))
        .filter(at -> storeOutages.stream().noneMatch(down -> overlap(down, outage.from(), at)))
        .map(at -> at - outage.from());
  }

  // The change that ends a tenure comes however late it may; one that did not end it has no change.
  private static long latest(Outage outage) {
    boolean over =
        outage.cause() != Outage.Cause.INTERRUPTED || outage.to() - outage.from() > LEASE;
    return over ? Long.MAX_VALUE : outage.to() + LEASE;
  }

  private Optional<Long> firstShown(Term term, long from) {
    return shown.stream()
        .filter(at -> at >= term.at())
        .findFirst()
        .filter(at -> telegramOutages.stream().noneMatch(deaf -> cutsOff(deaf, term, from, at)));
  }

  private static boolean cutsOff(Outage deaf, Term term, long from, long to) {
    return deaf.node().equals(term.node()) && overlap(deaf, from, to);
  }

  private static boolean overlap(Outage down, long from, long to) {
    return down.from() < to && from < down.to();
  }

  private String servedAt(long time) {
    String node = "";
    for (Term term : terms) {
      if (term.at() > time) {
        break;
      }
      node = term.node();
    }
    return node;
  }
}
