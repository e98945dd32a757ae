package dev.hookline.app.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What an agent waits for when a hook fires: with the hook script, and with what others use. They
 * take turns, so that all meet the same machine. The start of the process is part of every value.
 */
final class HookBenchmark implements Benchmark {

  private static final int TURNS = 150;
  private static final int WARM_UP = 10;
  private static final int ACKNOWLEDGED = 30;
  private static final long PAUSE_MILLIS = 20;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final double P50_MILLIS = 5;
  private static final double P99_MILLIS = 15;

  // As bridges do it that were written in shell: pick the fields, build a line, write it to a
  // socket.
  private static final String SHELL_HOOK =
      """
      set -e # the name of what is missing is in the message
      input=$(cat)
      session=$(printf '%s' "$input" | jq -r '.session_id // empty')
      tool=$(printf '%s' "$input" | jq -r '.tool_name // empty')
      details=$(printf '%s' "$input" | jq -c '.tool_input // {}')
      now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
      jq -cn --arg s "$session" --arg t "$tool" --arg n "$now" --argjson i "$details" \
        '{type: "tool_start", sessionId: $s, timestamp: $n, content: ("Tool: " + $t),
          metadata: {tool: $t, input: $i}}' | nc -N -U "$SOCKET"
      """;

  private int fired;

  @Override
  public String name() {
    return "hook";
  }

  @Override
  @SuppressWarnings("try") // the node has only to be there
  public List<Figure> run(Lab lab) throws Exception {
    Path up = privateDirectory(lab.path("up"));
    Path down = privateDirectory(lab.path("down"));
    Path socket = up.resolve("hookline.sock");
    Path lines = up.resolve("bridge.sock");
    Map<String, String> sockets =
        Map.of(
            "HOOKLINE_INGEST_SOCKET", socket.toString(),
            "HOOKLINE_INGEST_LINE_SOCKET", lines.toString());
    try (BenchNode node = lab.node(sockets)) {
      String script = lab.script("clients/hookline-hook").toString();
      List<HookCommand> commands = new ArrayList<>();
      commands.add(HookCommand.of("sh that does nothing", Map.of(), "sh", "-c", "cat >/dev/null"));
      commands.add(hook("hookline-hook, node up", script, up));
      commands.add(hook("hookline-hook, node down", script, down));
      commands.add(curl(socket));
      commands.addAll(origin(lines));
      takeTurns(commands);
      List<Figure> figures = figures(commands);
      figures.addAll(acknowledgements(hook("acknowledged", script, up), up.resolve("spool")));
      return figures;
    } finally {
      endSender(down);
    }
  }

  private static Path privateDirectory(Path path) throws IOException {
    return Files.createDirectory(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static HookCommand hook(String name, String script, Path data) {
    return HookCommand.of(
        name, Map.of("HOOKLINE_DATA_DIR", data.toString()), "sh", script, "claude");
  }

  private static HookCommand curl(Path socket) {
    return HookCommand.of(
        "curl to the socket, node up",
        Map.of(),
        "curl",
        "-sS",
        "--unix-socket",
        socket.toString(),
        "-H",
        "Content-Type: application/json",
        "--data-binary",
        "@-",
        "http://localhost/v1/hooks/claude");
  }

  /** A hook as bridges have it that were written in shell, where this machine can run it. */
  private List<HookCommand> origin(Path lines) throws InterruptedException {
    HookCommand command =
        HookCommand.of(
            "sh + jq + nc, node up", Map.of("SOCKET", lines.toString()), "sh", "-c", SHELL_HOOK);
    try {
      command.fire(event());
      return List.of(command);
    } catch (IOException | IllegalStateException impossible) {
      System.err.println("no figures for sh + jq + nc, it does not run here: " + impossible);
      return List.of();
    }
  }

  private void takeTurns(List<HookCommand> commands) throws Exception {
    for (int turn = 0; turn < WARM_UP + TURNS; turn++) {
      if (turn == WARM_UP) {
        commands.forEach(command -> command.taken().clear());
      }
      for (HookCommand command : commands) {
        command.fire(event());
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static List<Figure> figures(List<HookCommand> commands) {
    List<Figure> figures = new ArrayList<>();
    for (HookCommand command : commands) {
      Sample sample = Sample.of(command.taken());
      Figure p50 = Figure.of(command.name() + ", p50", sample.percentile(50), "ms");
      Figure p99 = Figure.of(command.name() + ", p99", sample.percentile(99), "ms");
      boolean ours = command.name().startsWith("hookline-hook");
      figures.add(ours ? p50.atMost(P50_MILLIS) : p50);
      figures.add(ours ? p99.atMost(P99_MILLIS) : p99);
    }
    return figures;
  }

  /** From the start of the hook until its sender has deleted the event. */
  private List<Figure> acknowledgements(HookCommand hook, Path spool) throws Exception {
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < ACKNOWLEDGED; i++) {
      long began = System.nanoTime();
      hook.fire(event());
      while (somethingWaits(spool)) {
        if (System.nanoTime() - began > PATIENCE_NANOS) {
          throw new IllegalStateException("never acknowledged: look into hook.log beside " + spool);
        }
        TimeUnit.MILLISECONDS.sleep(1);
      }
      taken.add((System.nanoTime() - began) / 1e6);
    }
    Sample sample = Sample.of(taken);
    return List.of(
        Figure.of("hookline-hook to acknowledgement, p50", sample.percentile(50), "ms"),
        Figure.of("hookline-hook to acknowledgement, p99", sample.percentile(99), "ms"));
  }

  private static boolean somethingWaits(Path spool) throws IOException {
    try (Stream<Path> files = Files.list(spool)) {
      return files.anyMatch(file -> file.toString().endsWith(".claude"));
    }
  }

  // The sender of the node that is down would try for ever.
  private static void endSender(Path data) throws IOException {
    Path sender = data.resolve("spool/sender");
    if (Files.exists(sender)) {
      ProcessHandle.of(Long.parseLong(Files.readString(sender).strip()))
          .filter(ProcessHandle::destroyForcibly)
          .ifPresent(ended -> ended.onExit().join());
    }
  }

  private String event() {
    fired++;
    return new JsonObject()
        .put("session_id", "bench-" + fired % 4)
        .put("transcript_path", "/home/ann/.claude/projects/-home-ann-shop/bench.jsonl")
        .put("cwd", "/home/ann/shop")
        .put("prompt_id", "2efa0170-ad42-4241-9095-0abf560108d1")
        .put("permission_mode", "acceptEdits")
        .put("hook_event_name", "PreToolUse")
        .put("tool_name", "Bash")
        .put("tool_input", new JsonObject().put("command", "make check # " + "x".repeat(400)))
        .put("tool_use_id", "toolu_" + fired)
        .encode();
  }
}
