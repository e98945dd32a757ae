package dev.hookline.app.e2e;

import dev.hookline.app.Main;
import dev.hookline.app.bench.FreePort;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node in a process of its own, which can be killed as the system kills. */
final class ChildNode implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);

  private final Path directory;
  private final Path settings;
  private final Path output;
  private final int port;
  private List<String> logging = List.of();
  private String release = "";
  private Process process;

  /** Not running yet. */
  ChildNode(Path directory, Chat chat, Object... changed) {
    this.directory = directory;
    this.settings = directory.resolve("settings.yaml");
    this.output = directory.resolve("output.log");
    this.port = FreePort.find();
    Object[] all = new Object[changed.length + 2];
    System.arraycopy(changed, 0, all, 0, changed.length);
    all[changed.length] = "ingest.port";
    all[changed.length + 1] = port;
    try {
      // JSON is YAML as well.
      Files.writeString(
          settings, RunningNode.settings(directory.resolve("data"), chat, all).encodePrettily());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Lets it log to {@code output.log} as a user's node does, down to this level. */
  ChildNode logging(String level) {
    logging = List.of("-Dlogback.configurationFile=logback.xml", "-Dlog.level=" + level);
    return this;
  }

  /** From its next start on, it runs these classes in place of ours. */
  ChildNode of(Path classes) {
    release = classes + File.pathSeparator;
    return this;
  }

  /** Starts it, or starts it again; returns when it takes events. */
  void start() {
    try {
      process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Await.until("the node is ready", START, this::ready, this::output);
  }

  /** Ends it at once, as {@code kill -9} does. */
  void kill() {
    await(process.destroyForcibly());
  }

  /** Stops it where it is; the system does not tell it. */
  void freeze() {
    signal("STOP");
  }

  /** Lets it go on as if nothing had been. */
  void thaw() {
    signal("CONT");
  }

  /** Ends it in peace. */
  void stop() {
    process.destroy();
    await(process);
  }

  /** Where it takes events. */
  Http events() {
    return new Http("http://127.0.0.1:" + port);
  }

  String token() {
    try {
      return Files.readString(directory.resolve("data/ingest.token")).strip();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Its database. */
  Path database() {
    return directory.resolve("data/hookline.db");
  }

  /** The names of all classes that it has loaded. */
  List<String> classes() {
    try {
      Process asked =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  String.valueOf(process.pid()),
                  "VM.class_hierarchy")
              .start();
      try (BufferedReader lines = asked.inputReader()) {
        return lines.lines().map(line -> line.replaceFirst("^[ |-]*", "")).toList();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void signal(String name) {
    try {
      String pid = String.valueOf(process.pid());
      await(new ProcessBuilder("kill", "-" + name, pid).inheritIO().start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    command.addAll(logging);
    command.addAll(List.of("-cp", release + classPath(), Main.class.getName()));
    command.addAll(List.of("serve", "--config", settings.toString()));
    return command;
  }

  private boolean ready() {
    if (!process.isAlive()) {
      throw new AssertionError(
          "the node ended with " + process.exitValue() + ": " + lastLines() + "\n" + output());
    }
    try {
      return events().status("/healthz/ready") == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What it has said. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException missing) {
      return "nothing";
    }
  }

  // On one line, for reports that show no more than that.
  private String lastLines() {
    List<String> lines = output().lines().toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      thaw();
      stop();
    }
  }

  private static void await(Process ending) {
    try {
      ending.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  // Surefire starts this process with a jar that only names the real class path.
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .replace(';', File.pathSeparatorChar);
  }
}
