package dev.hookline.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;

/** A sender that is never idle and never done: a byte every now and then. */
final class Trickle {

  private static final long PAUSE_MILLIS = 20;

  private final Vertx vertx;
  private final NetClient client; // one that nobody holds is closed by the garbage collector
  private final int port;

  Trickle(Vertx vertx, int port) {
    this.vertx = vertx;
    this.client = vertx.createNetClient();
    this.port = port;
  }

  /** Sends the beginning at once and then the byte for ever; completes when it is thrown out. */
  Future<Void> send(String beginning, String again) {
    return client.connect(port, "127.0.0.1").compose(socket -> drip(socket, beginning, again));
  }

  private Future<Void> drip(NetSocket socket, String beginning, String again) {
    Promise<Void> thrownOut = Promise.promise();
    socket.exceptionHandler(reset -> {});
    socket.write(beginning);
    long timer = vertx.setPeriodic(PAUSE_MILLIS, ignored -> socket.write(again));
    socket.closeHandler(
        ignored -> {
          vertx.cancelTimer(timer);
          client.close();
          thrownOut.complete();
        });
    return thrownOut.future();
  }
}
