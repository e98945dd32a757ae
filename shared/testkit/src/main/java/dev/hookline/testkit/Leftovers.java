package dev.hookline.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that a test's hooks left behind: they outlive their hooks, as they would an agent. */
public final class Leftovers {

  private static final Path PROCESSES = Path.of("/proc");

  private Leftovers() {}

  /**
   * Ends all programs with a variable that names this directory or something in it, and returns
   * when none is left that could still write there. Where the system has no {@code /proc}, it does
   * nothing.
   */
  public static void end(Path directory) {
    if (Files.isDirectory(PROCESSES)) {
      Waits.until("hooks left nothing running", () -> kill(in(directory)).isEmpty());
    }
  }

  private static List<ProcessHandle> kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    return processes;
  }

  private static List<ProcessHandle> in(Path directory) {
    return ProcessHandle.allProcesses()
        .filter(process -> !process.equals(ProcessHandle.current()))
        .filter(process -> variables(process).contains("=" + directory))
        .toList();
  }

  private static String variables(ProcessHandle process) {
    try {
      Path file = PROCESSES.resolve(process.pid() + "/environ");
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException goneOrNotOurs) {
      return "";
    }
  }
}
