package dev.hookline.app.bench.chat;

import dev.hookline.telegram.lane.Alarm;
import dev.hookline.telegram.lane.LaneTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * Time that passes only when it is told to. A lane that sets its alarm is at rest: then, and only
 * then, may time go on. Thread-safe.
 */
final class VirtualTime extends Clock implements Alarm {

  /** Where it begins. */
  static final long BEGIN = 1_800_000_000_000L;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private long now = BEGIN;
  private long alarms;
  private boolean set; // whether the lane rests
  private long due;

  LaneTime ofLane() {
    return new LaneTime(this, () -> millis() * NANOS_PER_MILLI);
  }

  /**
   * Waits until the lane rests.
   *
   * @return when its alarm is due, or -1 when it does not rest after so many real milliseconds
   */
  synchronized long awaitRest(long patienceMillis) throws InterruptedException {
    long deadline = System.nanoTime() + patienceMillis * NANOS_PER_MILLI;
    while (!set) {
      long left = (deadline - System.nanoTime()) / NANOS_PER_MILLI;
      if (left <= 0) {
        return -1;
      }
      TimeUnit.MILLISECONDS.timedWait(this, left);
    }
    return due;
  }

  synchronized void goOnTo(long millis) {
    now = Math.max(now, millis);
  }

  /** Takes the alarm away: the lane is at work from now on. */
  synchronized void forget() {
    set = false;
  }

  /** The action is never run: whoever lets time pass wakes the lane instead. */
  @Override
  public synchronized long set(long millis, Runnable action) {
    set = true;
    due = now + millis;
    notifyAll();
    return ++alarms;
  }

  @Override
  public synchronized void cancel(long alarm) {
    if (alarm == alarms) {
      set = false;
    }
  }

  @Override
  public synchronized long millis() {
    return now;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
