package dev.hookline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeOptionsTest {

  private static final String TOKEN = "123456:the-bot-s-secret";

  @TempDir private Path directory;

  @Test
  void asks_for_token_and_chat_at_once_when_nothing_is_set() {
    assertThatThrownBy(() -> options(Map.of()))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("telegram.token is not set")
        .hasMessageContaining("telegram.tokenFile")
        .hasMessageContaining("telegram.chatId is not set");
  }

  @Test
  void takes_the_token_from_the_settings() {
    NodeOptions options = options(Map.of("TELEGRAM_TOKEN", TOKEN, "TELEGRAM_CHAT_ID", "-1001"));

    assertThat(options.telegram().token().value()).isEqualTo(TOKEN);
  }

  @Test
  void takes_the_token_from_a_file() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), TOKEN + "\n");

    NodeOptions options =
        options(Map.of("TELEGRAM_TOKEN_FILE", file.toString(), "TELEGRAM_CHAT_ID", "-1001"));

    assertThat(options.telegram().token().value()).isEqualTo(TOKEN);
  }

  @Test
  void never_shows_the_token() {
    NodeOptions options = options(Map.of("TELEGRAM_TOKEN", TOKEN, "TELEGRAM_CHAT_ID", "-1001"));

    assertThat(options.toString()).doesNotContain(TOKEN).doesNotContain("the-bot-s");
  }

  @Test
  void never_shows_a_token_that_it_cannot_use() {
    assertThatThrownBy(() -> options(Map.of("TELEGRAM_TOKEN", "secret!", "STORE_URI", "secret!")))
        .hasMessageContaining("telegram.token (HOOKLINE_TELEGRAM_TOKEN) is \"…\": write it as")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void names_a_token_file_that_cannot_be_read_or_holds_no_token() throws IOException {
    Path missing = directory.resolve("missing");
    Path wrong = Files.writeString(directory.resolve("wrong"), "secret!");

    assertThatThrownBy(() -> options(Map.of("TELEGRAM_TOKEN_FILE", missing.toString())))
        .hasMessageContaining(missing + "\": name a file that can be read");
    assertThatThrownBy(() -> options(Map.of("TELEGRAM_TOKEN_FILE", wrong.toString())))
        .hasMessageContaining(wrong + "\": write it as")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void refuses_two_tokens() {
    assertThatThrownBy(
            () -> options(Map.of("TELEGRAM_TOKEN", TOKEN, "TELEGRAM_TOKEN_FILE", "/some/file")))
        .hasMessageContaining("one is enough");
  }

  @Test
  void knows_both_kinds_of_lock() {
    Map<String, String> settings = new HashMap<>();
    settings.put("TELEGRAM_TOKEN", TOKEN);
    settings.put("TELEGRAM_CHAT_ID", "-1001");
    assertThat(options(settings).lock()).isEqualTo(NodeOptions.Lock.SHARED);

    settings.put("CLUSTER_LOCK", "always-granted");
    assertThat(options(settings).lock()).isEqualTo(NodeOptions.Lock.ALWAYS_GRANTED);
  }

  @Test
  void refuses_a_cluster_on_sqlite_and_says_why() {
    Map<String, String> settings = new HashMap<>();
    settings.put("TELEGRAM_TOKEN", TOKEN);
    settings.put("TELEGRAM_CHAT_ID", "-1001");
    settings.put("CLUSTER_ENABLED", "true");
    settings.put("CLUSTER_MEMBERS", "127.0.0.1");

    assertThatThrownBy(() -> options(settings))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageStartingWith("store.url is \"jdbc:sqlite:")
        .hasMessageContaining(
            "a cluster needs a store that all its nodes share, and SQLite is one machine's own:"
                + " write jdbc:postgresql://host:port/database");
  }

  @Test
  void reads_the_databases_password_from_its_file_and_never_shows_it() throws IOException {
    Path file = Files.writeString(directory.resolve("password"), "hunter2\n");
    Map<String, String> settings = new HashMap<>();
    settings.put("TELEGRAM_TOKEN", TOKEN);
    settings.put("TELEGRAM_CHAT_ID", "-1001");
    settings.put("STORE_URL", "jdbc:postgresql://db/hookline");
    settings.put("STORE_USER", "hookline");
    settings.put("STORE_PASSWORD_FILE", file.toString());

    NodeOptions options = options(settings);

    assertThat(options.store().login().user()).contains("hookline");
    assertThat(options.store().login().password()).contains("hunter2");
    assertThat(options.toString()).doesNotContain("hunter2");
    assertThat(options.store().login().toString()).doesNotContain("hunter2");
  }

  @Test
  void names_the_databases_that_it_knows() {
    Map<String, String> settings = new HashMap<>();
    settings.put("TELEGRAM_TOKEN", TOKEN);
    settings.put("TELEGRAM_CHAT_ID", "-1001");
    settings.put("STORE_URL", "jdbc:mysql://db/hookline?password=hunter2");

    assertThatThrownBy(() -> options(settings))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("is \"jdbc:mysql://db/hookline?…\"")
        .hasMessageContaining("write jdbc:sqlite:/path/file.db or jdbc:postgresql://")
        .hasMessageNotContaining("hunter2");
  }

  private NodeOptions options(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>();
    variables.forEach((name, value) -> environment.put("HOOKLINE_" + name, value));
    return NodeOptions.from(
        new Settings(new JsonObject(), environment, Map.of("user.home", directory.toString())));
  }
}
