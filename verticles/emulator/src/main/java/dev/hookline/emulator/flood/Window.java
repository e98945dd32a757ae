package dev.hookline.emulator.flood;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** So many per so long, counted exactly: a log of when each was, or will be. */
final class Window {

  private final int limit;
  private final long period;
  private final List<Long> times = new ArrayList<>();

  /**
   * @param period in milliseconds
   */
  Window(int limit, long period) {
    this.limit = limit;
    this.period = period;
  }

  /** When the next ones may be, at the earliest. */
  long freeAt(long now, int units) {
    times.removeIf(time -> time <= now - period);
    int over = times.size() + Math.min(units, limit) - limit;
    return over <= 0 ? now : times.get(over - 1) + period;
  }

  void take(long at, int units) {
    int place = Collections.binarySearch(times, at);
    times.addAll(place < 0 ? -place - 1 : place, Collections.nCopies(units, at));
  }

  int used(long now) {
    times.removeIf(time -> time <= now - period);
    return times.size();
  }

  int limit() {
    return limit;
  }

  long period() {
    return period;
  }
}
