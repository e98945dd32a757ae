package dev.hookline.ingest;

import io.vertx.core.http.HttpConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open HTTP connections of one instance: not too many of them, and none that keeps us waiting.
 * An idle timeout alone would not do: a sender that trickles a byte now and then is never idle.
 *
 * <p>Time is counted in ticks, so that no request costs a timer. Confined to one event loop.
 */
final class Connections {

  /** How many ticks a sender may keep us waiting. */
  static final int PATIENCE = 10;

  private static final long NOT_WAITING = Long.MAX_VALUE;

  private final int most;
  private final Map<HttpConnection, Long> waitingSince = new HashMap<>();

  private long now;

  /**
   * @param most how many connections are served at once
   */
  Connections(int most) {
    this.most = most;
  }

  /** A sender has connected, and is to send a request's head. */
  void opened(HttpConnection connection) {
    if (waitingSince.size() >= most) {
      connection.close();
      return;
    }
    waitingSince.put(connection, now);
    connection.closeHandler(ignored -> waitingSince.remove(connection));
  }

  /** The sender has its turn, and its time begins: to send a body, or the next request. */
  void waitFor(HttpConnection connection) {
    waitingSince.replace(connection, now);
  }

  /** The sender has sent what it wanted to send; now it waits for us. */
  void complete(HttpConnection connection) {
    waitingSince.replace(connection, NOT_WAITING);
  }

  /** Time passes: who has kept us waiting for too long is closed. */
  void tick() {
    now++;
    List<HttpConnection> slow = new ArrayList<>();
    waitingSince.forEach(
        (connection, since) -> {
          if (since != NOT_WAITING && now - since > PATIENCE) {
            slow.add(connection);
          }
        });
    slow.forEach(HttpConnection::close); // may change the map
  }
}
