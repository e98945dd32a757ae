package dev.hookline.bus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A program of another language, as far as the network sees it. */
final class Program implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final DataInputStream in;

  private Program(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  static Program connect(int port) {
    try {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(8 * 1024);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new Program(socket);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sends a message to an address; wants an answer. */
  void send(String type, String address, Object body) {
    send(
        new JsonObject()
            .put("type", type)
            .put("address", address)
            .put("replyAddress", "answer")
            .put("body", body));
  }

  void send(JsonObject frame) {
    byte[] json = frame.encode().getBytes(StandardCharsets.UTF_8);
    sendBytes(ByteBuffer.allocate(4 + json.length).putInt(json.length).put(json).array());
  }

  void sendBytes(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Follows a session from the beginning. */
  void follow(String session) {
    send(
        new JsonObject()
            .put("type", "register")
            .put("address", "hookline.events." + session)
            .put("replyAddress", "answer")
            .put("headers", new JsonObject().put("after", "0")));
    answer();
  }

  /** Listens to an address. */
  void listen(String address) {
    send("register", address, null);
    answer();
  }

  /** The next message; null when the connection has ended. */
  JsonObject next() {
    try {
      byte[] json = new byte[in.readInt()];
      in.readFully(json);
      return new JsonObject(Buffer.buffer(json));
    } catch (EOFException | SocketException ended) {
      return null;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The body of the next message, which must be no error. */
  JsonObject body() {
    JsonObject message = next();
    if (message == null || !message.getString("type").equals("message")) {
      throw new AssertionError("no message: " + message);
    }
    return message.getJsonObject("body");
  }

  /** Whether a message can still be sent. */
  boolean isConnected() {
    try {
      socket.getOutputStream().write(new byte[] {0, 0, 0, 15});
      socket.getOutputStream().write("{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException ended) {
      return false;
    }
  }

  /** What is answered to the last message. */
  JsonObject answer() {
    return body();
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
