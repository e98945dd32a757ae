package dev.hookline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.testkit.Leftovers;
import dev.hookline.testkit.Waits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The plugin of OpenCode, run by Node as OpenCode runs it, against a real node. */
@Tag("process") // needs node and curl
@Timeout(120)
class OpenCodePluginTest {

  /** Does what OpenCode does: loads the plugin, and calls it for whatever happens. */
  private static final String HOST =
      """
      import { readFileSync } from "node:fs";
      const { Hookline } = await import(process.argv[1]);
      const hooks = await Hookline({ directory: "/home/dev/proj" });
      for (const event of JSON.parse(readFileSync(0, "utf8"))) {
        if (event.type === "chat.message") {
          const { sessionID, messageID, parts } = event.properties;
          await hooks["chat.message"]({ sessionID }, { message: { id: messageID }, parts });
        } else {
          hooks.event({ event }); // nobody waits for it
        }
      }
      """;

  @TempDir Path directory;

  private HookScript script;
  private OpenIngest ingest;

  @BeforeEach
  void prepare() {
    assumeTrue(HookScript.has("node"), "there is no node here");
    Path data = directory.resolve("data");
    script = new HookScript(data, "sh");
    ingest = OpenIngest.in(directory);
  }

  @AfterEach
  void close() {
    Leftovers.end(directory);
    if (ingest != null) {
      ingest.close();
    }
  }

  @Test
  void tells_of_a_session_in_its_order_and_of_its_noise_nothing() throws Exception {
    happens(Recordings.of("opencode"));

    Waits.until("all is there", () -> shown().contains("session_end"));
    assertThat(shown())
        .containsExactly(
            "session_start",
            "user_input",
            "session_rename",
            "agent_response",
            "tool_start",
            "approval_request",
            "tool_result",
            "tool_start",
            "tool_error",
            "approval_request",
            "subagent_start",
            "agent_response",
            "subagent_stop",
            "pre_compact",
            "error",
            "notification",
            "notification",
            "notification",
            "session_end");
    assertThat(ingest.totals().accepted()).isEqualTo(20); // and the end of a turn
  }

  @Test
  void tells_once_what_opencode_tells_again_and_again() throws Exception {
    ingest.close(); // what is told stays in the spool
    ingest = null;
    List<JsonObject> session = Recordings.of("opencode");
    JsonObject runs = session.get(9);
    JsonObject said = session.get(7);
    JsonObject renamed = session.get(3);

    happens(List.of(session.get(0), runs, runs, said, said, renamed, renamed, session.get(27)));

    try (Stream<Path> told = Files.list(script.spool())) {
      assertThat(told.filter(file -> file.toString().endsWith(".opencode"))).hasSize(5);
    }
  }

  @Test
  void does_not_take_what_the_user_wrote_for_an_answer() throws Exception {
    List<JsonObject> session = Recordings.of("opencode");
    JsonObject message = session.get(4).copy();
    message.getJsonObject("properties").getJsonObject("info").put("role", "user");

    happens(List.of(message, session.get(7), session.get(27)));

    Waits.until("all is there", () -> shown().contains("session_end"));
    assertThat(shown()).containsExactly("session_end");
  }

  @Test
  void tells_of_the_next_kind_of_sessions_and_not_twice_of_the_other() throws Exception {
    JsonObject old = Recordings.of("opencode").get(4);
    JsonObject twice = next(Recordings.of("opencode-next").get(3));
    twice.getJsonObject("properties").put("sessionID", "ses_1");

    happens(
        Stream.concat(
                Stream.of(old, twice),
                Recordings.of("opencode-next").stream().map(OpenCodePluginTest::next))
            .toList());

    Waits.until("all is there", () -> shown("ses_9").contains("tool_error"));
    assertThat(shown("ses_9"))
        .containsExactly(
            "user_input",
            "agent_response",
            "tool_start",
            "tool_result",
            "tool_start",
            "tool_error");
    assertThat(shown()).isEmpty();
  }

  /** As it is told on the stream of all events. */
  private static JsonObject next(JsonObject durable) {
    return new JsonObject()
        .put("id", durable.getString("id"))
        .put("type", durable.getString("type"))
        .put("properties", durable.getJsonObject("data").copy());
  }

  private List<String> shown() {
    return shown("ses_1");
  }

  private List<String> shown(String session) {
    return ingest.events(session).stream()
        .map(HookEvent::type)
        .filter(EventType::shown)
        .map(EventType::wireName)
        .toList();
  }

  /** As OpenCode tells it: who a child session belongs to is only said where it is created. */
  private void happens(List<JsonObject> session) throws Exception {
    JsonArray events = new JsonArray();
    for (JsonObject event : session) {
      if (event.containsKey("properties")) {
        JsonObject plain = event.copy();
        plain.remove("rootSessionID");
        events.add(plain);
      }
    }
    Path plugin = HookScript.SCRIPT.resolveSibling("hookline-opencode.mjs");
    Process node =
        HookScript.inDirectory(
                directory.resolve("data"),
                "node",
                "--input-type=module",
                "-e",
                HOST,
                plugin.toString())
            .start();
    try (var input = node.getOutputStream()) {
      input.write(events.encode().getBytes(UTF_8));
    }
    String said = new String(node.getInputStream().readAllBytes(), UTF_8);
    assertThat(node.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
    assertThat(Files.exists(script.spool())).isTrue();
  }
}
