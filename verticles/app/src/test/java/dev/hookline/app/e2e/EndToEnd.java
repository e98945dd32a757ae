package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.Main;
import dev.hookline.testkit.Leftovers;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A chat and a node for each test; the node is started by the test, with the settings it needs. */
abstract class EndToEnd {

  @TempDir Path directory;

  Chat chat;
  Oracle oracle;
  RunningNode node;

  @BeforeEach
  void openChat() {
    chat = Chat.open();
    oracle = new Oracle(chat);
  }

  @AfterEach
  void closeAll() {
    if (node != null) {
      node.close();
    }
    Leftovers.end(directory);
    chat.close();
  }

  void start(Object... changed) {
    node = RunningNode.start(directory, chat, changed);
  }

  /** Kills the node and starts another one on what it left. */
  void restart(Object... changed) {
    node.die();
    start(changed);
  }

  /** What the chat shows is known to the store too. */
  void awaitsWrittenDown(long events) {
    chat.awaits("written down", () -> node.get("/healthz").getLong("shown") >= events);
  }

  void awaitsAllShown(Story... stories) {
    chat.awaits("everything shown", () -> oracle.shows(stories));
  }

  /** Runs a command beside the node, and gives what it says. */
  String command(String... words) {
    return told(0, words);
  }

  /** Runs a command that cannot do what it is for, and gives what it says. */
  String failingCommand(String... words) {
    return told(1, words);
  }

  private String told(int code, String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream beforeErr = System.err;
    try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
      Path settings = directory.resolve("settings.yaml"); // JSON is YAML
      Files.writeString(settings, RunningNode.settings(directory, chat).encode());
      arguments.addAll(List.of("--config", settings.toString()));
      System.setOut(out);
      System.setErr(code == 0 ? beforeErr : out);
      assertThat(Main.run(arguments.toArray(String[]::new))).isEqualTo(code);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      System.setOut(before);
      System.setErr(beforeErr);
    }
    return told.toString(StandardCharsets.UTF_8);
  }

  /** The next message with these words comes to grief like this. */
  final void loses(String words, String action) {
    chat.fault(
        new JsonObject()
            .put("methods", List.of("sendMessage"))
            .put("contains", words)
            .put("count", 1)
            .put("action", action));
  }
}
