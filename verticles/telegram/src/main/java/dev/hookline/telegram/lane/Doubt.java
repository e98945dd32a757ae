package dev.hookline.telegram.lane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** One message whose answer was lost, and what is known of it so far. */
final class Doubt {

  private final Lost lost;
  private final long sentAt;
  private final long since;
  private final List<Long> looks;

  private final Deque<Long> candidates = new ArrayDeque<>();
  private final Set<Long> dismissed = new HashSet<>();
  private int looked;
  private long high;
  private long overtakenBy;
  private boolean overtaken;
  private boolean freshEvidence;

  /**
   * @param sentAt when the message was sent, in monotonic milliseconds
   * @param since when its answer was lost
   * @param settleMillis after which nothing more is expected
   */
  Doubt(Lost lost, long sentAt, long since, long settleMillis) {
    this.lost = lost;
    this.sentAt = sentAt;
    this.since = since;
    // With the default of 30 s: after 1, 5, 15 and 30 s.
    this.looks =
        List.of(
            since + settleMillis / 30,
            since + settleMillis / 6,
            since + settleMillis / 2,
            since + settleMillis);
  }

  Lost lost() {
    return lost;
  }

  long sentAt() {
    return sentAt;
  }

  long since() {
    return since;
  }

  /** A later message of ours got this id. */
  void sentAfterwards(long messageId) {
    overtakenBy = Math.max(overtakenBy, messageId);
    freshEvidence = true;
  }

  /** How long until the next look or probe. */
  long waitMillis(long now) {
    if (!candidates.isEmpty() || freshEvidence) {
      return 0;
    }
    return Math.max(0, looks.get(Math.min(looked, looks.size() - 1)) - now);
  }

  /** The next id to ask for, or null when it is time to look again. */
  Long nextCandidate() {
    return candidates.poll();
  }

  /** The id is not the message's, for ever when it had been given to somebody already. */
  void dismiss(long candidate) {
    if (candidate <= high) {
      dismissed.add(candidate);
      freshEvidence = true;
    }
  }

  /** The id could not be asked for: it stays the next one. */
  void keep(long candidate) {
    candidates.addFirst(candidate);
  }

  /**
   * Gathers the ids to ask for: those that nobody accounts for, and the one after the highest.
   *
   * @return whether there is anything to ask
   */
  boolean look(Set<Long> explained, long highest, int limit, long now) {
    high = Math.max(high, highest);
    boolean due = now >= looks.get(Math.min(looked, looks.size() - 1));
    long low = lost.lowMessageId();
    overtaken =
        overtakenBy > low
            && LongStream.range(low + 1, overtakenBy)
                .allMatch(id -> explained.contains(id) || dismissed.contains(id));
    freshEvidence = false;
    if (overtaken || !due || looked >= looks.size()) {
      return false;
    }
    looked++;
    LongStream.rangeClosed(low + 1, high + 1)
        .filter(id -> !explained.contains(id) && !dismissed.contains(id))
        .limit(limit)
        .forEach(candidates::add);
    return !candidates.isEmpty();
  }

  /** Whether a later message was shown and every id before it is somebody else's. */
  boolean wasOvertaken() {
    return overtaken;
  }

  /** Whether every look was taken. */
  boolean isOver(long now) {
    return looked >= looks.size() && candidates.isEmpty() && now >= looks.get(looks.size() - 1);
  }
}
