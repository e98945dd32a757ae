package dev.hookline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of groups of settings, and what is somebody else's. */
class GroupsTest {

  @Test
  void reads_each_group_of_a_list() {
    Settings settings = settings("things: [{name: a, size: 3}, {name: b}]");

    assertThat(things(settings)).containsExactly("a 3", "b 1");
    settings.conclude();
  }

  @Test
  void finds_none_where_none_is_written() {
    Settings settings = settings("");

    assertThat(things(settings)).isEmpty();
    settings.conclude();
  }

  @Test
  void names_the_place_of_every_problem() {
    Settings settings = settings("things: [{name: a}, {size: big, colour: red}, blue]");

    things(settings);

    assertThatThrownBy(settings::conclude)
        .hasMessageContaining("things[1].size is \"big\": write a whole number from 0 to 9")
        .hasMessageContaining("things[1].colour is \"…\": there is no such setting")
        .hasMessageContaining("things[2] is \"blue\": write names and values");
  }

  @Test
  void refuses_what_is_no_list() {
    Settings settings = settings("things: blue");

    things(settings);

    assertThatThrownBy(settings::conclude).hasMessageContaining("things is \"…\": write a list");
  }

  @Test
  void lets_a_group_name_the_data_directory() {
    Settings settings = settings("dataDir: /data\nthings: [{path: '${dataDir}/x'}]");
    settings.dataDir();

    assertThat(settings.groups("things", group -> group.path("path", Path.of("p"))))
        .containsExactly(Path.of("/data/x"));
    settings.conclude();
  }

  @Test
  void gives_somebody_else_s_values_the_types_that_they_look_like() {
    Settings settings =
        settings("theirs: {port: 80, on: true, code: 0123, text: 1e3, deep: {list: [1, x]}}");

    assertThat(settings.object("theirs"))
        .isEqualTo(
            new JsonObject()
                .put("port", 80)
                .put("on", true)
                .put("code", "0123")
                .put("text", "1e3")
                .put("deep", new JsonObject().put("list", new JsonArray().add(1).add("x"))));
    settings.conclude();
  }

  @Test
  void says_in_a_schema_what_may_be_set() {
    Settings settings = settings("");
    settings.integer("a.size", 2, 0, 9);
    things(settings);

    JsonObject properties =
        settings.schema(Map.of("a.size", "how large")).getJsonObject("properties");

    assertThat(properties.getJsonObject("a").getJsonObject("properties").getJsonObject("size"))
        .isEqualTo(
            new JsonObject()
                .put("type", new JsonArray().add("integer").add("null"))
                .put("minimum", 0)
                .put("maximum", 9)
                .put("description", "how large")
                .put("default", 2L));
    JsonObject group = properties.getJsonObject("things").getJsonObject("items");
    assertThat(group.getJsonObject("properties").fieldNames())
        .containsExactlyInAnyOrder("name", "size");
  }

  private static List<String> things(Settings settings) {
    return settings.groups(
        "things", group -> group.text("name", "") + " " + group.integer("size", 1, 0, 9));
  }

  private static Settings settings(String yaml) {
    return new Settings(SettingsFile.parse("a test", yaml));
  }
}
