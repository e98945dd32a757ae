package dev.hookline.app.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of this machine that a test needs. */
final class Tool {

  private Tool() {}

  /**
   * What it says, on both ways.
   *
   * @param debian the package that has it
   */
  static Said run(String debian, String program, String... arguments) {
    if (Stream.of(System.getenv("PATH").split(":", -1))
        .noneMatch(directory -> Files.isExecutable(Path.of(directory, program)))) {
      throw new AssertionError(
          "this test needs " + program + ": apt-get install " + debian + ", or leave out --all");
    }
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), words);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** How it ended, and what it said. */
  record Said(int code, String words) {}
}
