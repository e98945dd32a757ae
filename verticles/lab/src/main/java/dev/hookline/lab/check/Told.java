package dev.hookline.lab.check;

import java.util.Objects;

/**
 * An event that was sent. Times are milliseconds of the epoch.
 *
 * @param mark stands in its text, and in no other event's
 * @param number its place in its session, from 1
 * @param isForChat whether it is to be shown; else it is only stored
 * @param firstTried when it was sent first
 * @param acknowledged when a node first said that it is stored; 0 when none ever did
 * @param tries how many requests carried it
 */
public record Told(
    String mark,
    String session,
    long number,
    boolean isForChat,
    long firstTried,
    long acknowledged,
    int tries) {

  public Told {
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(session, "session");
  }

  public boolean isAcknowledged() {
    return acknowledged > 0;
  }
}
