package dev.hookline.lab.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that stay free when nobody listens on them for a while. */
public final class Ports {

  // Below those that Linux gives to clients (32768 and up), or one of them would take a server's
  // port while the server is down.
  private static final int FIRST = 20_000;
  private static final int LAST = 30_000;

  private Ports() {}

  /** One that nobody uses now. */
  public static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // the next one
      }
    }
  }
}
