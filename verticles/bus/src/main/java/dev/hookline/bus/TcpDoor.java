package dev.hookline.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.concurrent.TimeUnit;

/**
 * The door for programs: the protocol of Vert.x's TCP event-bus bridge, a length of four bytes and
 * JSON. Confined to one event loop.
 */
final class TcpDoor {

  private static final long PATIENCES = 3;

  private final House house;
  private final BusOptions.Tcp options;
  private NetServer server;

  TcpDoor(House house, BusOptions.Tcp options) {
    this.house = house;
    this.options = options;
  }

  /** Opens the door; completes with the port. */
  Future<Integer> open(Vertx vertx) {
    NetServerOptions net =
        new NetServerOptions()
            .setTcpKeepAlive(true)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            // Closing waits for what was written; this ends those who never take it.
            .setWriteIdleTimeout(Math.toIntExact(PATIENCES * house.limits().patience().toMillis()));
    options.tls().ifPresent(tls -> secure(net, tls));
    server = vertx.createNetServer(net);
    return server
        .connectHandler(this::connected)
        .exceptionHandler(noTls -> {}) // whoever knocks without a certificate
        .listen(options.port(), options.host())
        .map(NetServer::actualPort);
  }

  /** Closes the door, and what came through it. */
  Future<Void> close() {
    return server == null ? Future.succeededFuture() : server.close();
  }

  private void connected(NetSocket socket) {
    Guest guest = new Guest(house, new TcpWire(socket), Dialect.TCP);
    socket.handler(
        new FrameSplitter(
            guest::longest, guest::received, () -> guest.junk("its length is out of bounds")));
    socket.exceptionHandler(broken -> guest.end());
    socket.closeHandler(ignored -> guest.gone());
  }

  private static void secure(NetServerOptions net, BusOptions.Tls tls) {
    net.setSsl(true)
        .setClientAuth(ClientAuth.REQUIRED)
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .setCertPath(tls.certFile().toString())
                .setKeyPath(tls.keyFile().toString()))
        .setTrustOptions(new PemTrustOptions().addCertPath(tls.caFile().toString()));
  }

  private record TcpWire(NetSocket socket) implements Wire {

    @Override
    public Future<Void> write(Buffer json) {
      return socket.write(Buffer.buffer().appendInt(json.length()).appendBuffer(json));
    }

    @Override
    public void pause() {
      socket.pause();
    }

    @Override
    public void resume() {
      socket.resume();
    }

    @Override
    public void close() {
      socket.close();
    }
  }
}
