package dev.hookline.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the demo listens.
 *
 * @param ingest for events; 0 for any free port, like the others
 * @param console for the console
 * @param chat for the page that shows the chat
 */
record Ports(int ingest, int console, int chat) {

  private static final int FIRST = 8787;
  private static final int LAST = 8887;

  /** Any free ones. */
  static Ports any() {
    return new Ports(0, 0, 0);
  }

  /** The ones that people know; for one that is taken, the next that is free. */
  static Ports known() {
    List<Integer> free =
        IntStream.rangeClosed(FIRST, LAST).filter(Ports::isFree).limit(3).boxed().toList();
    return free.size() < 3 ? any() : new Ports(free.get(0), free.get(1), free.get(2));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
