package dev.hookline.lab.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A TCP proxy on the loopback address that breaks connections by rules, which may be changed at any
 * time and from any thread. A rule may be one caller's: so one listener can be cut off from one
 * process, and be there for another.
 *
 * <p>A connection holds two pieces of 16 KB at most; a sender that is faster than the rule waits.
 */
public final class FaultProxy implements AutoCloseable {

  /** Who calls when nobody knows who. */
  public static final String STRANGER = "";

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final int CONNECT_MILLIS = 2_000;

  private final int port;
  private final int target;
  private final Function<InetSocketAddress, String> callers;
  private final Map<String, Rule> rules = new ConcurrentHashMap<>();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile Rule general = Rule.FREE;
  private final Object door = new Object();
  private Listener listener;

  /**
   * Listens at once.
   *
   * @param port where; best below the ports that the system gives to clients, because it is closed
   *     and opened again when everybody is refused
   * @param target the server's port
   * @param callers names the process at the other end of a connection to this proxy
   */
  public FaultProxy(int port, int target, Function<InetSocketAddress, String> callers) {
    this.port = port;
    this.target = target;
    this.callers = callers;
    listen();
  }

  public int port() {
    return port;
  }

  /** Makes a rule for all callers that have none of their own. */
  public void rule(Rule rule) {
    synchronized (this) {
      general = rule;
    }
    if (rule.door() == Rule.Door.CUT) {
      refuse(); // not under the lock, which a connection that just comes needs
    } else {
      listen();
    }
    synchronized (this) {
      open.forEach(connection -> connection.apply(ruleFor(connection.caller())));
    }
  }

  /** Makes a rule for one caller. */
  public synchronized void rule(String caller, Rule rule) {
    rules.put(caller, rule);
    open.stream()
        .filter(connection -> connection.caller().equals(caller))
        .forEach(connection -> connection.apply(rule));
  }

  /** Ends all rules. */
  public void heal() {
    rules.clear();
    rule(Rule.FREE);
  }

  /** How many connections go through it now. */
  public int connections() {
    return open.size();
  }

  @Override
  public void close() {
    refuse();
    open.forEach(Connection::reset);
  }

  private Rule ruleFor(String caller) {
    return rules.getOrDefault(caller, general);
  }

  private void listen() {
    synchronized (door) {
      if (listener == null) {
        listener = new Listener(port, this::take);
      }
    }
  }

  private void refuse() {
    synchronized (door) {
      if (listener != null) {
        listener.close();
        listener = null;
      }
    }
  }

  private void take(Socket near) throws IOException {
    String caller = callers.apply((InetSocketAddress) near.getRemoteSocketAddress());
    near.setTcpNoDelay(true);
    Socket far = new Socket();
    Connection connection = connect(caller, near, far);
    if (connection != null) {
      connection.start();
    }
  }

  // Under the lock, so that no rule is made between the look at it and the entry.
  private synchronized Connection connect(String caller, Socket near, Socket far) {
    Rule rule = ruleFor(caller);
    Connection connection = new Connection(caller, near, far, rule, open::remove);
    if (rule.door() == Rule.Door.CUT) {
      connection.close();
      return null;
    }
    if (rule.door() == Rule.Door.RESET || !reached(far)) {
      connection.reset();
      return null;
    }
    open.add(connection);
    return connection;
  }

  private boolean reached(Socket far) {
    try {
      far.setTcpNoDelay(true);
      far.connect(new InetSocketAddress(HERE, target), CONNECT_MILLIS);
      return true;
    } catch (IOException nobodyThere) {
      return false;
    }
  }
}
