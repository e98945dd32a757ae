package dev.hookline.store.jdbc;

import dev.hookline.messages.HookEvent;
import dev.hookline.store.NewEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells the new ones of some events from those that are in the store already. */
final class Arrivals {

  private final Set<EventName> known;
  private final Map<RepeatName, Instant> firings;

  /**
   * @param known those of the events that are in the store
   * @param firings when the latest event with each repeat key was received
   */
  Arrivals(Set<EventName> known, Map<RepeatName, Instant> firings) {
    this.known = new HashSet<>(known);
    this.firings = new HashMap<>(firings);
  }

  /** The events that are new, in order. */
  List<Arrival> fresh(List<Arrival> arrived) {
    return arrived.stream().filter(this::isFresh).toList();
  }

  private boolean isFresh(Arrival arrival) {
    return known.add(EventName.of(arrival.event())) && !repeats(arrival);
  }

  private boolean repeats(Arrival arrival) {
    if (!arrival.mayRepeat()) {
      return false;
    }
    RepeatName name = RepeatName.of(arrival);
    Instant receivedAt = arrival.item().receivedAt();
    Instant before = firings.get(name);
    if (before != null && before.isAfter(receivedAt.minus(arrival.item().repeatWindow()))) {
      return true;
    }
    firings.put(name, receivedAt);
    return false;
  }

  /**
   * An event, and its text as it is kept.
   *
   * @param index its place among those that arrived together
   * @param item the event as it came
   * @param body the event as JSON
   */
  record Arrival(int index, NewEvent item, String body) {

    static List<Arrival> of(List<NewEvent> events) {
      return IntStream.range(0, events.size())
          .mapToObj(i -> new Arrival(i, events.get(i), events.get(i).event().toJson().encode()))
          .toList();
    }

    HookEvent event() {
      return item.event();
    }

    /**
     * Whether the event can be a repeated firing. A numbered one cannot: its number tells it apart,
     * and leaving it out would make a hole in its source's numbers.
     */
    boolean mayRepeat() {
      return item.repeatKey() != null && event().sequence() == null;
    }
  }

  /** Names an event. */
  record EventName(String source, String id) {
    static EventName of(HookEvent event) {
      return new EventName(event.source(), event.id());
    }
  }

  /** Names a firing for a short time. */
  record RepeatName(String source, String key) {
    static RepeatName of(Arrival arrival) {
      return new RepeatName(arrival.event().source(), arrival.item().repeatKey());
    }
  }
}
