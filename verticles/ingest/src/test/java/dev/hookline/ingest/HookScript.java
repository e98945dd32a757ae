package dev.hookline.ingest;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The hook script as an agent runs it: by a real shell, on a spool in a test's directory. */
final class HookScript {

  static final Path SCRIPT = Path.of("../../clients/hookline-hook").toAbsolutePath().normalize();
  // The pipe is read until its end: a sender that kept it open would keep the agent waiting.
  private static final String AGENT = "{ sh \"$0\" \"$@\" 2>&1; echo \"exit $?\"; } | cat";

  private static final Map<String, String> SHELLS =
      Map.of("dash", "dash", "bash", "bash --posix", "busybox", "busybox sh");

  private final Path data;
  private final Path bin;

  /**
   * @param data its data directory
   * @param shell what {@code sh} is: one of {@link #shells}
   */
  HookScript(Path data, String shell) {
    this.data = data;
    try {
      this.bin = Files.createTempDirectory(data.getParent(), "bin");
      Path sh = bin.resolve("sh");
      Files.writeString(
          sh, "#!/bin/sh\nexec " + SHELLS.getOrDefault(shell, "/bin/sh") + " \"$@\"\n");
      Files.setPosixFilePermissions(sh, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The shells that this machine has; at least its own. */
  static Stream<String> shells() {
    return Stream.concat(
        Stream.of("sh"), SHELLS.keySet().stream().sorted().filter(HookScript::has));
  }

  /** Runs the hook, and returns when the agent would go on. */
  Run fires(byte[] event) {
    return run(event, "claude");
  }

  Run fires(String event) {
    return fires(event.getBytes(StandardCharsets.UTF_8));
  }

  /** Runs the script with these words. */
  Run run(byte[] input, String... words) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(bin.resolve("sh").toString(), "-c", AGENT, SCRIPT.toString());
      builder.command().addAll(List.of(words));
      builder.environment().put("HOOKLINE_DATA_DIR", data.toString());
      builder.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
      Process process = builder.redirectErrorStream(true).start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input);
      }
      byte[] said = process.getInputStream().readAllBytes();
      process.waitFor();
      return new Run(new String(said, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** A program that finds its data directory where the script does. */
  static ProcessBuilder inDirectory(Path data, String... words) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("HOOKLINE_DATA_DIR", data.toString());
    return builder;
  }

  /** Ends the sender as {@code kill -9} does; false when there is none. */
  boolean killSender() {
    return sender().map(ProcessHandle::destroyForcibly).orElse(false);
  }

  /** The sender, if one runs. */
  Optional<ProcessHandle> sender() {
    String pid = content(spool().resolve("sender")).strip();
    return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
  }

  Path spool() {
    return data.resolve("spool");
  }

  /** Events that wait, in order. */
  List<Path> waiting() {
    return events(spool());
  }

  /** Events that were set aside. */
  List<Path> refused() {
    return events(spool().resolve("refused"));
  }

  /** When it last tried to send something. */
  FileTime lastTry() {
    try {
      return Files.getLastModifiedTime(spool().resolve("error"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String log() {
    return content(data.resolve("hook.log"));
  }

  private static List<Path> events(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".claude")).sorted().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (FileSystemException missing) {
      return "";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether this machine has the program. */
  static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /**
   * What the agent sees of a hook.
   *
   * @param said what it wrote, to either stream, and then its exit code
   */
  record Run(String said) {
    static final Run SILENT = new Run("exit 0\n");
  }
}
