package dev.hookline.lab.proxy;

import java.util.concurrent.TimeUnit;

/** Where one way's bytes wait for what the rule says of them. Thread-safe. */
final class Gate {

  private Way way;

  Gate(Way way) {
    this.way = way;
  }

  synchronized void set(Way next) {
    way = next;
    notifyAll();
  }

  /** Returns when the bytes at hand are no longer held: what becomes of them. */
  synchronized Way pass() throws InterruptedException {
    while (way.mode() == Way.Mode.HELD) {
      wait();
    }
    return way;
  }

  /** Keeps a piece as long as its way takes. */
  static void linger(Way way, int bytes) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(way.nanos(bytes));
  }
}
