package dev.hookline.telegram.render;

import static dev.hookline.messages.EventType.TOOL_ERROR;
import static dev.hookline.messages.EventType.TOOL_RESULT;
import static dev.hookline.messages.EventType.TOOL_START;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said and shown of a tool's answer. */
class ToolOutputTest {

  private static final JsonObject COMMAND = new JsonObject().put("command", "make");

  @Test
  void keeps_the_last_lines_of_a_command_in_sight() {
    // When
    Seen seen = answered("Bash", COMMAND, new JsonObject().put("stdout", lines(20)));

    // Then
    assertThat(seen.styled("expandable_blockquote")).containsExactly(lines(17));
    assertThat(seen.styled("pre")).containsExactly("line 18\nline 19\nline 20");
  }

  @Test
  void keeps_short_output_in_one_piece() {
    assertThat(answered("Bash", COMMAND, new JsonObject().put("stdout", lines(6))).styled("pre"))
        .isEmpty();
  }

  @Test
  void marks_a_command_that_ended_badly_as_failed() {
    // Given
    JsonObject response =
        new JsonObject()
            .put("output", "boom")
            .put("metadata", new JsonObject().put("exit_code", 2));

    // Then
    assertThat(answered("shell", COMMAND, response).text())
        .isEqualTo("❌ shell make · exit 2\nboom");
  }

  @Test
  void says_nothing_of_a_command_that_ended_well() {
    assertThat(
            answered("shell", COMMAND, new JsonObject().put("output", "").put("exitCode", 0))
                .text())
        .isEqualTo("✅ shell make");
  }

  @Test
  void tells_an_error_without_a_code() {
    assertThat(
            Seen.of(Given.tool(TOOL_ERROR, "Read", new JsonObject()).with("error", "gone")).text())
        .isEqualTo("❌ Read · failed\ngone");
  }

  @Test
  void folds_code_of_many_lines() {
    // When
    Seen seen =
        Seen.of(
            Given.tool(
                TOOL_START,
                "Write",
                new JsonObject().put("file_path", "/x").put("content", lines(40))));

    // Then
    assertThat(seen.styled("expandable_blockquote")).isEqualTo(seen.styled("pre")).hasSize(1);
  }

  @Test
  void says_how_much_a_search_found() {
    // Given
    JsonObject found =
        new JsonObject()
            .put("mode", "content")
            .put("numFiles", 0)
            .put("numLines", 12)
            .put("content", "a:1:x")
            .put("truncated", true);

    // Then
    assertThat(answered("Grep", new JsonObject().put("pattern", "x"), found).text())
        .isEqualTo("✅ Grep x · 12 lines · cut short\na:1:x");
  }

  @Test
  void says_that_a_search_found_nothing() {
    // Given
    JsonObject found = new JsonObject().put("numFiles", 0).put("filenames", new JsonArray());

    // Then
    assertThat(answered("Glob", new JsonObject(), found).text()).isEqualTo("✅ Glob · 0 files");
  }

  @Test
  void says_how_a_page_was_fetched() {
    // Given
    JsonObject page =
        new JsonObject()
            .put("code", 404)
            .put("codeText", "Not Found")
            .put("bytes", 20_480)
            .put("result", "Nothing there");

    // Then
    assertThat(answered("WebFetch", new JsonObject().put("url", "https://x.org"), page).text())
        .isEqualTo("✅ WebFetch https://x.org · 404 Not Found · 20 KB\nNothing there");
  }

  @Test
  void lists_what_a_search_of_the_web_found() {
    // Given
    JsonObject page = new JsonObject().put("title", "Oaks").put("url", "https://oak.org/");
    JsonArray results =
        new JsonArray()
            .add(new JsonObject().put("content", new JsonArray().add(page)))
            .add("Oaks are trees.");

    // Then
    assertThat(
            answered("WebSearch", new JsonObject(), new JsonObject().put("results", results))
                .text())
        .isEqualTo("✅ WebSearch\nOaks\nhttps://oak.org/\nOaks are trees.");
  }

  @Test
  void says_what_a_subagent_took() {
    // Given
    JsonObject response =
        new JsonObject()
            .put("status", "completed")
            .put("totalToolUseCount", 1)
            .put("totalTokens", 34_120)
            .put("totalDurationMs", 61_000)
            .put("content", new JsonArray().add(new JsonObject().put("text", "Found it")));

    // Then
    assertThat(answered("Task", new JsonObject().put("description", "look"), response).text())
        .isEqualTo("✅ Task look · 1 tool call · 34,120 tokens · 1 min 1 s\nFound it");
  }

  @Test
  void says_that_a_subagent_goes_on() {
    JsonObject response =
        new JsonObject()
            .put("isAsync", true)
            .put("status", "async_launched")
            .put("agentId", "ac584d33057e5f927")
            .put("outputFile", "/tmp/tasks/ac584d33057e5f927.output");

    assertThat(answered("Agent", new JsonObject(), response).text())
        .isEqualTo("✅ Agent · goes on in the background");
  }

  private static Seen answered(String tool, JsonObject input, JsonObject response) {
    return Seen.of(Given.tool(TOOL_RESULT, tool, input).with("response", response));
  }

  private static String lines(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(line -> "line " + line)
        .collect(Collectors.joining("\n"));
  }
}
