package dev.hookline.lab.run;

import dev.hookline.lab.load.LoadOptions;
import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.plan.Kind;
import dev.hookline.lab.plan.Manner;
import dev.hookline.lab.plan.Planner;
import dev.hookline.lab.plan.Wish;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Every script that there is. */
public final class Scripts {

  /** What a script is made from; the same options make the same script. */
  public record Options(
      long seed, double minutes, double rate, int shown, int nodes, int sessions) {

    long millis() {
      return Math.round(minutes * 60_000);
    }
  }

  private static final int LENGTH = 40;
  private static final int WINDOW = 6;
  private static final int CROWD = 40;

  private Scripts() {}

  /** Their names, the usual one first. */
  public static List<String> names() {
    return List.of("random", "storm", "ambiguous", "blackhole", "rolling", "race");
  }

  /**
   * A script.
   *
   * @throws IllegalArgumentException when there is none of that name, or not with these options
   */
  public static Script of(String name, Options options) {
    return switch (name) {
      case "random" -> script(name, options, random(options), Limits.TAKEOVER);
      case "storm" -> script(name, options, storm(options), Limits.TAKEOVER);
      case "ambiguous" -> ambiguous(options);
      case "blackhole" -> script(name, options, blackHole(options), Limits.ofPace(80));
      case "rolling" -> script(name, options, rolling(options), Limits.ofPause(5_000));
      case "race" -> race(options);
      default ->
          throw new IllegalArgumentException("there is no " + name + "; there are " + names());
    };
  }

  private static Script script(String name, Options options, List<Fault> plan, Limits limits) {
    LoadOptions load = new LoadOptions(options.rate(), CROWD, LENGTH, options.shown(), WINDOW, 0);
    return new Script(
        name,
        options.nodes(),
        options.nodes() > 1,
        Map.of(),
        load,
        options.millis(),
        plan,
        List.of(),
        options.nodes() == 1 ? Limits.NONE : limits);
  }

  /** A little of everything, as much as there is time for. */
  private static List<Fault> random(Options options) {
    double minutes = options.minutes();
    List<Wish> wishes = new ArrayList<>();
    wishes.add(wish(Kind.KILL, 2 * minutes, 500, 8_000));
    wishes.add(wish(Kind.FREEZE, minutes, 1_000, 120_000));
    wishes.add(wish(Kind.PART_TELEGRAM, minutes / 2, 2_000, 60_000));
    wishes.add(wish(Kind.CLOCK, minutes / 2, 5_000, 60_000));
    if (options.nodes() > 1) {
      wishes.add(wish(Kind.PART_NODES, minutes / 2, 5_000, 60_000));
      wishes.add(wish(Kind.PART_STORE, minutes / 2, 2_000, 60_000));
      wishes.add(wish(Kind.CRASH_STORE, minutes / 2, 500, 5_000));
      wishes.add(wish(Kind.PART_ALL, minutes / 5, 10_000, 60_000));
    }
    return plan(options, wishes);
  }

  /** What the guarantees are measured with: 100 kills, 50 freezes, 50 partitions, 20 crashes. */
  private static List<Fault> storm(Options options) {
    double share = options.minutes() / 60; // in an hour
    return plan(
        options,
        List.of(
            wish(Kind.KILL, 100 * share, 500, 8_000),
            wish(Kind.FREEZE, 50 * share, 1_000, 120_000),
            wish(Kind.PART_NODES, 20 * share, 5_000, 60_000),
            wish(Kind.PART_STORE, 15 * share, 5_000, 60_000),
            wish(Kind.PART_TELEGRAM, 15 * share, 5_000, 60_000),
            wish(Kind.CRASH_STORE, 20 * share, 500, 5_000)));
  }

  /** One creation in ten is answered by nothing; half of those take effect, some of them late. */
  private static Script ambiguous(Options options) {
    Script quiet = script("ambiguous", options, List.of(), Limits.TAKEOVER);
    List<dev.hookline.emulator.Fault> calls =
        List.of(
            creation(0.05, "drop_before_commit", new JsonObject()),
            creation(0.035, "commit_then_drop", new JsonObject()),
            creation(0.02, "late_commit", new JsonObject().put("millis", 12_000)));
    return new Script(
        quiet.name(),
        quiet.nodes(),
        quiet.postgres(),
        quiet.settings(),
        quiet.load(),
        quiet.millis(),
        quiet.plan(),
        calls,
        quiet.limits());
  }

  private static dev.hookline.emulator.Fault creation(double share, String what, JsonObject how) {
    return dev.hookline.emulator.Fault.on("createforumtopic")
        .times(0)
        .withProbability(share)
        .doing(what, how);
  }

  /** The nodes hear nothing of one another for five of seven minutes, or as much of any time. */
  private static List<Fault> blackHole(Options options) {
    long begin = options.millis() / 7;
    return List.of(Fault.part(Kind.PART_ALL, 0, Manner.BLACK_HOLE, begin, 5 * begin));
  }

  /**
   * Each node is stopped and started, one after the other; then all but one leave and come back.
   */
  private static List<Fault> rolling(Options options) {
    long step = options.millis() / (options.nodes() + 3);
    List<Fault> plan = new ArrayList<>();
    IntStream.rangeClosed(1, options.nodes())
        .mapToObj(node -> Fault.of(Kind.STOP, node, step * node - step / 2, 2_000))
        .forEach(plan::add);
    IntStream.rangeClosed(2, options.nodes())
        .mapToObj(node -> leaves(node, options, step))
        .forEach(plan::add);
    return List.copyOf(plan);
  }

  private static Fault leaves(int node, Options options, long step) {
    long at = step * options.nodes() + step / 2 + (node - 2) * step / 4;
    return Fault.of(Kind.STOP, node, at, step);
  }

  /** So many sessions, whose only event is sent to all nodes at once. Nothing goes wrong. */
  private static Script race(Options options) {
    LoadOptions load = new LoadOptions(options.rate(), 200, 1, 100, 1, options.sessions());
    return new Script(
        "race",
        options.nodes(),
        options.nodes() > 1,
        Map.of(),
        load,
        0,
        List.of(),
        List.of(),
        Limits.ofCalls());
  }

  private static List<Fault> plan(Options options, List<Wish> wishes) {
    return new Planner(options.seed(), options.nodes(), options.millis()).place(wishes);
  }

  private static Wish wish(Kind kind, double count, long shortest, long longest) {
    return new Wish(kind, (int) Math.round(count), shortest, longest);
  }
}
