package dev.hookline.telegram.render;

import static dev.hookline.messages.EventType.TOOL_RESULT;
import static dev.hookline.messages.EventType.TOOL_START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tools as agents other than Claude Code name and ask them. */
class OtherAgentsTest {

  @ParameterizedTest
  @CsvSource({
    "Shell, 💻",
    "run_shell_command, 💻",
    "exec_command, 💻",
    "search_file_content, 🔎",
    "google_web_search, 🌐",
    "list_directory, 🗂",
    "write_todos, 📋",
    "str_replace_editor, ✏️",
    "apply_patch, ✏️",
    "teleport, 🔧"
  })
  void has_a_picture_for_what_a_tool_does(String tool, String icon) {
    assertThat(Seen.of(Given.tool(TOOL_START, tool, new JsonObject())).text())
        .isEqualTo(icon + " " + tool);
  }

  @ParameterizedTest
  @CsvSource({
    "mcp__git_hub__create_issue, git_hub · create_issue",
    "mcp_github_create_issue, github · create_issue",
    "MCP:create_issue, create_issue"
  })
  void names_server_and_tool(String tool, String shown) {
    assertThat(Seen.of(Given.tool(TOOL_START, tool, new JsonObject())).text())
        .isEqualTo("🔌 " + shown);
  }

  @Test
  void shows_the_script_that_a_shell_is_given() {
    // Given
    JsonArray words = new JsonArray().add("/bin/bash").add("-lc").add("npm test && echo done");

    // Then
    assertThat(
            Seen.of(Given.tool(TOOL_START, "shell", new JsonObject().put("command", words))).text())
        .isEqualTo("💻 shell\nnpm test && echo done");
  }

  @Test
  void shows_a_patch_as_a_diff_and_names_its_files() {
    // Given
    String patch =
        """
        *** Begin Patch
        *** Update File: src/a.py
        @@
        -a
        +b
        *** Add File: b.py
        +new
        *** End Patch
        """;

    // When
    Seen seen =
        Seen.of(
            Given.tool(TOOL_START, "apply_patch", new JsonObject().put("command", patch)),
            Given.tool(TOOL_RESULT, "apply_patch", new JsonObject().put("command", patch)));

    // Then
    assertThat(seen.text())
        .isEqualTo(
            """
            ✏️ apply_patch src/a.py and 1 more
            *** Update File: src/a.py
            @@
            -a
            +b
            *** Add File: b.py
            +new

            ✅ apply_patch src/a.py and 1 more""");
    assertThat(seen.texts().get(0).entities().get(2).getLanguage()).isEqualTo("diff");
  }

  @Test
  void shows_edits_and_new_files_under_any_name() {
    // Given
    JsonObject edit = new JsonObject().put("path", "/x").put("old_str", "a").put("new_str", "b");
    JsonObject file = new JsonObject().put("path", "/y").put("file_text", "one");

    // Then
    assertThat(Seen.of(Given.tool(TOOL_START, "edit", edit)).text())
        .isEqualTo("✏️ edit /x\n-a\n+b");
    assertThat(Seen.of(Given.tool(TOOL_START, "create", file)).text())
        .isEqualTo("📝 create /y\n+one");
  }

  @Test
  void shows_a_plan_in_steps_as_a_list() {
    // Given
    JsonArray plan =
        new JsonArray()
            .add(new JsonObject().put("step", "dig").put("status", "completed"))
            .add(new JsonObject().put("step", "plant").put("status", "in-progress"))
            .add(new JsonObject().put("step", "sing").put("status", "cancelled"))
            .add(new JsonObject().put("step", "water").put("status", "pending"));

    // Then
    assertThat(
            Seen.of(Given.tool(TOOL_START, "update_plan", new JsonObject().put("plan", plan)))
                .text())
        .isEqualTo("📋 update_plan\n✅ dig\n🔄 plant\n🚫 sing\n⬜ water");
  }

  @Test
  void reads_input_that_comes_as_text() {
    assertThat(
            Seen.of(
                    Given.event(
                        TOOL_START,
                        "",
                        new JsonObject().put("tool", "view").put("input", "{\"path\":\"/x\"}")))
                .text())
        .isEqualTo("📖 view /x");
  }

  @Test
  void hides_nothing_of_a_patch_that_is_to_be_approved() {
    // Given
    String patch = "*** Begin Patch\n*** Delete File: a.py";
    JsonObject input = new JsonObject().put("input", patch).put("todos", "- [ ] *dig*");

    // Then
    assertThat(Seen.of(Given.tool(EventType.APPROVAL_REQUEST, "apply_patch", input)).text())
        .contains("*** Delete File: a.py", "⬜ dig");
  }
}
