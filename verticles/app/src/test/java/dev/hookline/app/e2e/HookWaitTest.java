package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hook script as an agent runs it that waits for a decision. */
@Tag("process") // needs curl
class HookWaitTest extends EndToEnd {

  private static final Path SCRIPT = Path.of("../../clients/hookline-hook").toAbsolutePath();
  private static final Object[] ANN_MAY = {"telegram.allowedUsers", new JsonArray().add(Phone.ANN)};
  private static final String TOUCH = "touch file";
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
  void prints_the_answer_and_nothing_else() throws Exception {
    start(ANN_MAY);
    fires();

    phone.presses(phone.seesButtonsBelow(TOUCH), "✅ Allow");

    assertThat(said()).isEqualTo(ApprovalTest.decision("{\"behavior\":\"allow\"}"));
    phone.seesWithoutButtons("✅ Allowed · ");
  }

  @Test
  void gets_its_answer_from_the_next_node_when_one_is_killed() throws Exception {
    start(ANN_MAY);
    fires();
    JsonObject message = phone.seesButtonsBelow(TOUCH);
    awaitsWrittenDown(1);
    restart(ANN_MAY);

    phone.presses(message, "⛔ Deny");

    assertThat(said())
        .isEqualTo(
            ApprovalTest.decision(
                "{\"behavior\":\"deny\",\"message\":\"denied from phone\",\"interrupt\":false}"));
  }

  @Test
  void prints_nothing_when_the_terminal_was_quicker() throws Exception {
    start(ANN_MAY);
    fires();
    phone.seesButtonsBelow(TOUCH);

    new AskingAgent(node, "s").ran(TOUCH);

    assertThat(said()).isEmpty();
  }

  @Test
  void prints_nothing_when_nobody_may_answer() throws Exception {
    start();
    fires();

    assertThat(said()).isEmpty();
  }

  @Test
  void its_question_is_over_when_it_was_ended() throws Exception {
    start(ANN_MAY);
    fires();
    phone.seesButtonsBelow(TOUCH);

    hook.toHandle().destroy(); // the process's own method would close what it still says

    assertThat(said()).isEmpty();
    phone.seesWithoutButtons("The agent's connection was lost.");
  }

  private void fires() throws IOException {
    JsonObject question = new AskingAgent(node, "s").permission("Bash", AskingAgent.bash(TOUCH));
    ProcessBuilder command = new ProcessBuilder("sh", SCRIPT.toString(), "claude", "--wait");
    command.environment().put("HOOKLINE_DATA_DIR", directory.toString());
    hook = command.start();
    try (OutputStream input = hook.getOutputStream()) {
      input.write(question.encode().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String said() throws Exception {
    String said = new String(hook.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(hook.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(hook.exitValue()).isZero();
    return said;
  }
}
