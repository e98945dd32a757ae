package dev.hookline.ingest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The line socket. Nobody is asked for a token, for the right to open the file is the right to come
 * in. Confined to the event loop of its instance.
 */
final class LineDoor {

  private final LineIntake intake;
  private final IngestOptions.Limits limits;
  private final Set<Future<Void>> open = new HashSet<>();

  private NetServer server;

  LineDoor(LineIntake intake, IngestOptions.Limits limits) {
    this.intake = intake;
    this.limits = limits;
  }

  /** Opens the door. */
  Future<?> open(Vertx vertx, SocketAddress address) {
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
      socket.close();
      return;
    }
    Future<Void> served = new LineConnection(socket, intake, limits.maxBody()).serve();
    open.add(served);
    served.onComplete(ignored -> open.remove(served));
  }
}
