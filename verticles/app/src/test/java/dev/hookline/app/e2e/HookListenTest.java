package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hook script as an agent runs it that can be told something. */
@Tag("process") // needs curl
class HookListenTest extends EndToEnd {

  private static final Path SCRIPT = Path.of("../../clients/hookline-hook").toAbsolutePath();
  private static final Object[] ANN_MAY = {
    "telegram.users", new JsonArray().add(Phone.ANN + " reply")
  };
  private static final long SECONDS = 90;

  private Phone phone;
  private Process hook;

  @BeforeEach
  void hasAPhone() {
    phone = new Phone(chat, Phone.ANN);
  }

  @AfterEach
  void ends() {
    if (hook != null) {
      hook.destroyForcibly();
    }
  }

  @Test
  void prints_what_is_written_and_nothing_else() throws Exception {
    start(ANN_MAY);
    fires();
    awaitsWrittenDown(1);

    phone.writes(topic(), "go on\nwith $(the) 'tests'");

    assertThat(said())
        .isEqualTo("{\"decision\":\"block\",\"reason\":\"go on\\nwith $(the) 'tests'\"}");
  }

  @Test
  void is_told_by_the_next_node_when_one_is_killed() throws Exception {
    start(ANN_MAY);
    fires();
    awaitsWrittenDown(1);
    restart(ANN_MAY);

    phone.writes(topic(), "go on");

    assertThat(said()).isEqualTo("{\"decision\":\"block\",\"reason\":\"go on\"}");
  }

  @Test
  void heeds_what_was_written_once_the_node_has_said_so() throws Exception {
    start(ANN_MAY);
    assertThat(ran("first")).isEmpty();
    awaitsWrittenDown(1);
    phone.seesReaction(phone.writes(topic(), "use make"), "👀");

    ran("second");
    chat.awaits("a word of the node", () -> Files.exists(directory.resolve("spool/written-to")));

    assertThat(ran("third")).contains("PostToolUse", "use make");
    assertThat(ran("fourth")).isEmpty();
  }

  @Test
  void prints_nothing_when_nobody_may_write() throws Exception {
    start();
    fires();

    assertThat(said()).isEmpty();
  }

  @Test
  void does_not_wait_for_a_node_that_is_away() throws Exception {
    start(ANN_MAY);
    node.die();
    fires();

    assertThat(said()).isEmpty();
  }

  private long topic() {
    return chat.livingTopics().get(0).thread();
  }

  private String ran(String command) throws Exception {
    fires("--heed", new AskingAgent(node, "s").result(command));
    return said();
  }

  private void fires() throws IOException {
    fires(
        "--listen", new AskingAgent(node, "s").hook("Stop").put("last_assistant_message", "Done."));
  }

  private void fires(String way, JsonObject event) throws IOException {
    ProcessBuilder command = new ProcessBuilder("sh", SCRIPT.toString(), "claude", way);
    command.environment().put("HOOKLINE_DATA_DIR", directory.toString());
    hook = command.start();
    try (OutputStream input = hook.getOutputStream()) {
      input.write(event.encode().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String said() throws Exception {
    String said = new String(hook.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(hook.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(hook.exitValue()).isZero();
    return said;
  }
}
