package dev.hookline.ingest;

import static dev.hookline.testkit.Waits.result;
import static dev.hookline.testkit.Waits.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Pane;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Typing into a real pane of a real tmux. */
@Tag("process") // needs tmux
class TmuxTest {

  private static final String HOSTILE =
      "say \"it's\" $(touch pwned) `touch pwned`; touch pwned && x | y > pwned\n"
          + "#{pid} #(touch pwned) %0 \\ ~ ${HOME}\n\n[201~ tmux kill-server";
  private static final long SECONDS = 30;

  @TempDir Path directory;
  private Vertx vertx;
  private Tmux tmux;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    tmux = new Tmux(vertx);
    Path agent = directory.resolve("agent"); // writes what is typed, and nothing else
    Files.copy(Path.of("/bin/cat"), agent);
    Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwx------"));
  }

  @AfterEach
  void close() throws Exception {
    run("kill-server");
    result(vertx.close());
  }

  @Test
  void types_a_text_as_it_is_and_does_nothing_else() throws Exception {
    Pane pane = pane("exec ./agent > typed");

    assertThat(types(pane, HOSTILE)).isTrue();

    until("typed", () -> typed().equals(HOSTILE + "\n"));
    assertThat(directory.resolve("pwned")).doesNotExist();
    assertThat(run("list-panes", "-a", "-F", "#{pane_id}")).isEqualTo("%0");
    assertThat(run("list-buffers")).isEmpty();
  }

  @Test
  void an_end_of_line_does_not_end_the_text_for_an_agent_that_knows_pastes() throws Exception {
    Pane pane = pane("printf '\\033[?2004h'; stty raw -echo; exec ./agent > typed");

    assertThat(types(pane, "first\nsecond")).isTrue();

    until("typed", () -> typed().equals("\u001b[200~first\nsecond\u001b[201~\r"));
  }

  @Test
  void types_nothing_where_something_else_runs() throws Exception {
    Pane pane = pane("exec ./agent > typed");
    typesNothing(new Pane(pane.session(), pane.socket(), pane.server(), pane.id(), "claude"));
  }

  @Test
  void types_nothing_into_a_pane_of_another_server() throws Exception {
    Pane pane = pane("exec ./agent > typed");
    typesNothing(
        new Pane(pane.session(), pane.socket(), pane.server() + 1, pane.id(), pane.command()));
  }

  @Test
  void types_nothing_into_a_pane_that_is_gone() throws Exception {
    Pane pane = pane("exec ./agent > typed");
    typesNothing(new Pane(pane.session(), pane.socket(), pane.server(), "%7", pane.command()));
  }

  @Test
  void types_nothing_while_somebody_looks_back_in_it() throws Exception {
    Pane pane = pane("exec ./agent > typed");
    run("copy-mode", "-t", pane.id());

    typesNothing(pane);
  }

  @Test
  void types_nothing_when_there_is_no_server() {
    String nowhere = directory.resolve("nowhere").toString();

    assertThat(types(new Pane(new SessionKey("s"), nowhere, 1, "%0", "./agent"), "x")).isFalse();
  }

  private void typesNothing(Pane pane) throws Exception {
    assertThat(types(pane, "x")).isFalse();
    assertThat(result(tmux.enter(pane))).isFalse();
    assertThat(typed()).isEmpty();
    assertThat(run("list-buffers")).isEmpty();
  }

  private boolean types(Pane pane, String text) {
    return result(tmux.paste(pane, "hookline-test", text)) && result(tmux.enter(pane));
  }

  private Pane pane(String command) throws Exception {
    run("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", command);
    until(
        "running", () -> run("display-message", "-p", "#{pane_current_command}").equals("./agent"));
    long server = Long.parseLong(run("display-message", "-p", "#{pid}"));
    return new Pane(
        new SessionKey("s"), directory.resolve("socket").toString(), server, "%0", "./agent");
  }

  private String typed() {
    try {
      return Files.readString(directory.resolve("typed"));
    } catch (IOException notYet) {
      return "";
    }
  }

  private String run(String... words) {
    List<String> command = new ArrayList<>(List.of("tmux", "-S", directory + "/socket"));
    command.addAll(List.of(words));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("TMUX"));
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
      return said.strip();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
