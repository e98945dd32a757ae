package dev.hookline.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that the launcher started, as a user would, and that answers on a port. */
public final class ChildProcess implements AutoCloseable {

  private static final long READY_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_MILLIS = 2;
  private static final double IDLE_SHARE = 0.05;

  private final Process process;
  private final int port;
  private final double readyMillis;

  private ChildProcess(Process process, int port, double readyMillis) {
    this.process = process;
    this.port = port;
    this.readyMillis = readyMillis;
  }

  /** Starts it and returns as soon as it says that it is ready. */
  static ChildProcess start(Path log, int port, List<String> command, Map<String, String> variables)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("HOOKLINE_"));
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    long began = System.nanoTime();
    Process process = builder.start();
    while (!isReady(port)) {
      if (!process.isAlive() || System.nanoTime() - began > READY_NANOS) {
        process.destroy();
        throw new IllegalStateException(command + " does not start:\n" + Files.readString(log));
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return new ChildProcess(process, port, (System.nanoTime() - began) / 1e6);
  }

  int port() {
    return port;
  }

  /** From the call of the launcher to the first answer that it is ready. */
  double readyMillis() {
    return readyMillis;
  }

  /** The memory that it holds, in MB. */
  double residentMegabytes() throws IOException, InterruptedException {
    Process ps =
        new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
    String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    ps.waitFor();
    return Double.parseDouble(kilobytes.strip()) / 1024;
  }

  /** Returns when it has little to do any more, or after a while. */
  public void awaitIdle(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Duration before = cpu();
    do {
      Duration last = before;
      TimeUnit.MILLISECONDS.sleep(500);
      before = cpu();
      if (before.minus(last).toMillis() < 500 * IDLE_SHARE) {
        return;
      }
    } while (System.nanoTime() < deadline);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurry) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static boolean isReady(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET /healthz/ready HTTP/1.1\r\nHost: 127.0.0.1:"
                  + port
                  + "\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(12), StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException notYet) {
      return false;
    }
  }
}
