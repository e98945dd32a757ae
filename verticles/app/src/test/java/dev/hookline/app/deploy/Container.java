package dev.hookline.app.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A container that runs, or has run. */
final class Container implements AutoCloseable {

  private final Process process;
  private final Path log;

  Container(List<String> command, Path log) throws IOException {
    this.log = log;
    this.process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Tells its first process to end, as an engine does: SIGTERM. */
  void terminate() {
    process.children().forEach(ProcessHandle::destroy);
  }

  /** Whether it ends in that time. */
  boolean ends(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What its first process ended with. */
  int code() {
    return process.exitValue();
  }

  /** What it said. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Ends it at once. With its first process all others end. */
  @Override
  public void close() {
    process.children().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
