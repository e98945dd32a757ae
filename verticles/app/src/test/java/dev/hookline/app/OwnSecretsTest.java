package dev.hookline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.config.Settings;
import dev.hookline.ingest.IngestToken;
import dev.hookline.redaction.OwnSecret;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSecretsTest {

  @TempDir private Path directory;

  @Test
  void are_the_bots_token_and_its_secret_half() throws IOException {
    assertThat(values(Map.of())).contains("123456:the-bot-s-own", "the-bot-s-own");
  }

  @Test
  void are_the_ingest_token_and_the_two_keys_of_the_console_that_come_from_it() throws IOException {
    assertThat(values(Map.of())).contains(token().reveal()).hasSize(5);
  }

  @Test
  void are_what_the_files_in_the_settings_hold() throws IOException {
    Map<String, String> settings =
        Map.of(
            "STORE_URL", "jdbc:postgresql://db/hookline",
            "STORE_PASSWORD_FILE", file("password", "the-stores-own"),
            "CLUSTER_SECRET_FILE", file("cluster", "the-clusters-own-secret"),
            "TELEGRAM_WEBHOOK_URL", "https://example.org/hook",
            "TELEGRAM_WEBHOOK_SECRET_FILE", file("webhook", "the-webhooks-own-secret"));

    assertThat(values(settings))
        .contains("the-stores-own", "the-clusters-own-secret", "the-webhooks-own-secret");
  }

  @Test
  void are_a_password_in_the_url_of_the_store_too() throws IOException {
    String url = "jdbc:postgresql://db/hookline?user=me&password=the-urls-own&ssl=true";

    assertThat(values(Map.of("STORE_URL", url))).contains("the-urls-own");
  }

  @Test
  void are_in_no_text_form() throws IOException {
    assertThat(secrets(Map.of()).toString()).doesNotContain("own", token().reveal());
  }

  private List<String> values(Map<String, String> changed) throws IOException {
    return secrets(changed).stream().map(OwnSecret::value).toList();
  }

  private List<OwnSecret> secrets(Map<String, String> changed) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOOKLINE_TELEGRAM_TOKEN", "123456:the-bot-s-own");
    environment.put("HOOKLINE_TELEGRAM_CHAT_ID", "-1001");
    changed.forEach((key, value) -> environment.put("HOOKLINE_" + key, value));
    Settings settings = new Settings(new JsonObject(), environment, Map.of());
    return OwnSecrets.of(NodeOptions.from(settings), token(), Optional.empty());
  }

  private IngestToken token() throws IOException {
    return IngestToken.readOrCreate(directory.resolve("private/ingest.token"));
  }

  private String file(String name, String secret) throws IOException {
    return Files.writeString(directory.resolve(name), secret + "\n").toString();
  }
}
