package dev.hookline.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import dev.hookline.store.RetentionOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionOptionsTest {

  @Test
  void has_the_promised_values_when_nothing_is_set() {
    assertThat(SessionOptions.from(new Settings(new JsonObject())))
        .isEqualTo(SessionOptions.DEFAULTS);
    assertThat(SessionOptions.DEFAULTS.order().gapWait()).isEqualTo(Duration.ofSeconds(3));
    assertThat(SessionOptions.DEFAULTS.order().backlogWait()).isEqualTo(Duration.ofSeconds(30));
    assertThat(SessionOptions.DEFAULTS.order().zeroWait()).isEqualTo(Duration.ofMillis(300));
    assertThat(SessionOptions.DEFAULTS.topic().settle()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void reads_every_setting_and_leaves_none_unasked() {
    // Given
    Settings settings =
        new Settings(
            new JsonObject()
                .put("session", new JsonObject().put("closeTopicOnEnd", false))
                .put(
                    "order",
                    new JsonObject()
                        .put("gapWaitMillis", 1)
                        .put("backlogWaitMillis", 2)
                        .put("zeroWaitMillis", 3)
                        .put("toolWaitMillis", 4)
                        .put("textWaitMillis", 5)
                        .put("pieceWaitMillis", 6))
                .put(
                    "topic",
                    new JsonObject()
                        .put("slotPatienceMillis", 7)
                        .put("callPatienceMillis", 8)
                        .put("settleMillis", 9)
                        .put("cacheTimeMillis", 10)
                        .put("retryDelayMillis", 11))
                .put(
                    "retention",
                    new JsonObject().put("days", 12).put("auditDays", 13).put("pauseMillis", 14)));

    // When
    SessionOptions options = SessionOptions.from(settings);
    settings.conclude();

    // Then
    assertThat(options)
        .isEqualTo(
            new SessionOptions(
                new SessionOptions.OrderOptions(ms(1), ms(2), ms(3), ms(4), ms(5), ms(6)),
                new SessionOptions.TopicOptions(ms(7), ms(8), ms(9), ms(10), ms(11)),
                false,
                new RetentionOptions(Duration.ofDays(12), Duration.ofDays(13), ms(14))));
  }

  @Test
  void names_the_key_of_a_wrong_value() {
    // Given
    Settings settings =
        new Settings(
            new JsonObject().put("order", new JsonObject().put("gapWaitMillis", "three seconds")));

    // When
    SessionOptions.from(settings);

    // Then
    assertThatThrownBy(settings::conclude)
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("order.gapWaitMillis")
        .hasMessageContaining("three seconds");
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
