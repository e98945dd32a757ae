package dev.hookline.telegram.lane;

/**
 * Whether Telegram can be reached from here, as far as the calls for the chat have shown. After
 * each time that it could not be, it is given longer: where nobody reaches it, the chat need not go
 * round.
 */
final class Reach {

  private static final long LONGEST_PATIENCE_MILLIS = 60_000;
  private static final long NEVER = Long.MIN_VALUE;

  private final LaneTime time;
  private final long firstPatienceMillis;
  private long patienceMillis;
  private long unansweredSince = NEVER;

  /**
   * @param patienceMillis for how long nothing may be answered at first
   */
  Reach(LaneTime time, long patienceMillis) {
    this.time = time;
    this.firstPatienceMillis = patienceMillis;
    this.patienceMillis = patienceMillis;
  }

  /** Telegram answered, whatever it said. */
  void answered() {
    unansweredSince = NEVER;
    patienceMillis = firstPatienceMillis;
  }

  /** A call that began then got no answer. */
  void unanswered(long begun) {
    if (unansweredSince == NEVER) {
      unansweredSince = begun;
    }
  }

  /** A call was answered just now, or ended without. */
  void heard(boolean answered) {
    if (answered) {
      answered();
    } else {
      unanswered(time.now());
    }
  }

  /** Whether nothing has been answered for too long: another node may have more luck. */
  boolean lost() {
    return unansweredSince != NEVER && time.now() - unansweredSince >= patienceMillis;
  }

  /** Begins anew, with more patience. */
  void begin() {
    if (lost()) {
      patienceMillis = Math.min(LONGEST_PATIENCE_MILLIS, patienceMillis * 2);
    }
    unansweredSince = NEVER;
  }
}
