package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.Main;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A whole session of Claude Code, fired through the very settings that users have: those that we
 * install, and those that the manual tells them to write.
 */
@Tag("process") // the command hooks need curl
class ClaudeCodeTest extends EndToEnd {

  private static final Pattern BLOCK =
      Pattern.compile("```json\\s+(\\{\"hooks\":.*?)```", Pattern.DOTALL);
  private static final Pattern ALIKE =
      Pattern.compile("the same for (.*?)\\. Claude", Pattern.DOTALL);

  @Test
  void a_session_fired_through_the_hooks_that_we_install_is_shown_in_order() throws Exception {
    Path data = startAtTheUsualPlace();
    System.setProperty("app.home", "../..");
    assertThat(
            Main.run("install-hooks", "claude", "--project", directory.resolve("shop").toString()))
        .isZero();
    System.clearProperty("app.home");
    JsonObject settings =
        new JsonObject(Files.readString(directory.resolve("shop/.claude/settings.local.json")));

    fires(settings.getJsonObject("hooks"), data);

    showsTheSession();
  }

  @Test
  void a_session_fired_through_the_http_hooks_of_the_manual_is_shown_in_order() throws Exception {
    Path data = startAtTheUsualPlace();

    fires(manualSettings(), data);

    showsTheSession();
  }

  private Path startAtTheUsualPlace() {
    Path data = directory.resolve(".local/share/hookline"); // in a home of the test's own
    start("dataDir", data.toString());
    return data;
  }

  private void fires(JsonObject settings, Path data) throws Exception {
    ClaudeCode claude =
        new ClaudeCode(
            settings,
            directory,
            "http://127.0.0.1:" + node.port(),
            Map.of("HOOKLINE_TOKEN", Files.readString(data.resolve("ingest.token")).strip()));
    for (JsonObject event : recording()) {
      claude.fires(event);
    }
  }

  private void showsTheSession() throws Exception {
    chat.awaits(
        "the topic closed", () -> chat.livingTopics().stream().anyMatch(Chat.Topic::closed));
    String shown =
        String.join(
            "\n", chat.messages().stream().filter(m -> !m.deleted()).map(Shown::text).toList());
    assertThat(chat.livingTopics()).hasSize(1);
    assertThat(shown).contains("Session started", "Session ended");
    for (JsonObject event : recording()) {
      assertThat(shown).contains(expected(event));
    }
    oracle.makesOnlyProperCalls();
  }

  /** A piece of what a person must find of the event. */
  private static String expected(JsonObject event) {
    String words =
        switch (event.getString("hook_event_name")) {
          case "UserPromptSubmit" -> event.getString("prompt");
          case "PreToolUse" -> about(event.getJsonObject("tool_input"));
          default -> "";
        };
    String line = words.lines().findFirst().orElse("");
    return line.substring(0, Math.min(30, line.length()));
  }

  private static String about(JsonObject input) {
    String path = input.getString("file_path");
    return path == null ? input.getString("command", "") : Path.of(path).getFileName().toString();
  }

  private static JsonObject manualSettings() throws IOException {
    String manual = Files.readString(Path.of("../../docs/hooks.md"));
    JsonObject settings = new JsonObject();
    Matcher block = BLOCK.matcher(manual);
    while (block.find()) {
      settings.mergeIn(new JsonObject(block.group(1)).getJsonObject("hooks"));
    }
    Matcher alike = ALIKE.matcher(manual);
    assertThat(alike.find()).isTrue();
    Pattern.compile("`(\\w+)`")
        .matcher(alike.group(1))
        .results()
        .forEach(name -> settings.put(name.group(1), settings.getValue("PreToolUse")));
    return settings;
  }

  private static List<JsonObject> recording() throws IOException {
    try (InputStream lines = ClaudeCodeTest.class.getResourceAsStream("/demo/session.jsonl")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> new JsonObject(line).getJsonObject("hook"))
          .toList();
    }
  }
}
