package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The hook script of claude-telegram-mirror against a node: lines of JSON on a unix socket, one
 * connection per firing, a start of the session before each, and no answer.
 */
class OldClientTest extends EndToEnd {

  private static final String SESSION = "3f2a1b4c-0d5e-4f6a-8b7c-9d0e1f2a3b4c";

  @Test
  void a_session_of_the_old_hook_script_is_shown_in_order_in_one_topic() throws Exception {
    // Given
    start();

    // When
    fires(line("user_input", "fix the parser", new JsonObject().put("source", "cli")));
    fires(
        line(
            "tool_start",
            "Tool: Bash",
            tool().put("input", new JsonObject().put("command", "make check"))));
    fires(line("tool_result", "14 passed", tool()));
    fires(
        line("agent_response", "The parser is fixed.", new JsonObject()),
        line("turn_complete", "", new JsonObject()));
    fires(line("session_end", "prompt_input_exit", new JsonObject()));

    // Then
    chat.awaits(
        "the topic closed", () -> chat.livingTopics().stream().anyMatch(Chat.Topic::closed));
    List<String> texts =
        chat.messages().stream().map(Shown::text).filter(text -> !text.isEmpty()).toList();
    assertThat(texts)
        .satisfiesExactly(
            text -> assertThat(text).contains("Session started", "/src/parser"),
            text -> assertThat(text).contains("fix the parser"),
            text -> assertThat(text).contains("make check", "14 passed"),
            text -> assertThat(text).contains("The parser is fixed."),
            text -> assertThat(text).contains("Session ended"));
    assertThat(chat.livingTopics()).hasSize(1);
    assertThat(chat.livingTopics().get(0).name()).contains("parser", "laptop");
    oracle.makesOnlyProperCalls();
  }

  private void fires(JsonObject... lines) throws IOException {
    StringBuilder batch = new StringBuilder(started().encode()).append('\n');
    for (JsonObject line : lines) {
      batch.append(line.encode()).append('\n');
    }
    UnixDomainSocketAddress socket = UnixDomainSocketAddress.of(directory.resolve("bridge.sock"));
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(socket);
      ByteBuffer bytes = ByteBuffer.wrap(batch.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static JsonObject started() {
    return line(
        "session_start",
        "Claude Code session started",
        new JsonObject()
            .put("projectDir", "/src/parser")
            .put("hostname", "laptop")
            .put("tmuxSession", "main")
            .put("tmuxPane", "%3")
            .put("transcript_path", "/home/ada/.claude/projects/-work-parser/x.jsonl"));
  }

  private static JsonObject line(String type, String content, JsonObject metadata) {
    return new JsonObject()
        .put("type", type)
        .put("sessionId", SESSION)
        .put("timestamp", "2026-11-23T09:30:00.000Z")
        .put("content", content)
        .put("metadata", metadata);
  }

  private static JsonObject tool() {
    return new JsonObject().put("tool", "Bash").put("toolUseId", "toolu_01");
  }
}
