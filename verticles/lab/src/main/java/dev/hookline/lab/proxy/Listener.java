package dev.hookline.lab.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port that takes connections until it is closed, and then refuses them. */
final class Listener implements AutoCloseable {

  /** What is done with a connection. */
  interface Taker {
    void take(Socket socket) throws IOException;
  }

  private final ServerSocket socket;
  private final Thread thread;

  Listener(int port, Taker taker) {
    try {
      socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw new UncheckedIOException("port " + port + " cannot be listened on", taken);
    }
    thread = new Thread(() -> accept(taker), "proxy-" + port);
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns when connections are refused: while a thread still accepts, they are not. */
  @Override
  public void close() {
    try {
      socket.close();
      thread.join();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(Taker taker) {
    while (!socket.isClosed()) {
      try {
        taker.take(socket.accept());
      } catch (IOException closed) {
        // no more of them, or this one was gone before it was taken
      }
    }
  }
}
