package dev.hookline.lab.proxy;

import dev.hookline.lab.process.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A server that sends back what it gets. */
final class Echo implements AutoCloseable {

  private final int port = Ports.free();
  private final AtomicLong received = new AtomicLong();
  private final Listener listener = new Listener(port, this::answer);

  int port() {
    return port;
  }

  /** How many bytes came so far. */
  long received() {
    return received.get();
  }

  /** Returns when connections are refused. */
  @Override
  public void close() {
    listener.close();
  }

  private void answer(Socket client) {
    Thread thread = new Thread(() -> repeat(client), "echo");
    thread.setDaemon(true);
    thread.start();
  }

  private void repeat(Socket client) {
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
}
