package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterRuleTest {

  @Test
  void reads_filters_in_their_order() {
    assertThat(rules("quiet open", "secrets closed 1000"))
        .containsExactly(
            new FilterRule("quiet", false, Duration.ofMillis(250)),
            new FilterRule("secrets", true, Duration.ofMillis(1_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet",
        "quiet maybe",
        "Quiet open",
        "quiet open 0",
        "quiet open 10001",
        "a.b open"
      })
  void says_how_a_filter_is_written(String text) {
    assertThatThrownBy(() -> rules(text))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("bus.filters")
        .hasMessageContaining("write 'NAME open' or 'NAME closed'");
  }

  @Test
  void refuses_a_name_that_is_there_twice() {
    assertThatThrownBy(() -> rules("quiet open", "quiet closed"))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("each name once");
  }

  private static List<FilterRule> rules(String... texts) {
    JsonArray list = new JsonArray(List.of(texts));
    Settings settings =
        new Settings(new JsonObject().put("bus", new JsonObject().put("filters", list)));
    List<FilterRule> rules = FilterRule.from(settings);
    settings.conclude();
    return rules;
  }
}
