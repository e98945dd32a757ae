package dev.hookline.ingest;

import io.vertx.core.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection, on which anything can be sent, well-behaved or not. */
final class Caller implements AutoCloseable {

  private final SocketChannel channel;
  private final InputStream in;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Caller(SocketAddress address) {
    try {
      channel = SocketChannel.open(address);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    in = new BufferedInputStream(Channels.newInputStream(channel));
    headers.put("Host", "localhost");
    headers.put("Content-Type", "application/json");
  }

  static Caller of(int port) {
    return new Caller(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  static Caller of(Path socket) {
    return new Caller(UnixDomainSocketAddress.of(socket));
  }

  /** Sends a header from now on; null leaves it out. */
  Caller with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Answer get(String path) {
    send("GET " + path + " HTTP/1.1\r\n" + head() + "\r\n");
    return answer();
  }

  Answer post(String path, Object body) {
    return post(path, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  Answer post(String path, byte[] body) {
    return request("POST", path, body);
  }

  Answer request(String method, String path, byte[] body) {
    String length = "Content-Length: " + body.length + "\r\n\r\n";
    send(method + " " + path + " HTTP/1.1\r\n" + head() + length);
    send(body);
    return answer();
  }

  void send(String text) {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sends no more; what comes can still be read. */
  void endOutput() {
    try {
      channel.shutdownOutput();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The next answer. */
  Answer answer() {
    String status = line();
    Map<String, String> fields = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      fields.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(fields.getOrDefault("content-length", "0"));
    return new Answer(Integer.parseInt(status.split(" ", 3)[1]), fields, text(length));
  }

  /** The next line, without its end. */
  String line() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = next(); b != '\n'; b = next()) {
      if (b < 0) {
        throw new IllegalStateException("closed after: " + bytes);
      }
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** Waits until the other side closes; whether it said anything before. */
  boolean closedSilently() {
    return next() < 0;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String head() {
    StringBuilder head = new StringBuilder();
    headers.forEach(
        (name, value) -> {
          if (value != null) {
            head.append(name).append(": ").append(value).append("\r\n");
          }
        });
    return head.toString();
  }

  private int next() {
    try {
      return in.read();
    } catch (IOException reset) {
      return -1;
    }
  }

  private String text(int length) {
    try {
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }
}
