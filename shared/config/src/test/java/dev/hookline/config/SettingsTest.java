package dev.hookline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Map<String, String> NOTHING = Map.of();

  @Test
  void gives_the_fallback_for_what_is_not_set() {
    Settings settings = new Settings(new JsonObject());

    assertThat(settings.text("a", "text")).isEqualTo("text");
    assertThat(settings.integer("b", 7, 0, 9)).isEqualTo(7);
    assertThat(settings.millis("c", Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.flag("d", true)).isTrue();
    assertThat(settings.numbers("e")).isEmpty();
    assertThat(settings.path("f")).isEmpty();
    assertThat(settings.secret("g")).isEmpty();
    settings.conclude();
  }

  @Test
  void reads_what_the_file_says() {
    // Given
    JsonObject tree =
        new JsonObject()
            .put("ingest", new JsonObject().put("port", 80))
            .put("telegram", new JsonObject().put("allowedUsers", new JsonArray().add(1).add("2")));

    // When
    Settings settings = new Settings(tree);

    // Then
    assertThat(settings.integer("ingest.port", 1, 0, 99)).isEqualTo(80);
    assertThat(settings.numbers("telegram.allowedUsers")).containsExactly(1L, 2L);
    settings.conclude();
  }

  @Test
  void lets_the_environment_override_the_file() {
    Settings settings =
        new Settings(port(1), Map.of("HOOKLINE_INGEST_PORT", "2", "PATH", "/bin"), NOTHING);

    assertThat(settings.integer("ingest.port", 0, 0, 99)).isEqualTo(2);
    settings.conclude();
  }

  @Test
  void lets_a_system_property_override_the_environment() {
    Settings settings =
        new Settings(
            port(1),
            Map.of("HOOKLINE_INGEST_PORT", "2"),
            Map.of("hookline.ingest.port", "3", "java.version", "17"));

    assertThat(settings.integer("ingest.port", 0, 0, 99)).isEqualTo(3);
    settings.conclude();
  }

  @Test
  void takes_a_blank_value_as_not_set() {
    Settings settings = new Settings(port(1), Map.of("HOOKLINE_INGEST_PORT", ""), NOTHING);

    assertThat(settings.integer("ingest.port", 0, 0, 99)).isEqualTo(1);
  }

  @Test
  void writes_camel_humps_and_dots_as_underscores() {
    assertThat(Layers.variable("telegram.apiRoot")).isEqualTo("HOOKLINE_TELEGRAM_API_ROOT");
    assertThat(Layers.variable("dataDir")).isEqualTo("HOOKLINE_DATA_DIR");
  }

  @Test
  void tells_every_problem_at_once_and_where_each_value_came_from() {
    // Given
    JsonObject tree = port("x").put("b", "maybe").put("c", -5).put("d", "1,two");
    Settings settings =
        new Settings(tree, Map.of("HOOKLINE_E", "12"), Map.of("hookline.f", "blue"));

    // When
    settings.integer("ingest.port", 80, 0, 99);
    settings.flag("b", true);
    settings.millis("c", Duration.ZERO);
    settings.numbers("d");
    settings.integer("e", 3, 1, 10);
    settings.choice("f", "red", List.of("red", "green"));

    // Then
    assertThatThrownBy(settings::conclude)
        .isInstanceOf(BadSettingsException.class)
        .hasMessage(
            """
            ingest.port is "x": write a whole number from 0 to 99
            b is "maybe": write true or false
            c is "-5": write milliseconds, 0 or more
            d is "1,two": write a list of whole numbers
            e (HOOKLINE_E) is "12": write a whole number from 1 to 10
            f (-Dhookline.f) is "blue": write red or green""");
  }

  @Test
  void goes_on_with_the_fallback_after_a_wrong_value() {
    assertThat(new Settings(port("x")).integer("ingest.port", 80, 0, 99)).isEqualTo(80);
  }

  @Test
  void tells_a_problem_once_when_two_rooms_read_the_same_setting() {
    Settings settings = new Settings(port("x"));
    settings.integer("ingest.port", 80, 0, 99);
    settings.integer("ingest.port", 80, 0, 99);

    assertThatThrownBy(settings::conclude)
        .isInstanceOfSatisfying(
            BadSettingsException.class, bad -> assertThat(bad.problems()).hasSize(1));
  }

  @Test
  void refuses_two_defaults_for_one_setting() {
    Settings settings = new Settings(new JsonObject());
    settings.integer("ingest.port", 80, 0, 99);

    assertThatThrownBy(() -> settings.integer("ingest.port", 81, 0, 99))
        .hasMessage("ingest.port has two defaults: 80 and 81");
  }

  @Test
  void refuses_what_nobody_asked_for_in_every_layer() {
    Settings settings =
        new Settings(
            new JsonObject().put("ingest", new JsonObject().put("prot", 1)),
            Map.of("HOOKLINE_INGEST_PROT", "2"),
            Map.of("hookline.ingest.prot", "3"));
    settings.integer("ingest.port", 80, 0, 99);

    assertThatThrownBy(settings::conclude)
        .hasMessageContaining("ingest.prot is \"…\": there is no such setting")
        .hasMessageContaining("HOOKLINE_INGEST_PROT is")
        .hasMessageContaining("hookline.ingest.prot is");
  }

  @Test
  void refuses_an_unknown_key_that_has_no_value() {
    Settings settings = new Settings(new JsonObject().putNull("prot"));

    assertThatThrownBy(settings::conclude).hasMessageContaining("prot is");
  }

  @Test
  void puts_the_data_directory_into_texts_and_paths_and_into_their_fallbacks() {
    // Given
    Settings settings =
        new Settings(
            new JsonObject().put("dataDir", "/data").put("a", "jdbc:${dataDir}/a.db"),
            NOTHING,
            NOTHING);

    // Then
    assertThat(settings.text("a", "")).isEqualTo("jdbc:/data/a.db");
    assertThat(settings.text("b", "jdbc:${dataDir}/b.db")).isEqualTo("jdbc:/data/b.db");
    assertThat(settings.path("c", Path.of("${dataDir}/c"))).isEqualTo(Path.of("/data/c"));
  }

  @Test
  void finds_the_home_directory_for_a_tilde() {
    // Given
    Map<String, String> properties = Map.of("user.home", "/home/ada");
    Settings settings =
        new Settings(new JsonObject().put("a", "~/token").put("b", "~you/x"), NOTHING, properties);

    // Then
    assertThat(settings.dataDir()).isEqualTo(Path.of("/home/ada/.local/share/hookline"));
    assertThat(settings.path("a")).contains(Path.of("/home/ada/token"));
    assertThat(settings.path("b")).contains(Path.of("~you/x"));
  }

  @Test
  void refuses_a_placeholder_that_it_does_not_know() {
    Settings settings = new Settings(new JsonObject().put("a", "${HOME}/x"));
    settings.text("a", "");

    assertThatThrownBy(settings::conclude)
        .hasMessage(
            "a is \"${HOME}/x\": write a text, in which only ${dataDir} stands for something");
  }

  @Test
  void keeps_a_secret_as_it_is_and_out_of_every_message() {
    // Given
    Settings settings =
        new Settings(
            new JsonObject().put("tokne", "12:hush"),
            Map.of("HOOKLINE_TOKEN", " 12:${hush} ", "HOOKLINE_TOKNE", "12:hush"),
            NOTHING);

    // Then
    assertThat(settings.secret("token")).contains("12:${hush}");
    assertThatThrownBy(settings::conclude).message().doesNotContain("hush");
  }

  private static JsonObject port(Object port) {
    return new JsonObject().put("ingest", new JsonObject().put("port", port));
  }

  @Test
  void reads_a_list_of_texts_as_it_is_written() {
    JsonObject tree = new JsonObject().put("list", new JsonArray().add("a, b").add(" c "));

    assertThat(new Settings(tree).texts("list")).containsExactly("a, b", "c");
  }

  @Test
  void reads_a_list_of_texts_from_the_environment_by_lines() {
    JsonObject tree = new JsonObject().put("list", new JsonArray().add("from the file"));
    Map<String, String> environment = Map.of("HOOKLINE_LIST", "a, b\n\nc\n");

    assertThat(new Settings(tree, environment, Map.of()).texts("list"))
        .containsExactly("a, b", "c");
  }
}
