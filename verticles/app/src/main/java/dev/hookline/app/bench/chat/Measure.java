package dev.hookline.app.bench.chat;

import dev.hookline.messages.HookEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.telegram.lane.Budget;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.Renderer;
import dev.hookline.telegram.render.TextPart;
import java.util.List;

/**
 * What a scenario costs at least, and what it costs a sender that makes one message of each event.
 *
 * @param least calls: one per topic, one per file, and as many per session as its characters fill
 * @param alone calls: one per topic and one for each event, or more for a long one
 */
record Measure(long least, long alone) {

  private static final int MESSAGE = 4_096;
  private static final double MINUTE_SECONDS = 60;
  private static final long MINUTE_MILLIS = 60_000;

  static Measure of(Scenario scenario) {
    long least = 0;
    long alone = 0;
    for (List<Told> session : scenario.sessions().values()) {
      List<Part> parts =
          session.stream()
              .map(one -> one.event().event())
              .filter(event -> event.type().shown())
              .flatMap(event -> new Renderer().render(entry(event)).stream())
              .toList();
      int topics = scenario.warm() ? 0 : 1;
      long characters = parts.stream().mapToLong(Measure::characters).sum();
      long files = parts.stream().filter(part -> !(part instanceof TextPart)).count();
      least += topics + files + (characters + MESSAGE - 1) / MESSAGE;
      alone += topics + parts.size();
    }
    return new Measure(least, alone);
  }

  /** Seconds that the least number of calls takes when they come at the budget's rate. */
  double leastSeconds() {
    return least * MINUTE_SECONDS / Stand.BUDGET;
  }

  /** Seconds that one message per event takes with the same budget, kept in the same way. */
  double aloneSeconds() {
    Budget budget = new Budget(Stand.BUDGET, MINUTE_MILLIS, Stand.GAP_MILLIS);
    long now = 0;
    for (long call = 0; call < alone; call++) {
      now += budget.waitMillis(now);
      budget.begin();
      budget.end(now);
    }
    return now / 1_000.0;
  }

  private static long characters(Part part) {
    return part instanceof TextPart text ? text.text().length() : 0;
  }

  private static OutboxEntry entry(HookEvent event) {
    return new OutboxEntry(
        event.session(),
        1,
        Release.Kind.EVENT,
        false,
        "",
        List.of(event),
        1,
        1,
        1,
        "topic",
        false,
        0,
        0,
        0,
        1);
  }
}
