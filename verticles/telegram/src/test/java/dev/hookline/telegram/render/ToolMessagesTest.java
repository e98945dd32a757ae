package dev.hookline.telegram.render;

import static dev.hookline.messages.EventType.TOOL_ERROR;
import static dev.hookline.messages.EventType.TOOL_RESULT;
import static dev.hookline.messages.EventType.TOOL_START;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ToolMessagesTest {

  @Test
  void shows_a_command_as_code_under_what_it_is_for() {
    // When
    Seen seen =
        Seen.of(
            Given.tool(
                TOOL_START,
                "Bash",
                new JsonObject().put("command", "npm test").put("description", "Run the tests")));

    // Then
    assertThat(seen.text()).isEqualTo("💻 Bash · Run the tests\nnpm test");
    assertThat(seen.styled("bold")).containsExactly("Bash");
    assertThat(seen.styled("pre")).containsExactly("npm test");
    assertThat(seen.texts().get(0).entities().get(1).getLanguage()).isEqualTo("bash");
  }

  @Test
  void says_which_lines_of_which_file_are_read() {
    // When
    Seen seen =
        Seen.of(
            Given.tool(
                TOOL_START,
                "Read",
                new JsonObject()
                    .put("file_path", "/home/ada/orchard/src/tree.py")
                    .put("offset", 10)
                    .put("limit", 5)));

    // Then
    assertThat(seen.text()).isEqualTo("📖 Read src/tree.py lines 10–14");
    assertThat(seen.styled("code")).containsExactly("src/tree.py");
  }

  @Test
  void says_what_is_searched_and_where() {
    // When
    Seen seen =
        Seen.of(
            Given.tool(
                TOOL_START,
                "Grep",
                new JsonObject()
                    .put("pattern", "def \\w+")
                    .put("path", "src")
                    .put("glob", "*.py")));

    // Then
    assertThat(seen.text()).isEqualTo("🔎 Grep def \\w+ in src *.py");
  }

  @Test
  void shows_an_edit_as_a_diff() {
    // When
    Seen seen =
        Seen.of(
            Given.tool(
                TOOL_START,
                "Edit",
                new JsonObject()
                    .put("file_path", "/home/ada/orchard/a.py")
                    .put("old_string", "a\nb\nc")
                    .put("new_string", "a\nB\nc")));

    // Then
    assertThat(seen.text()).isEqualTo("✏️ Edit a.py\n\u00a0a\n-b\n+B\n c");
    assertThat(seen.texts().get(0).entities().get(2).getLanguage()).isEqualTo("diff");
  }

  @Test
  void shows_a_new_file_as_added_lines() {
    // When
    Seen seen =
        Seen.of(
            Given.tool(
                TOOL_START,
                "Write",
                new JsonObject().put("file_path", "/tmp/x").put("content", "one\ntwo\n")));

    // Then
    assertThat(seen.text()).isEqualTo("📝 Write /tmp/x\n+one\n+two");
  }

  @Test
  void ticks_off_what_is_done_of_a_list() {
    // Given
    JsonArray todos =
        new JsonArray()
            .add(new JsonObject().put("content", "dig").put("status", "completed"))
            .add(new JsonObject().put("content", "plant").put("status", "in_progress"))
            .add(new JsonObject().put("content", "water").put("status", "pending"));

    // When
    Seen seen = Seen.of(Given.tool(TOOL_START, "TodoWrite", new JsonObject().put("todos", todos)));

    // Then
    assertThat(seen.text()).isEqualTo("📋 TodoWrite\n✅ dig\n🔄 plant\n⬜ water");
    assertThat(seen.styled("strikethrough")).containsExactly("dig");
  }

  @Test
  void keeps_a_plan_apart_from_where_it_is_kept() {
    JsonObject plan = new JsonObject().put("plan", "1. dig\n2. plant").put("planFilePath", "/p.md");

    Seen seen = Seen.of(Given.tool(TOOL_START, "ExitPlanMode", plan));

    assertThat(seen.text()).isEqualTo("🗺 ExitPlanMode\n1. dig\n2. plant\nplanFilePath: /p.md");
  }

  @Test
  void shows_an_unknown_tool_with_all_it_was_asked() {
    // When
    Seen seen =
        Seen.of(
            Given.tool(
                TOOL_START,
                "mcp__weather__forecast",
                new JsonObject().put("city", "Łódź").put("days", 3).putNull("unit")));

    // Then
    assertThat(seen.text()).isEqualTo("🔌 weather · forecast\ncity: Łódź · days: 3");
  }

  @Test
  void shows_what_an_old_client_says_of_a_tool_without_input() {
    // When
    Seen seen =
        Seen.of(
            Given.event(
                TOOL_START, "Searching the garden", new JsonObject().put("tool", "Garden")));

    // Then
    assertThat(seen.text()).isEqualTo("🔧 Garden\nSearching the garden");
  }

  @Test
  void folds_output_under_the_outcome() {
    // When
    Seen seen =
        Seen.of(
            Given.tool(TOOL_RESULT, "Bash", new JsonObject().put("command", "npm test"))
                .with("response", new JsonObject().put("stdout", "5 passed\n").put("stderr", ""))
                .with("durationMs", 1234));

    // Then
    assertThat(seen.text()).isEqualTo("✅ Bash npm test · 1.2 s\n5 passed");
    assertThat(seen.styled("expandable_blockquote")).containsExactly("5 passed");
  }

  @Test
  void shows_errors_apart_unless_they_are_in_the_output() {
    // Given
    JsonObject apart = new JsonObject().put("stdout", "fine").put("stderr", "but odd");
    JsonObject within = new JsonObject().put("stdout", "fine\nbut odd").put("stderr", "but odd");

    // When
    Seen first = Seen.of(Given.tool(TOOL_RESULT, "Bash", new JsonObject()).with("response", apart));
    Seen second =
        Seen.of(Given.tool(TOOL_RESULT, "Bash", new JsonObject()).with("response", within));

    // Then
    assertThat(first.text()).isEqualTo("✅ Bash\nfine\nstderr:\nbut odd");
    assertThat(second.text()).isEqualTo("✅ Bash\nfine\nbut odd");
  }

  @Test
  void shows_head_and_tail_of_long_output_and_the_whole_as_a_file() {
    // Given
    String output = "line of output\n".repeat(1_000) + "the end";

    // When
    Seen seen =
        Seen.of(
            Given.tool(TOOL_RESULT, "Bash", new JsonObject())
                .with("response", new JsonObject().put("stdout", output)));

    // Then
    assertThat(seen.texts()).hasSize(1);
    assertThat(seen.text()).contains("⋯ 768 lines left out ⋯").endsWith("the end");
    assertThat(seen.document()).isEqualTo(output);
    assertThat(seen.documents().get(0).caption()).isEqualTo("The whole output · 1,001 lines");
  }

  @Test
  void shows_no_more_than_a_glimpse_of_a_file_that_was_read() {
    // Given
    JsonObject file =
        new JsonObject()
            .put("content", "a line\n".repeat(900))
            .put("startLine", 1)
            .put("numLines", 900)
            .put("totalLines", 2_000);

    // When
    Seen seen =
        Seen.of(
            Given.tool(TOOL_RESULT, "Read", new JsonObject().put("file_path", "/x"))
                .with("response", new JsonObject().put("file", file)));

    // Then
    assertThat(seen.text()).startsWith("✅ Read /x · lines 1–900 of 2000\na line\n");
    assertThat(seen.documents()).isEmpty();
  }

  @Test
  void tells_the_size_of_an_edit_that_was_made() {
    // Given
    JsonObject hunk = new JsonObject().put("lines", new JsonArray().add("-a").add("+b").add("+c"));

    // When
    Seen seen =
        Seen.of(
            Given.tool(TOOL_RESULT, "Edit", new JsonObject().put("file_path", "/x"))
                .with(
                    "response",
                    new JsonObject().put("structuredPatch", new JsonArray().add(hunk))));

    // Then
    assertThat(seen.text()).isEqualTo("✅ Edit /x · +2 −1");
  }

  @Test
  void shows_what_a_write_changed_in_a_file_that_was_there() {
    // Given
    JsonObject hunk =
        new JsonObject()
            .put("oldStart", 3)
            .put("oldLines", 1)
            .put("newStart", 3)
            .put("newLines", 1)
            .put("lines", new JsonArray().add("-a").add("+b"));
    JsonObject response = new JsonObject().put("type", "update");

    // When
    Seen seen =
        Seen.of(
            Given.tool(TOOL_RESULT, "Write", new JsonObject().put("file_path", "/x"))
                .with("response", response.put("structuredPatch", new JsonArray().add(hunk))));

    // Then
    assertThat(seen.styled("pre")).containsExactly("@@ -3,1 +3,1 @@\n-a\n+b");
  }

  @Test
  void shows_the_output_that_an_old_client_sends_as_content() {
    // When
    Seen seen =
        Seen.of(
            Given.event(TOOL_RESULT, "3 files", new JsonObject().put("tool", "Bash")),
            Given.event(TOOL_RESULT, "No output", new JsonObject().put("tool", "Bash")));

    // Then
    assertThat(seen.text()).isEqualTo("✅ Bash\n3 files\n\n✅ Bash");
  }

  @Test
  void lists_the_files_that_a_search_found() {
    // Given
    JsonObject found =
        new JsonObject().put("numFiles", 2).put("filenames", new JsonArray().add("a").add("b"));

    // When
    Seen seen = Seen.of(Given.tool(TOOL_RESULT, "Glob", new JsonObject()).with("response", found));

    // Then
    assertThat(seen.text()).isEqualTo("✅ Glob · 2 files\na\nb");
  }

  @Test
  void shows_an_answer_of_unknown_form_as_it_is() {
    // Given
    JsonObject answer = new JsonObject().put("weather", "rain");

    // When
    Seen seen = Seen.of(Given.tool(TOOL_RESULT, "Sky", new JsonObject()).with("response", answer));

    // Then
    assertThat(seen.text()).contains("\"weather\" : \"rain\"");
  }

  @Test
  void says_that_a_tool_was_interrupted() {
    assertThat(
            Seen.of(Given.event(TOOL_ERROR, "", new JsonObject().put("interrupted", true))).text())
        .isEqualTo("❌ A tool · interrupted");
  }

  @Test
  void shows_why_a_tool_failed() {
    // When
    Seen seen =
        Seen.of(
            Given.tool(TOOL_ERROR, "Bash", new JsonObject().put("command", "false"))
                .with("error", "Exit code 1\nboom")
                .with("durationMs", 40));

    // Then
    assertThat(seen.text()).isEqualTo("❌ Bash false · exit 1 · 40 ms\nboom");
  }
}
