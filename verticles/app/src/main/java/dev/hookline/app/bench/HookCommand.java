package dev.hookline.app.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that an agent could run for each hook.
 *
 * @param name what the table calls it
 * @param command its words
 * @param environment what it needs to know
 * @param taken how long the agent waited for it, in milliseconds; one value for each firing
 */
record HookCommand(
    String name, List<String> command, Map<String, String> environment, List<Double> taken) {

  static HookCommand of(String name, Map<String, String> environment, String... command) {
    return new HookCommand(name, List.of(command), environment, new ArrayList<>());
  }

  /** Runs it as an agent does: writes the event, and waits until it has ended and all is read. */
  void fire(String event) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    long began = System.nanoTime();
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(event.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    taken.add((System.nanoTime() - began) / 1e6);
    if (exit != 0) {
      throw new IllegalStateException(name + " ended with " + exit + ": " + said);
    }
  }
}
