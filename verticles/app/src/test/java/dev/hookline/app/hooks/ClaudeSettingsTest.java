package dev.hookline.app.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ClaudeSettingsTest {

  private static final String OTHERS =
      """
      {"model": "opus", "hooks": {"Stop": [{"matcher": "x", "hooks": [{"type": "command", "command": "say done"}]}]},
       "permissions": {"allow": ["Bash(ls:*)"]}, "number": 12345678901234567890, "zed": null}\
      """;

  private final ClaudeSettings settings = new ClaudeSettings("/opt/hookline/clients/hookline-hook");

  @Test
  void installs_a_hook_for_every_event() {
    JsonObject installed = settings.install(new JsonObject());

    assertThat(installed.getJsonObject("hooks").fieldNames())
        .containsExactlyElementsOf(ClaudeSettings.EVENTS);
    assertThat(installed.getJsonObject("hooks").getJsonArray("Stop").encode())
        .isEqualTo(
            "[{\"hooks\":[{\"type\":\"command\",\"command\":\"/opt/hookline/clients/hookline-hook"
                + " claude\",\"timeout\":10}]}]");
  }

  @Test
  void installs_nothing_twice() {
    JsonObject once = settings.install(new JsonObject(OTHERS));

    assertThat(settings.install(once)).isEqualTo(once);
  }

  @Test
  void keeps_what_others_wrote_and_its_order() {
    JsonObject installed = settings.install(new JsonObject(OTHERS));

    assertThat(installed.fieldNames())
        .containsExactly("model", "hooks", "permissions", "number", "zed");
    assertThat(installed.getJsonObject("hooks").getJsonArray("Stop").getJsonObject(0).encode())
        .contains("say done");
  }

  @Test
  void takes_out_exactly_what_it_wrote() {
    JsonObject before = new JsonObject(OTHERS);

    assertThat(ClaudeSettings.uninstall(settings.install(before)).encode())
        .isEqualTo(before.encode());
    assertThat(ClaudeSettings.uninstall(settings.install(new JsonObject())))
        .isEqualTo(new JsonObject());
  }

  @Test
  void replaces_the_hook_of_a_program_that_has_moved() {
    JsonObject moved =
        new ClaudeSettings("/elsewhere/hookline-hook").install(new JsonObject(OTHERS));

    assertThat(settings.install(moved)).isEqualTo(settings.install(new JsonObject(OTHERS)));
  }

  @Test
  void leaves_empty_groups_of_others_alone() {
    JsonObject before = new JsonObject("{\"hooks\": {\"Stop\": [{\"hooks\": []}], \"Setup\": []}}");

    assertThat(ClaudeSettings.uninstall(settings.install(before))).isEqualTo(before);
  }

  @Test
  void quotes_a_path_for_the_shell() {
    JsonObject installed = new ClaudeSettings("/a b/it's/hookline-hook").install(new JsonObject());

    assertThat(installed.encode()).contains("'/a b/it'\\\\''s/hookline-hook' claude");
    assertThat(ClaudeSettings.uninstall(installed)).isEqualTo(new JsonObject());
  }

  @Test
  void refuses_hooks_that_it_does_not_understand() {
    assertThatThrownBy(() -> settings.install(new JsonObject("{\"hooks\": []}")))
        .hasMessageContaining("hooks is no object");
    assertThatThrownBy(() -> settings.install(new JsonObject("{\"hooks\": {\"Stop\": {}}}")))
        .hasMessageContaining("hooks.Stop is no list");
    assertThatThrownBy(() -> settings.install(new JsonObject("{\"hooks\": {\"Stop\": [1]}}")))
        .hasMessageContaining("hooks.Stop[] is no object");
  }
}
