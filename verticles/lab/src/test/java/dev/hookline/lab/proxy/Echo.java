package dev.hookline.lab.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A server that sends back what it gets. */
final class Echo implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicLong received = new AtomicLong();

  Echo() throws IOException {
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many bytes came so far. */
  long received() {
    return received.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        start(() -> answer(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket client) {
    byte[] buffer = new byte[1024];
    try (client) {
      InputStream in = client.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        received.addAndGet(count);
        client.getOutputStream().write(buffer, 0, count);
      }
    } catch (IOException gone) {
      // the test looks at the client's side
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "echo");
    thread.setDaemon(true);
    thread.start();
  }
}
