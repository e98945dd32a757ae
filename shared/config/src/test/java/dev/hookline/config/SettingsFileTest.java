package dev.hookline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  @TempDir private Path directory;

  @Test
  void reads_groups_lists_and_plain_values_as_they_were_written() throws IOException {
    // When
    Settings settings =
        settings(
            """
            ingest:
              port: 0123 # no octal number
              host: on
            telegram:
              allowedUsers: [1, 2]
              chatId: -1001234567890
            """);

    // Then
    assertThat(settings.integer("ingest.port", 1, 0, 999)).isEqualTo(123);
    assertThat(settings.text("ingest.host", "")).isEqualTo("on");
    assertThat(settings.numbers("telegram.allowedUsers")).containsExactly(1L, 2L);
    assertThat(settings.number("telegram.chatId", 0)).isEqualTo(-1_001_234_567_890L);
    settings.conclude();
  }

  @Test
  void takes_an_empty_file_as_one_that_sets_nothing() throws IOException {
    assertThat(settings("# nothing\n").text("a", "b")).isEqualTo("b");
  }

  @Test
  void says_where_the_yaml_is_wrong_without_quoting_it() throws IOException {
    assertThatThrownBy(() -> settings("ingest:\n  token: 12:hush: x\n"))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("hookline.yaml, line 2, column 17: mapping values are not allowed")
        .message()
        .doesNotContain("hush");
  }

  @Test
  void refuses_a_key_that_is_there_twice() {
    assertThatThrownBy(() -> settings("a: 1\na: 2\n"))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("duplicate key a");
  }

  @Test
  void refuses_a_file_that_names_a_java_type() {
    assertThatThrownBy(() -> settings("a: !!java.net.URL [\"http://x\"]\n"))
        .isInstanceOf(BadSettingsException.class);
  }

  @Test
  void refuses_a_file_that_is_no_mapping() {
    assertThatThrownBy(() -> settings("- a\n- b\n"))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("write settings as \"name: value\"");
  }

  @Test
  void says_which_file_cannot_be_read() {
    assertThatThrownBy(() -> SettingsFile.read(directory.resolve("missing.yaml")))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("missing.yaml: cannot be read");
  }

  private Settings settings(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("hookline.yaml"), yaml);
    return new Settings(SettingsFile.read(file));
  }
}
