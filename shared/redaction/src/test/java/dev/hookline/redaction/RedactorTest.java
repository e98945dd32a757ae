package dev.hookline.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactorTest {

  private static final String TOKEN = "gh" + "p_" + "a1B2c3".repeat(6);
  private static final String LABEL = "[redacted: GitHub personal access token]";

  private final Redactor redactor = Redactor.of(RedactionOptions.DEFAULTS, List.of());

  @Test
  void takes_all_of_a_token_that_is_longer_than_known() {
    assertThat(redactor.text("x " + TOKEN + "00 y")).isEqualTo("x " + LABEL + " y");
  }

  @Test
  void does_not_begin_a_short_prefix_inside_a_word() {
    String text = "SK" + "0f1e2d3c4b5a6978".repeat(2);

    assertThat(redactor.text("RI" + text)).isEqualTo("RI" + text);
    assertThat(redactor.text("RI " + text)).isEqualTo("RI [redacted: Twilio API key]");
  }

  @Test
  void leaves_a_token_that_is_only_crossed_out() {
    assertThat(redactor.text("gh" + "p_" + "x".repeat(36))).isEqualTo("gh" + "p_" + "x".repeat(36));
  }

  @Test
  void finds_a_secret_in_a_very_long_line() {
    String before = "abc;".repeat(300_000);

    assertThat(redactor.text(before + " " + TOKEN + ";" + before))
        .isEqualTo(before + " " + LABEL + ";" + before);
  }

  @Test
  void finds_secrets_next_to_one_another() {
    assertThat(redactor.text(TOKEN + "," + TOKEN)).isEqualTo(LABEL + "," + LABEL);
  }

  @Test
  void finds_what_comes_behind_more_tries_than_are_worth_it() {
    String jwt = "ey" + "JhbGciOiJIUzI1" + "." + "ey" + "JzdWIiOiIxMjM0" + "." + "s1gn4tur3s1gn";
    String text = "eyJ-".repeat(20_000) + " " + jwt;

    assertThat(redactor.text(text)).endsWith(" [redacted: JSON web token]");
  }

  @Test
  void looks_behind_escapes_of_json() {
    String escaped = TOKEN.replace("p_", "p\\u005f");

    assertThat(redactor.text("{\"a\":\"\\n" + escaped + "\\n\"}"))
        .isEqualTo("{\"a\":\"\\n" + LABEL + "\\n\"}");
  }

  @Test
  void looks_behind_escapes_of_urls() {
    assertThat(redactor.text("?next=%2F%3Ft%3D" + TOKEN.replace("_", "%5F") + "%26x"))
        .isEqualTo("?next=%2F%3Ft%3D" + LABEL + "%26x");
  }

  @Test
  void looks_behind_colours() {
    assertThat(redactor.text("\u001b[1;32m" + TOKEN + "\u001b[0m"))
        .isEqualTo("\u001b[1;32m" + LABEL + "\u001b[0m");
    assertThat(redactor.text("gh\u001b[31m" + TOKEN.substring(2))).isEqualTo(LABEL);
  }

  @Test
  void takes_secrets_out_of_json_however_deep() {
    JsonObject json =
        new JsonObject()
            .put("list", new JsonArray().add(1).add(new JsonObject().put("x", "a " + TOKEN)))
            .putNull("nothing");

    assertThat(redactor.json(json))
        .isEqualTo(
            new JsonObject()
                .put("list", new JsonArray().add(1).add(new JsonObject().put("x", "a " + LABEL)))
                .putNull("nothing"));
  }

  @Test
  void takes_secrets_out_of_keys_and_loses_none_of_their_values() {
    String other = TOKEN.replace('a', 'z');
    JsonObject json = new JsonObject().put(TOKEN, 1).put(other, 2);

    assertThat(redactor.json(json)).isEqualTo(new JsonObject().put(LABEL, 1).put(LABEL + " 2", 2));
  }

  @Test
  void takes_all_of_what_stands_under_a_telling_key() {
    JsonObject json =
        new JsonObject()
            .put("db_password", "correct\"horse")
            .put("apiKey", "3f9a0c1b2d4e5f60")
            .put("user", "me");

    assertThat(redactor.json(json))
        .isEqualTo(
            new JsonObject()
                .put("db_password", "[redacted: password]")
                .put("apiKey", "[redacted: API key]")
                .put("user", "me"));
  }

  @Test
  void knows_a_telling_name_beside_its_value() {
    JsonObject json = new JsonObject().put("name", "DB_PASSWORD").put("value", "correcthorse");

    assertThat(redactor.json(json).getString("value")).isEqualTo("[redacted: password]");
  }

  @Test
  void does_not_change_the_object_that_it_was_given() {
    JsonObject json = new JsonObject().put("x", TOKEN);

    redactor.json(json);

    assertThat(json.getString("x")).isEqualTo(TOKEN);
  }

  @Test
  void takes_out_the_nodes_own_secrets_whatever_they_look_like() {
    Redactor own =
        Redactor.of(RedactionOptions.DEFAULTS, List.of(new OwnSecret("our word", "open sesame")));

    assertThat(own.text("say \"open sesame\", or open%20sesame."))
        .isEqualTo("say \"[redacted: our word]\", or [redacted: our word].");
  }

  @Test
  void does_not_look_for_an_own_secret_that_is_a_common_word() {
    Redactor own = Redactor.of(RedactionOptions.DEFAULTS, List.of(new OwnSecret("x", "admin")));

    assertThat(own.text("the admin")).isEqualTo("the admin");
  }

  @Test
  void takes_out_what_custom_rules_find_before_all_others() {
    CustomRule rule = new CustomRule("Acme key", "gh" + "p_[a-zA-Z0-9]{36}");
    Redactor custom = Redactor.of(new RedactionOptions(List.of(rule)), List.of());

    assertThat(custom.text("x " + TOKEN)).isEqualTo("x [redacted: Acme key]");
  }

  @Test
  void takes_out_only_the_group_of_a_custom_rule_that_has_one() {
    CustomRule rule = new CustomRule("Acme pin", "pin is ([0-9]{4})");
    Redactor custom = Redactor.of(new RedactionOptions(List.of(rule)), List.of());

    assertThat(custom.text("the pin is 4711!")).isEqualTo("the pin is [redacted: Acme pin]!");
  }

  @Test
  void leaves_texts_without_secrets_as_they_are() {
    Random random = new Random(10_000);
    for (int i = 0; i < 2_000; i++) {
      String text = HarmlessText.make(random);

      assertThat(redactor.text(text)).isSameAs(text);
    }
  }
}
