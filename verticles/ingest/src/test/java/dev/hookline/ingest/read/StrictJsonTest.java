package dev.hookline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @Test
  void reads_every_kind_of_value() {
    Object value = StrictJson.parse("{\"a\":[1,2.5,true,false,null,\"x\",{\"b\":[]}]}");

    assertThat(value)
        .isEqualTo(
            new JsonObject()
                .put(
                    "a",
                    new JsonArray()
                        .add(1)
                        .add(2.5)
                        .add(true)
                        .add(false)
                        .addNull()
                        .add("x")
                        .add(new JsonObject().put("b", new JsonArray()))));
  }

  @Test
  void lets_the_last_of_equal_keys_count() {
    assertThat(StrictJson.parse("{\"type\":\"error\",\"type\":\"tool_start\"}"))
        .isEqualTo(new JsonObject().put("type", "tool_start"));
  }

  @Test
  void reads_what_is_nested_64_deep() {
    String text = "[".repeat(StrictJson.MAX_DEPTH) + "]".repeat(StrictJson.MAX_DEPTH);

    assertThat(StrictJson.parse(text)).isInstanceOf(JsonArray.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_000, 500_000})
  void refuses_what_is_nested_deeper(int depth) {
    assertThatThrownBy(() -> StrictJson.parse("[".repeat(depth)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("more than 64 deep");
  }

  @Test
  void counts_objects_and_arrays_together() {
    assertThatThrownBy(() -> StrictJson.parse("{\"a\":[".repeat(33) + "1"))
        .hasMessageContaining("more than 64 deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,", "nul", "{\"a\" 1}", "{} {}", "[1] x", "{\"a\":NaN}", "'a'"})
  void says_where_it_is_no_json_and_not_what_is_there(String text) {
    assertThatThrownBy(() -> StrictJson.parse(text))
        .isInstanceOf(RefusedException.class)
        .hasMessageMatching("it is not valid JSON at line \\d+, column \\d+");
  }

  @Test
  void says_that_there_is_nothing() {
    assertThatThrownBy(() -> StrictJson.parse("")).hasMessageContaining("nothing in it");
  }

  @Test
  void refuses_a_number_that_takes_long_to_read() {
    assertThatThrownBy(() -> StrictJson.parse("1".repeat(2_000)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void refuses_a_name_that_is_none() {
    assertThatThrownBy(() -> StrictJson.parse("{\"" + "n".repeat(20_000) + "\":1}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("too long");
  }

  @Test
  void replaces_what_no_store_and_no_chat_can_hold() {
    Object value = StrictJson.parse("{\"a\":\"x\\u0000y\",\"\\ud83d\":\"\\ud83d z \\ude00\"}");

    assertThat(value)
        .isEqualTo(new JsonObject().put("a", "x\uFFFDy").put("\uFFFD", "\uFFFD z \uFFFD"));
  }

  @Test
  void keeps_whole_pairs_as_they_are() {
    assertThat(StrictJson.parse("\"\\ud83d\\ude00 \uD83D\uDE00\"")).isEqualTo("😀 😀");
  }

  @Test
  void takes_utf_8_with_all_its_characters() {
    String text = "äß€😀\uFFFD";

    assertThat(StrictJson.text(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "c3", "c080", "eda080", "f4908080", "80"})
  void refuses_bytes_that_are_not_utf_8(String hex) {
    byte[] bytes = java.util.HexFormat.of().parseHex("22" + hex + "22");

    assertThatThrownBy(() -> StrictJson.text(bytes)).hasMessageContaining("not UTF-8");
  }

  @Test
  void does_not_take_utf_16_for_anything_else() {
    byte[] bytes = "{\"a\":1}".getBytes(StandardCharsets.UTF_16);

    assertThatThrownBy(() -> StrictJson.parse(StrictJson.text(bytes)))
        .isInstanceOf(RefusedException.class);
  }
}
