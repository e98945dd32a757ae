package dev.hookline.app.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for programs that are started later. None is given twice, and none is one that the system
 * gives to connections and to servers that ask for any port (from 32768 on Linux, from 49152
 * elsewhere): such a one may be taken before the program starts.
 */
public final class FreePort {

  private static final int FIRST = 10_000;
  private static final int COUNT = 22_000;
  // Somewhere, so that two processes that look at the same time seldom meet.
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePort() {}

  /** A port of this machine's loopback address that nobody listens on at the moment. */
  public static int find() {
    for (int tries = 0; tries < COUNT; tries++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("all ports are in use");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
