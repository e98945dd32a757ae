package dev.hookline.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import dev.hookline.messages.Verbosity;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import dev.hookline.telegram.bot.BotToken;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramOptionsTest {

  private static final EnumSet<Right> EVERYTHING = EnumSet.allOf(Right.class);

  private static final BotToken TOKEN = new BotToken("123456:SECRET-of-the-bot");

  @Test
  void has_the_promised_values_when_only_the_chat_is_set() {
    // When
    TelegramOptions options = read(new JsonObject().put("chatId", -1_001_234_567_890_123L));

    // Then
    assertThat(options.chat()).isEqualTo(-1_001_234_567_890_123L);
    assertThat(options.apiRoot()).isEqualTo(URI.create("https://api.telegram.org"));
    assertThat(options.people().anybodyMay(People.Right.APPROVE)).isFalse();
    assertThat(options.budgetPerMinute()).isEqualTo(18);
    assertThat(options.minGap()).isEqualTo(Duration.ofMillis(1_100));
    assertThat(options.guard()).isEqualTo(Duration.ofSeconds(5));
    assertThat(options.settle()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void reads_every_setting_and_leaves_none_unasked() {
    // When
    TelegramOptions options =
        read(
            new JsonObject()
                .put("chatId", -100)
                .put("apiRoot", "http://127.0.0.1:8081/")
                .put("allowedUsers", new JsonArray().add(7).add(8))
                .put("users", new JsonArray().add("9 read").add("8 read"))
                .put("budgetPerMinute", 1_000)
                .put("minGapMillis", 0)
                .put("callTimeoutMillis", 1)
                .put("pollTimeoutSeconds", 2)
                .put("guardMillis", 3)
                .put("settleMillis", 4)
                .put("recheckMillis", 5)
                .put("standByMillis", 6)
                .put("handOverMillis", 7)
                .put("verbosity", "quiet")
                .put("richMessages", true));

    // Then
    assertThat(options)
        .isEqualTo(
            new TelegramOptions(
                TOKEN,
                URI.create("http://127.0.0.1:8081"),
                -100,
                new People(Map.of(7L, EVERYTHING, 8L, EVERYTHING, 9L, EnumSet.of(Right.READ))),
                1_000,
                Duration.ZERO,
                Duration.ofMillis(1),
                2,
                Duration.ofMillis(3),
                Duration.ofMillis(4),
                Duration.ofMillis(5),
                Duration.ofMillis(6),
                Duration.ofMillis(7),
                Verbosity.QUIET,
                true,
                Path.of("/var/lib/hookline/received"),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "chatId, 5",
    "chatId, many",
    "budgetPerMinute, 0",
    "minGapMillis, -1",
    "callTimeoutMillis, 0",
    "pollTimeoutSeconds, 51",
    "guardMillis, 0",
    "standByMillis, 0",
    "settleMillis, 0",
    "recheckMillis, 0",
    "verbosity, loud",
    "allowedUsers, ada",
    "users, 7001",
    "users, ada approve",
    "users, 7001 everything",
    "users, -7 approve"
  })
  void names_the_key_of_a_wrong_value(String key, String value) {
    assertThatThrownBy(() -> read(new JsonObject().put("chatId", -100).put(key, value)))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("telegram." + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "api.telegram.org", "http://", "http://x?y=1", "http://a b"})
  void refuses_what_is_no_address(String address) {
    assertThatThrownBy(() -> read(new JsonObject().put("chatId", -100).put("apiRoot", address)))
        .hasMessageContaining("telegram.apiRoot");
  }

  @Test
  void never_shows_the_token() {
    assertThat(read(new JsonObject().put("chatId", -100)).toString()).doesNotContain("SECRET");
  }

  private static TelegramOptions read(JsonObject telegram) {
    Settings settings =
        new Settings(
            new JsonObject().put("dataDir", "/var/lib/hookline").put("telegram", telegram));
    TelegramOptions options = TelegramOptions.from(settings, TOKEN);
    settings.conclude();
    return options;
  }
}
