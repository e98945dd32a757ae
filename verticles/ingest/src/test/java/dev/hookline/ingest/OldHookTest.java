package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hook script from before Hookline, run by a real shell. */
@Timeout(60)
class OldHookTest {

  @TempDir Path directory;

  @Test
  void works_unchanged() throws Exception {
    try (OpenIngest ingest = OpenIngest.in(directory)) {
      assertThat(run(ingest.lineSocket())).isZero();

      while (ingest.totals().accepted() < 5) {
        Thread.onSpinWait();
      }
      List<HookEvent> events = ingest.events("old-1");
      assertThat(events)
          .extracting(event -> event.type().wireName() + ": " + event.content())
          .containsExactly(
              "session_start: Claude Code session started",
              "user_input: größer, bitte",
              "tool_start: Tool: Bash",
              "tool_result: README.md");
      assertThat(events.get(0).metadata().getString("projectDir")).isEqualTo("/home/ann/shop");
      assertThat(ingest.totals().kept()).isEqualTo(1); // the end of the turn
    }
  }

  @Test
  void learns_from_the_socket_that_nobody_is_there() throws Exception {
    assertThat(run(directory.resolve("bridge.sock"))).isEqualTo(3);
  }

  private int run(Path socket) throws IOException, InterruptedException {
    Path script = directory.resolve("old-hook.sh");
    try (InputStream in = getClass().getResourceAsStream("/old-hook.sh")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
    ProcessBuilder shell = new ProcessBuilder("bash", script.toString(), "old-1").inheritIO();
    shell.environment().put("TELEGRAM_BRIDGE_SOCKET", socket.toString());
    shell.environment().put("PATH", netCat().getParent() + ":" + System.getenv("PATH"));
    return shell.start().waitFor();
  }

  // Not every machine has an nc, so the script finds one of ours.
  private Path netCat() throws IOException {
    Path nc = Files.createDirectory(directory.resolve("bin")).resolve("nc");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        nc,
        "#!/bin/sh\nexec \"%s\" -cp \"%s\" %s \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path"), NetCat.class.getName()));
    return Files.setPosixFilePermissions(nc, PosixFilePermissions.fromString("rwx------"));
  }
}
