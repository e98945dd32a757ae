package dev.hookline.lab.process;

import dev.hookline.lab.proxy.Callers;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A node in a process of its own, which is started again and again on the same settings. What it
 * says is appended to one log. For one thread at a time; but another may close it.
 */
public final class NodeProcess implements AutoCloseable {

  private static final int ANSWER_MILLIS = 2_000;
  private static final Duration STOP = Duration.ofSeconds(30);

  private final String name;
  private final Path settings;
  private final Path log;
  private final int port;
  private final Callers callers;
  private Duration clockError = Duration.ZERO;
  private Process process;
  private boolean closed;

  /**
   * Not running yet.
   *
   * @param name as the callers of proxies are named
   * @param port where it takes events, by its settings
   */
  public NodeProcess(String name, Path settings, Path log, int port, Callers callers) {
    this.name = name;
    this.settings = settings;
    this.log = log;
    this.port = port;
    this.callers = callers;
  }

  public String name() {
    return name;
  }

  /** Where it takes events. */
  public int port() {
    return port;
  }

  /** Starts it, and does not wait until it is ready. Without effect once this is closed. */
  public synchronized void start() {
    if (closed) {
      return;
    }
    try {
      process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      callers.add(process.pid(), name);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The process that runs now, or ran last. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Whether it says that it takes events. Blocks for two seconds at most. */
  public boolean isReady() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(ANSWER_MILLIS);
      String request =
          "GET /healthz/ready HTTP/1.1\r\nHost: 127.0.0.1:"
              + port
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(STOP);
  }

  /** Keeps it from running, but not from being there: {@code SIGSTOP}. */
  public void freeze() {
    signal("STOP");
  }

  public void thaw() {
    signal("CONT");
  }

  /**
   * Asks it to end, and waits until it has.
   *
   * @throws IllegalStateException when it does not
   */
  public void stop() {
    signal("TERM"); // destroy() would close its input as well, and orphans do not stop in peace
    if (!awaitEnd(STOP)) {
      throw new IllegalStateException(name + " does not stop; see " + log);
    }
  }

  /** Sets its clock wrong by so much, until it is set again; restarts do not put it right. */
  public void setClockWrong(Duration error) {
    clockError = error;
    try {
      process
          .getOutputStream()
          .write((error.toMillis() + "\n").getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
    } catch (IOException ended) {
      // it will be wrong from its next start on
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (isAlive()) {
      kill();
    }
  }

  private boolean awaitEnd(Duration patience) {
    try {
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (ended) {
        callers.remove(process.pid());
      }
      return ended;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx256m",
        "-XX:+ExitOnOutOfMemoryError",
        "-cp",
        classPath(),
        NodeMain.class.getName(),
        settings.toString(),
        String.valueOf(clockError.toMillis()));
  }

  // As users run it, from one jar, where it was built; the lab's own class is beside it. In tests,
  // Surefire starts this process with a jar that only names the real class path.
  private static String classPath() {
    List<String> all =
        List.of(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator));
    return all.stream()
        .filter(entry -> entry.endsWith("/hookline.jar"))
        .findFirst()
        .map(jar -> ownClasses() + File.pathSeparator + jar)
        .orElse(String.join(File.pathSeparator, all));
  }

  private static String ownClasses() {
    return NodeMain.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
