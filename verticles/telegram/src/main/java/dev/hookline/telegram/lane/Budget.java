package dev.hookline.telegram.lane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How many calls a chat bears, and when the next one may begin. A sliding window over all calls, a
 * least gap between them, and the times at which Telegram wants to hear nothing. A third of the
 * window's calls may follow each other at the least gap; the others are spread over its rest. A few
 * are kept back for what is urgent, which may go before its turn.
 *
 * <p>A call counts from its start until the window's length after its <em>end</em>: whenever in
 * between Telegram saw it, no window of its clock holds more calls than the budget. Times are
 * milliseconds of one monotonic clock. One call at a time.
 */
public final class Budget {

  private static final long NOT_ENDED = Long.MIN_VALUE;

  private final int calls;
  private final long windowMillis;
  private final long gapMillis;
  private final int reserve;
  private final Deque<Long> ended = new ArrayDeque<>();
  private final Deque<Long> created = new ArrayDeque<>();

  private boolean inFlight;
  private long lastEnd = NOT_ENDED;
  private long closedUntil = NOT_ENDED;
  private long carefulUntil = NOT_ENDED;

  /**
   * A budget that keeps nothing back.
   *
   * @param calls how many calls may fall into one window
   * @param windowMillis the window's length
   * @param gapMillis the least time between the end of a call and the start of the next
   */
  public Budget(int calls, long windowMillis, long gapMillis) {
    this(calls, windowMillis, gapMillis, 0);
  }

  /**
   * A budget that keeps calls back for what is urgent.
   *
   * @param reserve how many of the calls
   */
  public Budget(int calls, long windowMillis, long gapMillis, int reserve) {
    if (calls < 1) {
      throw new IllegalArgumentException("a budget needs at least 1 call, not " + calls);
    }
    this.calls = calls;
    this.windowMillis = windowMillis;
    this.gapMillis = gapMillis;
    this.reserve = reserve;
  }

  /**
   * Takes over the calls of an earlier owner. Their ends are not known, but each was over before
   * the next began, and the last one is over now at the latest.
   *
   * @param starts when they began, oldest first
   */
  public void restore(List<Long> starts, long now) {
    ended.clear();
    for (int i = 0; i < starts.size(); i++) {
      ended.add(i + 1 < starts.size() ? starts.get(i + 1) : now);
    }
    lastEnd = starts.isEmpty() ? NOT_ENDED : now;
  }

  /** How long to wait before a call may begin; 0 when it may now. */
  public long waitMillis(long now) {
    forget(now);
    int usual = usual(now);
    long gap = toSpare(now) == 0 ? Math.max(gapMillis, spread(now)) : gapMillis;
    return Math.max(restMillis(now, gap), fullMillis(now, usual));
  }

  /**
   * How long to wait before a call may begin for which a person waits; 0 when it may now. Such
   * calls may be ahead of the usual ones by as many as are kept back: then the next that is urgent
   * still has its turn before long.
   */
  public long urgentWaitMillis(long now) {
    forget(now);
    int left = Math.max(0, allowed(now) - counted(now));
    long untilOneIsFree = ended.isEmpty() ? 0 : ended.peekFirst() + windowMillis - now;
    long tooEarly = untilOneIsFree - left * (windowMillis / Math.max(1, allowed(now) - spare(now)));
    long wait = Math.max(restMillis(now, gapMillis), fullMillis(now, allowed(now)));
    return Math.min(waitMillis(now), Math.max(wait, tooEarly));
  }

  /**
   * How long to wait before a call may be one that creates a topic. Bots that create many topics at
   * once get banned, so creations have at most a third of the window.
   */
  public long creationWaitMillis(long now) {
    forget(now);
    int allowed = Math.max(1, allowed(now) / 3);
    return created.size() < allowed ? 0 : until(created.peekFirst() + windowMillis, now);
  }

  /** How many calls are left of the third that is not spread over the window. */
  public int toSpare(long now) {
    return Math.max(0, spare(now) - counted(now));
  }

  /** Calls that still count. */
  public int counted(long now) {
    forget(now);
    return ended.size() + (inFlight ? 1 : 0);
  }

  /** Whether no call is under way, and Telegram wants no silence. */
  public boolean isAtRest(long now) {
    return !inFlight && until(closedUntil, now) == 0;
  }

  /** A call begins. */
  public void begin() {
    inFlight = true;
  }

  /** The call ended, and Telegram may have seen it. */
  public void end(long now) {
    inFlight = false;
    lastEnd = now;
    ended.add(now);
  }

  /** The call that ended was one that creates a topic. */
  public void endedCreation(long now) {
    created.add(now);
  }

  /** The call never left: Telegram has not seen it. */
  public void forgo() {
    inFlight = false;
  }

  /** Telegram wants no call before the given time; afterwards half the budget for one window. */
  public void close(long until) {
    closedUntil = Math.max(closedUntil, until);
    carefulUntil = Math.max(carefulUntil, until + windowMillis);
  }

  /** Telegram made a call wait before it answered: half the budget for half a window. */
  public void slow(long now) {
    carefulUntil = Math.max(carefulUntil, now + windowMillis / 2);
  }

  private int allowed(long now) {
    return now < carefulUntil ? Math.max(1, calls / 2) : calls;
  }

  private int spare(long now) {
    return (allowed(now) + 2) / 3;
  }

  /** How many calls need not be urgent. */
  private int usual(long now) {
    return allowed(now) - (now < carefulUntil ? reserve / 2 : reserve);
  }

  private long restMillis(long now, long gap) {
    long rest = lastEnd == NOT_ENDED ? 0 : Math.max(0, lastEnd + gap - now);
    return Math.max(until(closedUntil, now), rest);
  }

  private long fullMillis(long now, int allowed) {
    int counted = ended.size() + (inFlight ? 1 : 0);
    if (counted < allowed) {
      return 0;
    }
    return ended.isEmpty()
        ? windowMillis // only the call in flight fills it
        : until(nthEnd(counted - allowed) + windowMillis, now);
  }

  // Who spends the whole window at once has nothing left when something urgent comes.
  private long spread(long now) {
    int usual = usual(now);
    int left = Math.max(0, usual - ended.size());
    long untilOneIsFree = ended.isEmpty() ? 0 : ended.peekFirst() + windowMillis - lastEnd;
    return Math.max(windowMillis / usual, untilOneIsFree / (left + 1));
  }

  private long nthEnd(int index) {
    return ended.stream().skip(Math.min(index, ended.size() - 1)).findFirst().orElseThrow();
  }

  private void forget(long now) {
    drop(ended, now);
    drop(created, now);
  }

  private void drop(Deque<Long> times, long now) {
    while (!times.isEmpty() && times.peekFirst() + windowMillis <= now) {
      times.removeFirst();
    }
  }

  private static long until(long time, long now) {
    return time == NOT_ENDED ? 0 : Math.max(0, time - now);
  }
}
