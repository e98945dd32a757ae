package dev.hookline.lab.proxy;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Consumer;

/** One connection through the proxy: two sockets, a pump for each way. Thread-safe. */
final class Connection {

  private final String caller;
  private final Socket near;
  private final Socket far;
  private final Consumer<Connection> over;
  private final Gate there;
  private final Gate back;

  private Rule rule;
  private int waysEnded;
  private boolean lost;
  private boolean closed;

  Connection(String caller, Socket near, Socket far, Rule rule, Consumer<Connection> over) {
    this.caller = caller;
    this.near = near;
    this.far = far;
    this.rule = rule;
    this.over = over;
    this.there = new Gate(rule.there());
    this.back = new Gate(rule.back());
  }

  void start() {
    start("there", new Pump(near, far, there, this));
    start("back", new Pump(far, near, back, this));
  }

  String caller() {
    return caller;
  }

  /** From now on, this rule holds. */
  synchronized void apply(Rule next) {
    rule = next;
    switch (next.door()) {
      case CUT -> close();
      case RESET -> reset();
      case OPEN -> resetWhenTorn();
    }
    there.set(next.there());
    back.set(next.back());
  }

  /** Bytes were swallowed: what comes after them must never arrive. */
  synchronized void hasLost() {
    lost = true;
    resetWhenTorn();
  }

  /** One way has ended in order. */
  synchronized void ended() {
    waysEnded++;
    if (waysEnded == 2) {
      close();
    }
  }

  /** Ends it as a crash does. */
  synchronized void reset() {
    linger(near);
    linger(far);
    close();
  }

  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    shut(near);
    shut(far);
    over.accept(this);
  }

  private void resetWhenTorn() {
    boolean silent = swallows(rule.there()) || swallows(rule.back());
    if (lost && !silent) {
      reset();
    }
  }

  private static boolean swallows(Way way) {
    return way.mode() == Way.Mode.SWALLOWED;
  }

  private void start(String name, Pump pump) {
    Thread thread = new Thread(pump, "proxy-" + caller + "-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void linger(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException gone) {
      // closed already: nothing to reset
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // it is closed in any case
    }
  }
}
