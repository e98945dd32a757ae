package dev.hookline.lab.load;

import dev.hookline.lab.check.Told;
import io.vertx.core.buffer.Buffer;

/** One event on its way, from the first try to the first acknowledgement. On one event loop. */
final class Telling {

  private final String mark;
  private final String session;
  private final long number;
  private final boolean isForChat;
  private final Buffer body;
  private long firstTried;
  private long acknowledged;
  private int tries;

  Telling(String mark, String session, long number, boolean isForChat, Buffer body) {
    this.mark = mark;
    this.session = session;
    this.number = number;
    this.isForChat = isForChat;
    this.body = body;
  }

  Buffer body() {
    return body;
  }

  long number() {
    return number;
  }

  boolean isAcknowledged() {
    return acknowledged > 0;
  }

  void tried(long now) {
    firstTried = firstTried == 0 ? now : firstTried;
    tries++;
  }

  int tries() {
    return tries;
  }

  /** How long it took when this was the first acknowledgement; else -1. */
  long acknowledged(long now) {
    if (acknowledged > 0) {
      return -1;
    }
    acknowledged = now;
    return now - firstTried;
  }

  Told told() {
    return new Told(mark, session, number, isForChat, firstTried, acknowledged, tries);
  }
}
