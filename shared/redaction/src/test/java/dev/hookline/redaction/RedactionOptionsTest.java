package dev.hookline.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionOptionsTest {

  @Test
  void has_no_rules_unless_they_are_written() {
    assertThat(RedactionOptions.from(new Settings(new JsonObject())))
        .isEqualTo(RedactionOptions.DEFAULTS);
  }

  @Test
  void reads_rules_with_commas_and_equals_signs_in_their_patterns() {
    assertThat(read("Acme key = acme=[a-z]{8,12}", "Other = o_[0-9]{9}").rules())
        .containsExactly(
            new CustomRule("Acme key", "acme=[a-z]{8,12}"), new CustomRule("Other", "o_[0-9]{9}"));
  }

  @Test
  void reads_rules_from_the_environment_one_a_line() {
    Map<String, String> environment =
        Map.of("HOOKLINE_REDACTION_RULES", "A = aaa[0-9]{2,3}\n\nB = bbb[0-9]\n");

    assertThat(RedactionOptions.from(new Settings(new JsonObject(), environment, Map.of())).rules())
        .containsExactly(new CustomRule("A", "aaa[0-9]{2,3}"), new CustomRule("B", "bbb[0-9]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "acme_[a-z]+; write a name, an equals sign and a pattern",
        "= acme_[a-z]+; write a name, an equals sign and a pattern",
        "Acme =; write a name, an equals sign and a pattern",
        "Acme [key] = acme_[a-z]+; without [ and ]",
        "Acme = acme_(; write a pattern in RE2 syntax",
        "Acme = acme_(?=x); no look-around",
        "Acme = [a-z]*; this finds every text",
        "Acme = .; this finds every text",
      })
  void says_which_rule_is_wrong_and_what_to_write(String rule, String fix) {
    assertThatThrownBy(() -> read(rule))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("redaction.rules is \"" + rule + "\"")
        .hasMessageContaining(fix);
  }

  @Test
  void tells_all_wrong_rules_at_once() {
    assertThatThrownBy(() -> read("one", "two"))
        .hasMessageContaining("\"one\"")
        .hasMessageContaining("\"two\"");
  }

  private static RedactionOptions read(String... rules) {
    JsonArray list = new JsonArray(List.of((Object[]) rules));
    Settings settings =
        new Settings(new JsonObject().put("redaction", new JsonObject().put("rules", list)));
    RedactionOptions options = RedactionOptions.from(settings);
    settings.conclude();
    return options;
  }
}
