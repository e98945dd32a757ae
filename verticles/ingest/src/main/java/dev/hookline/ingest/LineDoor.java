package dev.hookline.ingest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line socket. Nobody is asked for a token, for the right to open the file is the right to come
 * in.
 *
 * <p>The old clients open a connection for each hook, hear nothing back, and open the next one: who
 * came first is the only order there is. When several connections have something at once, the event
 * loop reads them in any order, so their turn comes after it has read them all, the oldest first.
 * Confined to the event loop of its instance.
 */
final class LineDoor {

  private static final Logger LOGGER = LoggerFactory.getLogger(LineDoor.class);

  private final LineIntake intake;
  private final IngestOptions.Limits limits;
  private final Set<Future<Void>> open = new HashSet<>();
  private final NavigableMap<Long, LineConnection> waiting = new TreeMap<>();

  private Vertx vertx;
  private NetServer server;
  private long came;

  LineDoor(LineIntake intake, IngestOptions.Limits limits) {
    this.intake = intake;
    this.limits = limits;
  }

  /** Opens the door. */
  Future<?> open(Vertx vertx, SocketAddress address) {
    this.vertx = vertx;
    server = vertx.createNetServer().connectHandler(this::serve);
    return server.listen(address);
  }

  /** Lets nobody in any more, and completes when what came in is stored. */
  Future<?> close() {
    intake.stop();
    if (server == null) {
      return Future.succeededFuture();
    }
    return server.close().eventually(() -> Future.join(List.copyOf(open)));
  }

  private void serve(NetSocket socket) {
    if (open.size() >= limits.maxLineConnections()) {
      LOGGER
          .atWarn()
          .addKeyValue("connections", open.size())
          .log("turned a sender of lines away: ingest.maxLineConnections allows no more");
      socket.close();
      return;
    }
    came++;
    long number = came;
    LineConnection connection =
        new LineConnection(socket, intake, one -> waits(number, one), limits.maxBody());
    Future<Void> served = connection.serve();
    open.add(served);
    served.onComplete(ignored -> open.remove(served));
  }

  private void waits(long number, LineConnection connection) {
    if (waiting.isEmpty()) {
      vertx.runOnContext(ignored -> takeTurns());
    }
    waiting.put(number, connection);
  }

  private void takeTurns() {
    List<LineConnection> turns = List.copyOf(waiting.values());
    waiting.clear();
    turns.forEach(LineConnection::goOn);
  }
}
