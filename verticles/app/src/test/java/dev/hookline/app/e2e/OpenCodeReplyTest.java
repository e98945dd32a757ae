package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people write to OpenCode, which our plugin hands on as a prompt. */
@Tag("process") // needs node and curl
@Timeout(120)
class OpenCodeReplyTest extends EndToEnd {

  private static final Path PLUGIN =
      Path.of("../../clients/hookline-opencode.mjs").toAbsolutePath();

  /** Does what OpenCode does: tells the plugin what happens, and takes prompts from it. */
  private static final String HOST =
      """
      import { createInterface } from "node:readline";
      const { Hookline } = await import(process.argv[1]);
      const prompts = { promptAsync: async (prompt) => console.log(JSON.stringify(prompt)) };
      const hooks = await Hookline({ directory: "/home/dev/proj", client: { session: prompts } });
      for await (const line of createInterface({ input: process.stdin })) {
        hooks.event({ event: JSON.parse(line) });
      }
      """;

  private Phone phone;
  private Process host;

  @BeforeEach
  void works() throws IOException {
    phone = new Phone(chat, Phone.ANN);
    start("telegram.users", new JsonArray().add(Phone.ANN + " reply"));
    ProcessBuilder node =
        new ProcessBuilder("node", "--input-type=module", "-e", HOST, PLUGIN.toString());
    node.environment().put("HOOKLINE_DATA_DIR", directory.toString());
    host = node.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    happens("session.created", new JsonObject().put("id", "ses_1").put("title", "mend it"));
    chat.awaits("its topic", () -> !chat.livingTopics().isEmpty());
  }

  @AfterEach
  void ends() {
    host.destroy();
  }

  @Test
  void a_session_that_is_idle_gets_what_is_written_as_its_next_prompt() throws IOException {
    happens("session.idle", null);
    awaitsTheEndsOfTurns(1);

    long message = phone.writes(chat.livingTopics().get(0).thread(), "use \"make\"");

    JsonObject prompt = new JsonObject(prompts().readLine());
    assertThat(prompt.getJsonObject("path")).isEqualTo(new JsonObject().put("id", "ses_1"));
    assertThat(prompt.getJsonObject("body").encode())
        .isEqualTo("{\"parts\":[{\"type\":\"text\",\"text\":\"use \\\"make\\\"\"}]}");
    phone.seesReaction(message, "👍");
  }

  @Test
  void what_is_written_while_it_works_is_its_prompt_when_it_is_idle() throws IOException {
    phone.seesReaction(phone.writes(chat.livingTopics().get(0).thread(), "use make"), "👀");

    happens("session.idle", null);

    assertThat(prompts().readLine()).contains("use make");
    awaitsTheEndsOfTurns(1);
  }

  private void awaitsTheEndsOfTurns(long count) {
    chat.awaits(
        "the end of the turn, told once",
        () -> node.get("/healthz").getLong("accepted") == 1 + count);
  }

  private BufferedReader prompts() {
    return host.inputReader(StandardCharsets.UTF_8);
  }

  private void happens(String type, JsonObject info) throws IOException {
    JsonObject properties = new JsonObject().put("sessionID", "ses_1");
    if (info != null) {
      properties.put("info", info);
    }
    String event = new JsonObject().put("type", type).put("properties", properties).encode() + "\n";
    host.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
    host.getOutputStream().flush();
  }
}
