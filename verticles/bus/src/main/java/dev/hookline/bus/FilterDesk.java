package dev.hookline.bus;

import dev.hookline.messages.FilterAnswered;
import dev.hookline.messages.FilterAsked;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Brings questions about events to the programs that filter, to those of one filter in turn.
 * Confined to one event loop.
 */
final class FilterDesk {

  private final Set<String> names;
  private final Map<String, Deque<Guest>> programs = new HashMap<>();

  /**
   * @param names the filters that are asked for; no program can be another
   */
  FilterDesk(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /** Whether there is such a filter. */
  boolean knows(String filter) {
    return names.contains(filter);
  }

  /** From now on this program is asked. */
  Registration provide(String filter, Guest program) {
    Deque<Guest> all = programs.computeIfAbsent(filter, name -> new ArrayDeque<>());
    all.add(program);
    return () -> all.remove(program);
  }

  /** Asks one program; fails when there is none, and when it does not answer in time. */
  Future<FilterAnswered> ask(FilterAsked asked) {
    Deque<Guest> all = programs.getOrDefault(asked.filter(), new ArrayDeque<>());
    Guest program = all.poll();
    if (program == null) {
      return Future.failedFuture("no program provides it on this node");
    }
    all.add(program);
    String address = Guest.FILTERS + asked.filter();
    return program.ask(address, asked.event(), asked.patienceMillis()).map(FilterAnswered::new);
  }
}
