package dev.hookline.app.e2e;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A program on a node's bus, as far as the network sees it. */
final class BusProgram implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;
  private final DataInputStream in;

  private BusProgram(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  /** Connects, and shows the token. */
  static BusProgram of(RunningNode node) {
    try {
      BusProgram program =
          new BusProgram(new Socket(InetAddress.getLoopbackAddress(), node.busPort()));
      program.ask("send", "hookline.auth", new JsonObject().put("token", node.secret("bus.token")));
      return program;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sends a message; brings the next that comes. */
  JsonObject ask(String type, String address, Object body) {
    tell(
        new JsonObject()
            .put("type", type)
            .put("address", address)
            .put("replyAddress", "answer")
            .put("headers", new JsonObject().put("after", "0"))
            .put("body", body));
    return next();
  }

  void tell(JsonObject frame) {
    byte[] json = frame.encode().getBytes(StandardCharsets.UTF_8);
    try {
      socket
          .getOutputStream()
          .write(ByteBuffer.allocate(4 + json.length).putInt(json.length).put(json).array());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The next message. */
  JsonObject next() {
    try {
      byte[] json = new byte[in.readInt()];
      in.readFully(json);
      return new JsonObject(Buffer.buffer(json));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
