package dev.hookline.bus;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is connected. Of those who have not shown the token yet, the one who came first goes when
 * there are too many, so that nobody can keep the others out by coming and saying nothing. Confined
 * to one event loop.
 */
final class Guests {

  /** How many ticks a program may keep us waiting. */
  static final int PATIENCE = 10;

  private static final int MOST_STRANGERS = 256;

  private final int most;
  private final Map<Guest, Integer> strangers = new LinkedHashMap<>(); // and their ticks
  private final Set<Guest> known = new HashSet<>();
  private volatile int count;

  /**
   * @param most how many may be connected that have shown the token
   */
  Guests(int most) {
    this.most = most;
  }

  /** Somebody has connected, and is to show the token. */
  void came(Guest guest) {
    if (strangers.size() >= MOST_STRANGERS) {
      Guest first = strangers.keySet().iterator().next();
      strangers.remove(first);
      first.end();
    }
    strangers.put(guest, 0);
  }

  /** It has shown the token; answers whether there is room for it. */
  boolean admit(Guest guest) {
    strangers.remove(guest);
    boolean admitted = known.size() < most && known.add(guest);
    count = known.size();
    return admitted;
  }

  /** It is gone; until then it has its place, and what is on its way to it. */
  void left(Guest guest) {
    strangers.remove(guest);
    known.remove(guest);
    count = known.size();
  }

  /** Time passes: who has not shown the token by now goes, and who takes nothing. */
  void tick() {
    strangers.replaceAll((guest, ticks) -> ticks + 1);
    List<Guest> late =
        strangers.entrySet().stream()
            .filter(entry -> entry.getValue() > PATIENCE)
            .map(Map.Entry::getKey)
            .toList();
    late.forEach(strangers::remove);
    late.forEach(Guest::end);
    List.copyOf(known).stream().filter(guest -> guest.tick() > PATIENCE).forEach(Guest::end);
  }

  /** Lets all go. */
  void end() {
    List.copyOf(strangers.keySet()).forEach(Guest::end);
    List.copyOf(known).forEach(Guest::end);
  }

  /** How many have shown the token; any thread may ask. */
  int count() {
    return count;
  }

  /** Requests that were not answered yet. */
  int busy() {
    return known.stream().mapToInt(Guest::busy).sum();
  }
}
