package dev.hookline.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HookSettingsTest {

  private static final Path SCRIPT = Path.of("/opt/hookline/clients/hookline-hook");
  private static final String GROUPED =
      """
      {"model": "opus", "hooks": {"Stop": [{"matcher": "x", "hooks": [{"type": "command", "command": "say done"}]}]},
       "permissions": {"allow": ["Bash(ls:*)"]}, "number": 12345678901234567890, "zed": null}\
      """;
  private static final String LISTED =
      """
      {"version": 1, "hooks": {"stop": [{"command": "say done", "bash": "say done"}]}, "number": 12345678901234567890}\
      """;

  static Stream<HookSettings> agents() {
    return KnownAgents.ALL.stream()
        .filter(HookSettings.class::isInstance)
        .map(HookSettings.class::cast);
  }

  @ParameterizedTest
  @MethodSource("agents")
  void installs_a_hook_for_every_event(HookSettings agent) {
    JsonObject installed = agent.install(new JsonObject(), SCRIPT);

    assertThat(installed.getJsonObject("hooks").fieldNames())
        .containsExactlyElementsOf(agent.events());
    assertThat(installed.getJsonObject("hooks"))
        .allSatisfy(
            event ->
                assertThat(event.getValue().toString())
                    .contains("\"/opt/hookline/clients/hookline-hook " + agent.agent()));
  }

  @Test
  void waits_for_the_answer_to_what_claude_code_asks() {
    assertThat(written(new ClaudeSettings(), "PermissionRequest"))
        .isEqualTo(
            "[{\"hooks\":[{\"type\":\"command\",\"command\":\"/opt/hookline/clients/hookline-hook"
                + " claude --wait\",\"timeout\":3600}]}]");
  }

  @Test
  void writes_what_each_agent_reads() {
    assertThat(written(new ClaudeSettings(), "Stop"))
        .isEqualTo(
            "[{\"hooks\":[{\"type\":\"command\",\"command\":\"/opt/hookline/clients/hookline-hook"
                + " claude --listen\",\"timeout\":3600}]}]");
    assertThat(written(new ClaudeSettings(), "PostToolUse"))
        .contains("claude --heed\",\"timeout\":10");
    assertThat(written(new CodexSettings(), "Stop")).contains("codex --queue\",\"timeout\":10");
    assertThat(written(new CodexSettings(), "Interrupt"))
        .isEqualTo(
            "[{\"hooks\":[{\"type\":\"command\",\"command\":\"/opt/hookline/clients/hookline-hook"
                + " codex\",\"timeout\":3}]}]");
    assertThat(written(new GeminiSettings(), "AfterAgent"))
        .isEqualTo(
            "[{\"hooks\":[{\"type\":\"command\",\"name\":\"hookline\",\"command\":\"/opt/hookline/clients/hookline-hook"
                + " gemini --heed\",\"timeout\":10000}]}]");
    assertThat(written(new CursorSettings(), "stop"))
        .isEqualTo(
            "[{\"command\":\"/opt/hookline/clients/hookline-hook cursor --heed\",\"timeout\":10,"
                + "\"loop_limit\":8}]");
    assertThat(written(new CopilotSettings(), "PreToolUse"))
        .isEqualTo(
            "[{\"type\":\"command\",\"bash\":\"/opt/hookline/clients/hookline-hook copilot || true\",\"timeoutSec\":10}]");
  }

  @ParameterizedTest
  @MethodSource("agents")
  void installs_nothing_twice(HookSettings agent) {
    JsonObject once = agent.install(others(agent), SCRIPT);

    assertThat(agent.install(once, SCRIPT)).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("agents")
  void keeps_what_others_wrote_and_its_order(HookSettings agent) {
    JsonObject before = others(agent);

    JsonObject installed = agent.install(before, SCRIPT);

    assertThat(installed.fieldNames()).startsWith(before.fieldNames().toArray(String[]::new));
    assertThat(installed.encode()).contains("say done", "12345678901234567890");
  }

  @ParameterizedTest
  @MethodSource("agents")
  void takes_out_exactly_what_it_wrote(HookSettings agent) {
    JsonObject before = others(agent);

    assertThat(agent.uninstall(agent.install(before, SCRIPT)).encode()).isEqualTo(before.encode());
    assertThat(agent.uninstall(agent.install(new JsonObject(), SCRIPT)))
        .isEqualTo(new JsonObject());
  }

  @ParameterizedTest
  @MethodSource("agents")
  void replaces_the_hook_of_a_program_that_has_moved(HookSettings agent) {
    JsonObject moved = agent.install(others(agent), Path.of("/elsewhere/hookline-hook"));

    assertThat(agent.install(moved, SCRIPT).encode()).doesNotContain("elsewhere");
    assertThat(agent.uninstall(agent.install(moved, SCRIPT))).isEqualTo(others(agent));
  }

  @ParameterizedTest
  @MethodSource("agents")
  void quotes_a_path_for_the_shell(HookSettings agent) {
    JsonObject installed = agent.install(new JsonObject(), Path.of("/a b/it's/hookline-hook"));

    assertThat(installed.encode()).contains("'/a b/it'\\\\''s/hookline-hook' " + agent.agent());
    assertThat(agent.uninstall(installed)).isEqualTo(new JsonObject());
  }

  @ParameterizedTest
  @MethodSource("agents")
  void leaves_hooks_of_other_agents_alone(HookSettings agent) {
    JsonObject installed = agent.install(new JsonObject(), SCRIPT);

    for (HookSettings other : agents().filter(one -> one.getClass() != agent.getClass()).toList()) {
      if (other.inGroups() == agent.inGroups()) {
        assertThat(other.uninstall(installed)).isEqualTo(installed);
      }
    }
  }

  @Test
  void begins_a_file_as_the_agent_wants_it() {
    assertThat(text(new CursorSettings(), ".cursor/hooks.json")).startsWith("{\n  \"version\": 1,");
    assertThat(text(new CopilotSettings(), "hooks/hookline.json")).contains("\"version\": 1");
    assertThat(text(new CopilotSettings(), "settings.local.json")).doesNotContain("version");
    assertThat(text(new CodexSettings(), "hooks.json")).startsWith("{\n  \"hooks\": {");
  }

  @Test
  void leaves_empty_groups_of_others_alone() {
    JsonObject before = new JsonObject("{\"hooks\": {\"Stop\": [{\"hooks\": []}], \"Setup\": []}}");

    assertThat(new ClaudeSettings().uninstall(before)).isEqualTo(before);
  }

  @Test
  void refuses_hooks_that_it_does_not_understand_and_names_the_file() {
    refuses(new ClaudeSettings(), "{\"hooks\": []}", "hooks is no object");
    refuses(new CodexSettings(), "{\"hooks\": {\"Stop\": {}}}", "hooks.Stop is no list");
    refuses(new GeminiSettings(), "{\"hooks\": {\"Stop\": [1]}}", "hooks.Stop[] is no object");
    refuses(new CursorSettings(), "{\"hooks\": {\"stop\": [1]}}", "hooks.stop[] is no object");
  }

  private static String text(HookSettings agent, String path) {
    return agent.install(new SettingsFile(Path.of(path)), "", SCRIPT);
  }

  private static void refuses(HookSettings agent, String text, String words) {
    SettingsFile file = new SettingsFile(Path.of("/x/settings.json"));

    assertThatThrownBy(() -> agent.install(file, text, SCRIPT))
        .isInstanceOf(BadAgentSettingsException.class)
        .hasMessageContaining(words)
        .hasMessageContaining("/x/settings.json")
        .hasMessageContaining("not touched");
  }

  private static String written(HookSettings agent, String event) {
    return agent
        .install(new JsonObject(), SCRIPT)
        .getJsonObject("hooks")
        .getJsonArray(event)
        .encode();
  }

  private static JsonObject others(HookSettings agent) {
    return new JsonObject(agent.inGroups() ? GROUPED : LISTED);
  }
}
