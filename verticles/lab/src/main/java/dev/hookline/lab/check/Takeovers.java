package dev.hookline.lab.check;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /** One of them: what ended a tenure, the next tenure, and when that showed its first message. */
  private record Takeover(Outage outage, Term term, long at) {

    long millis() {
      return at - outage.from();
    }

    boolean overlaps(Outage other) {
      return overlap(other, outage.from(), at);
    }

    String told() {
      return outage.node()
          + " was "
          + outage.cause().name().toLowerCase(Locale.ROOT)
          + " at "
          + Instant.ofEpochMilli(outage.from())
          + ", "
          + term.node()
          + " served from "
          + Instant.ofEpochMilli(term.at())
          + " and showed its first message at "
          + Instant.ofEpochMilli(at);
    }
  }

  /** Those that nobody announced. */
  public Spread sudden() {
    return spread(all(false));
  }

  /** Those of nodes that were asked to stop. */
  public Spread announced() {
    return spread(all(true));
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
            : List.of(
                "p99 of take-overs is " + sudden.percentile(99) + " ms, not " + longest,
                "the longest: " + longest().told());
    return new Verdict("G8 take-over", figures, violations);
  }

  private Takeover longest() {
    return all(false).stream().max(Comparator.comparingLong(Takeover::millis)).orElseThrow();
  }

  private static Spread spread(List<Takeover> takeovers) {
    return new Spread(takeovers.stream().map(Takeover::millis).toList());
  }

  private List<Takeover> all(boolean announced) {
    return outages.stream()
        .filter(outage -> outage.announced() == announced)
        .filter(outage -> outage.node().equals(servedAt(outage.from())))
        .flatMap(outage -> after(outage).stream())
        .toList();
  }

  private Optional<Takeover> after(Outage outage) {
    return terms.stream()
        .filter(term -> term.at() > outage.from() && term.at() < latest(outage))
        .findFirst()
        .filter(term -> isSpared(outage.node(), outage.from(), term.at()))
        .flatMap(term -> firstShown(term, outage))
        .filter(it -> isSpared(it.term().node(), it.term().at(), it.at()))
        .filter(it -> storeOutages.stream().noneMatch(it::overlaps));
  }

  // A node that goes on after a freeze and is killed later, loses its tenure by the kill; and what
  // befalls the next holder before it shows anything is the beginning of another take-over.
  private boolean isSpared(String node, long after, long before) {
    return outages.stream()
        .filter(outage -> outage.node().equals(node))
        .noneMatch(outage -> outage.from() > after && outage.from() < before);
  }

  // The change that ends a tenure comes however late it may; one that did not end it has no change.
  private static long latest(Outage outage) {
    boolean over =
        outage.cause() != Outage.Cause.INTERRUPTED || outage.to() - outage.from() > LEASE;
    return over ? Long.MAX_VALUE : outage.to() + LEASE;
  }

  private Optional<Takeover> firstShown(Term term, Outage outage) {
    return shown.stream()
        .filter(at -> at >= term.at())
        .findFirst()
        .filter(
            at ->
                telegramOutages.stream().noneMatch(deaf -> cutsOff(deaf, term, outage.from(), at)))
        .map(at -> new Takeover(outage, term, at));
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
