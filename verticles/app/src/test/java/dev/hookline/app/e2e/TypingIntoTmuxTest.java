package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
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

/** What is written in a topic is typed where the agent runs, when its hook said where that is. */
@Tag("process") // needs curl and tmux
class TypingIntoTmuxTest extends EndToEnd {

  private static final Path SCRIPT = Path.of("../../clients/hookline-hook").toAbsolutePath();
  private static final Object[] MAY_TYPE = {
    "telegram.users",
    new JsonArray().add(Phone.ANN + " reply"),
    "ingest.typeIntoTmux",
    true,
    "ingest.replyPatienceMillis",
    0
  };
  private static final long SECONDS = 60;

  private Phone phone;

  @BeforeEach
  void opensATerminal() throws IOException {
    phone = new Phone(chat, Phone.ANN);
    Path agent = directory.resolve("agent"); // writes what is typed, and nothing else
    Files.copy(Path.of("/bin/cat"), agent);
    Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwx------"));
    tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "exec ./agent > typed");
    chat.awaits(
        "agent", () -> tmux("display-message", "-p", "#{pane_current_command}").equals("./agent"));
  }

  @AfterEach
  void closesTheTerminal() {
    tmux("kill-server");
  }

  @Test
  void types_what_is_written_to_an_agent_whose_turn_is_over() throws Exception {
    start(MAY_TYPE);
    assertThat(stops()).isEmpty();
    awaitsWrittenDown(1);

    long message = phone.writes(topic(), "now \"commit\" $(touch pwned)\nand push");

    chat.awaits("typed", () -> typed().equals("now \"commit\" $(touch pwned)\nand push\n"));
    phone.seesReaction(message, "👍");
    assertThat(directory.resolve("pwned")).doesNotExist();
  }

  @Test
  void what_cannot_be_typed_waits_for_the_next_stop() throws Exception {
    start(MAY_TYPE);
    stops();
    awaitsWrittenDown(1);
    tmux("respawn-pane", "-k", "exec sleep 1000");

    long message = phone.writes(topic(), "go on");
    phone.seesReaction(message, "👀");

    chat.awaits("given", () -> stops().contains("\"reason\":\"go on\""));
    assertThat(typed()).isEmpty();
  }

  @Test
  void types_nothing_unless_it_was_switched_on() throws Exception {
    start(
        "telegram.users",
        new JsonArray().add(Phone.ANN + " reply"),
        "ingest.replyPatienceMillis",
        0);
    stops();
    awaitsWrittenDown(1);

    phone.seesReaction(phone.writes(topic(), "go on"), "👀");

    assertThat(stops()).contains("\"reason\":\"go on\"");
    assertThat(typed()).isEmpty();
  }

  /** The agent's turn ends; gives what its hook says. */
  private String stops() {
    JsonObject stop =
        new AskingAgent(node, "s").hook("Stop").put("last_assistant_message", "Done.");
    ProcessBuilder command = new ProcessBuilder("sh", SCRIPT.toString(), "claude", "--listen");
    command.environment().put("HOOKLINE_DATA_DIR", directory.toString());
    command
        .environment()
        .put("TMUX", directory + "/socket," + tmux("display-message", "-p", "#{pid}") + ",0");
    command.environment().put("TMUX_PANE", "%0");
    try {
      Process hook = command.start();
      try (OutputStream input = hook.getOutputStream()) {
        input.write(stop.encode().getBytes(StandardCharsets.UTF_8));
      }
      return said(hook);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private String tmux(String... words) {
    List<String> command = new ArrayList<>(List.of("tmux", "-S", directory + "/socket"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TMUX"));
    try {
      return said(builder.start()).strip();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String said(Process process) throws IOException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    return said;
  }

  private String typed() {
    try {
      return Files.readString(directory.resolve("typed"));
    } catch (IOException notYet) {
      return "";
    }
  }

  private long topic() {
    return chat.livingTopics().get(0).thread();
  }
}
