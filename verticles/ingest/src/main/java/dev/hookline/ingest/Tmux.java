package dev.hookline.ingest;

import dev.hookline.store.Pane;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Types into a pane of tmux. Nothing of the text is ever an argument or a command: it goes in
 * through a pipe, into a buffer of tmux, and from there into the pane.
 *
 * <p>Whether the pane is still the one that was reported is asked by the tmux server itself in the
 * same command that types, so that nothing can come in between.
 */
final class Tmux {

  private static final long PATIENCE_SECONDS = 5;
  private static final int MOST_OUTPUT = 200;
  private static final String YES = "hookline-typed";

  private final Vertx vertx;

  Tmux(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Pastes a text, without an end of line.
   *
   * @param name of the buffer, unique
   * @return whether it did; it does not when the pane is gone, or is not what it was. Fails when
   *     nobody knows
   */
  Future<Boolean> paste(Pane pane, String name, String text) {
    return run(text, command(pane, "load-buffer", "-b", name, "-"))
        .compose(
            loaded ->
                loaded.code() != 0
                    ? Future.succeededFuture(false)
                    : typed(pane, "paste-buffer -p -r -d -b " + name + " -t " + pane.id())
                        .compose(did -> did ? Future.succeededFuture(true) : dropped(pane, name)));
  }

  /** Presses Enter; answers as {@link #paste} does. */
  Future<Boolean> enter(Pane pane) {
    return typed(pane, "send-keys -t " + pane.id() + " Enter");
  }

  private Future<Boolean> typed(Pane pane, String how) {
    String same =
        "#{&&:#{==:#{pid},%d},#{&&:#{==:#{pane_current_command},%s},#{==:#{pane_in_mode}#{pane_dead},00}}}"
            .formatted(pane.server(), pane.command());
    return run(
            "",
            command(
                pane,
                "if-shell",
                "-F",
                "-t",
                pane.id(),
                same,
                how + " ; display-message -p " + YES))
        .compose(
            end -> {
              if (end.output().strip().equals(YES)) {
                return Future.succeededFuture(true);
              }
              return end.code() == 0 || !end.late()
                  ? Future.succeededFuture(false)
                  : Future.failedFuture("tmux did not say whether it typed");
            });
  }

  private Future<Boolean> dropped(Pane pane, String name) {
    return run("", command(pane, "delete-buffer", "-b", name)).map(false);
  }

  private static List<String> command(Pane pane, String... words) {
    return Stream.concat(Stream.of("tmux", "-S", pane.socket()), Stream.of(words)).toList();
  }

  private record End(int code, String output, boolean late) {}

  private Future<End> run(String input, List<String> command) {
    return vertx.executeBlocking(() -> runNow(input, command), false);
  }

  private static End runNow(String input, List<String> command) throws InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      return new End(127, "", false);
    }
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      // its end says why
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new End(124, "", true);
    }
    return new End(process.exitValue(), output(process), false);
  }

  private static String output(Process process) {
    try (InputStream out = process.getInputStream()) {
      return new String(out.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "";
    }
  }
}
