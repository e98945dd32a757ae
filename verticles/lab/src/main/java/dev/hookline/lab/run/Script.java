package dev.hookline.lab.run;

import dev.hookline.lab.load.LoadOptions;
import dev.hookline.lab.plan.Fault;
import java.util.List;
import java.util.Map;

/**
 * What is played.
 *
 * @param nodes how many there are
 * @param postgres whether they share a PostgreSQL; else one has a file
 * @param settings settings of the nodes that differ from the lab's usual ones
 * @param load what is told
 * @param millis for how long; 0 until every session has told its tale
 * @param plan what goes wrong with processes and network, in the order of time
 * @param calls what goes wrong with calls of the Bot API, all the time
 * @param limits what the figures must not exceed
 */
public record Script(
    String name,
    int nodes,
    boolean postgres,
    Map<String, Object> settings,
    LoadOptions load,
    long millis,
    List<Fault> plan,
    List<dev.hookline.emulator.Fault> calls,
    Limits limits) {

  public Script {
    settings = Map.copyOf(settings);
    plan = List.copyOf(plan);
    calls = List.copyOf(calls);
  }

  /** Whether anything in it can make an answer of Telegram get lost. */
  boolean mayLoseAnswers() {
    return !plan.isEmpty() || !calls.isEmpty();
  }
}
