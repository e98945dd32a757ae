package dev.hookline.lab.run;

import dev.hookline.lab.check.Checker;
import dev.hookline.lab.check.History;
import dev.hookline.lab.check.Outage;
import dev.hookline.lab.check.Pace;
import dev.hookline.lab.check.Pauses;
import dev.hookline.lab.check.Spread;
import dev.hookline.lab.check.Takeovers;
import dev.hookline.lab.check.Verdict;
import dev.hookline.lab.load.Load;
import dev.hookline.lab.plan.Kind;
import dev.hookline.lab.stage.Nemesis;
import dev.hookline.lab.stage.Stage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Puts what is known of a run together, and asks all checkers. */
final class Judgement {

  private static final Set<Kind> SUDDEN = Set.of(Kind.KILL, Kind.FREEZE, Kind.PART_STORE);

  private final Script script;
  private final Chronicle chronicle;
  private final Load load;
  private final Nemesis nemesis;
  private final LeaseWatch leases;

  Judgement(Script script, Stage stage, Load load, Nemesis nemesis, LeaseWatch leases) {
    this.script = script;
    this.chronicle = new Chronicle(stage);
    this.load = load;
    this.nemesis = nemesis;
    this.leases = leases;
  }

  Outcome outcome(long began, long ended, long drained) throws SQLException {
    History history = history(ended, drained);
    List<Verdict> verdicts = new ArrayList<>();
    Checker.all().forEach(checker -> verdicts.add(checker.judge(history)));
    List<Long> deliveries = chronicle.deliveries();
    verdicts.add(takeovers(deliveries).judge(script.limits().takeover()));
    verdicts.add(new Pauses(deliveries, began, ended).judge(script.limits().pause()));
    if (script.limits().pace() > 0) {
      verdicts.add(pace(deliveries, began).judge(script.limits().pace()));
    }
    verdicts.add(chronicle.calls().proper());
    long creations = script.limits().oneCallEach() ? load.sessions() : -1;
    verdicts.add(chronicle.calls().creations(creations));
    return new Outcome(
        script,
        history,
        List.copyOf(verdicts),
        nemesis.deeds(),
        leases.terms(),
        deliveries,
        new Spread(load.latencies()),
        began,
        ended,
        nemesis.endedByThemselves());
  }

  private History history(long ended, long drained) throws SQLException {
    long healed = nemesis.deeds().stream().mapToLong(Nemesis.Deed::ended).max().orElse(ended);
    return new History(
        load.told(),
        chronicle.shown(),
        chronicle.topics(),
        chronicle.stored(),
        chronicle.uncertain(),
        script.mayLoseAnswers(),
        List.of(), // nothing goes from the chat to an agent yet
        Math.max(healed, ended),
        drained);
  }

  private Takeovers takeovers(List<Long> deliveries) {
    return new Takeovers(
        leases.terms(),
        outages(kind -> SUDDEN.contains(kind) || kind == Kind.STOP),
        outages(kind -> kind == Kind.CRASH_STORE),
        outages(kind -> kind == Kind.PART_TELEGRAM),
        deliveries);
  }

  private List<Outage> outages(Predicate<Kind> kinds) {
    return nemesis.deeds().stream()
        .filter(deed -> kinds.test(deed.fault().kind()))
        .map(Judgement::outage)
        .toList();
  }

  private static Outage outage(Nemesis.Deed deed) {
    Outage.Cause cause =
        switch (deed.fault().kind()) {
          case STOP -> Outage.Cause.STOPPED;
          case KILL -> Outage.Cause.KILLED;
          default -> Outage.Cause.INTERRUPTED;
        };
    return new Outage("node-" + deed.fault().node(), deed.began(), deed.ended(), cause);
  }

  private Pace pace(List<Long> deliveries, long began) {
    Nemesis.Deed first = nemesis.deeds().get(0);
    long warm = began + (first.began() - began) / 3; // compilers and connections
    return new Pace(deliveries, warm, first.began(), first.ended());
  }
}
