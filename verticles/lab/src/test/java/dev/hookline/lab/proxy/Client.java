package dev.hookline.lab.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A caller of the proxy, who says what happens to it. */
final class Client implements AutoCloseable {

  static final String SILENCE = "silence";
  static final String END = "end";

  private static final int PATIENCE_MILLIS = 300;

  private final Socket socket;

  Client(FaultProxy proxy) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  int port() {
    return socket.getLocalPort();
  }

  Client says(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** The next bytes, at most so many as were expected, or what came instead of them. */
  String hears(int expected) throws IOException {
    try {
      byte[] bytes = socket.getInputStream().readNBytes(expected);
      return bytes.length == 0 ? END : new String(bytes, StandardCharsets.US_ASCII);
    } catch (SocketTimeoutException nothing) {
      return SILENCE;
    }
  }

  Client isPatient() throws IOException {
    socket.setSoTimeout(20_000);
    return this;
  }

  Client ends() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
