package dev.hookline.lab.report;

import dev.hookline.lab.check.History;
import dev.hookline.lab.check.Told;
import dev.hookline.lab.check.Verdict;
import dev.hookline.lab.plan.Kind;
import dev.hookline.lab.run.Outcome;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A run's figures, one a line, in Markdown. */
public final class Table {

  private static final int MOST_VIOLATIONS = 20;

  private final StringBuilder text = new StringBuilder();

  private Table() {}

  public static String of(Outcome outcome) {
    Table table = new Table();
    table.line("| | |");
    table.line("|---|---:|");
    table.faults(outcome);
    table.load(outcome);
    outcome.verdicts().forEach(table::verdict);
    outcome.verdicts().forEach(table::violations);
    return table.text.toString();
  }

  private void faults(Outcome outcome) {
    Map<Kind, Long> counts = new TreeMap<>();
    outcome.deeds().forEach(deed -> counts.merge(deed.fault().kind(), 1L, Long::sum));
    counts.forEach((kind, count) -> row("faults: " + words(kind), count));
    row("nodes that ended by themselves", outcome.crashed());
  }

  private void load(Outcome outcome) {
    History history = outcome.history();
    long acknowledged = history.told().stream().filter(Told::isAcknowledged).count();
    long tries = history.told().stream().mapToLong(Told::tries).sum();
    double seconds = (outcome.ended() - outcome.began()) / 1e3;
    row("seconds under load", Math.round(seconds));
    row("sessions", history.told().stream().map(Told::session).distinct().count());
    row("events acknowledged", acknowledged);
    row("events a second", Math.round(acknowledged / seconds));
    row("events never acknowledged", history.told().size() - acknowledged);
    row("requests that carried them", tries);
    row("acknowledged after, p50 ms", outcome.latencies().percentile(50));
    row("acknowledged after, p99 ms", outcome.latencies().percentile(99));
    row("of them for the chat", history.told().stream().filter(Told::isForChat).count());
    row(
        "messages shown",
        history.shown().stream().filter(shown -> !shown.marks().isEmpty()).count());
  }

  private void verdict(Verdict verdict) {
    verdict.figures().forEach((name, figure) -> row(name, figure));
    if (verdict.figures().isEmpty()) {
      row(verdict.check(), verdict.violations().size());
    }
  }

  private void violations(Verdict verdict) {
    verdict.violations().stream()
        .limit(MOST_VIOLATIONS)
        .forEach(violation -> line("\nVIOLATION of " + verdict.check() + ": " + violation));
    int more = verdict.violations().size() - MOST_VIOLATIONS;
    if (more > 0) {
      line("… and " + more + " more of " + verdict.check());
    }
  }

  private void row(String name, long figure) {
    String grouped = String.format(Locale.ROOT, "%,d", figure).replace(',', ' ');
    line("| " + name + " | " + grouped + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  static String words(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
