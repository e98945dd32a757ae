package dev.hookline.ingest.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class CutsTest {

  @Test
  void leaves_a_picture_out_and_says_so() {
    JsonObject response =
        new JsonObject()
            .put(
                "file",
                new JsonObject().put("base64", "iVBORw0KGgo".repeat(1_000)).put("type", "png"));

    assertThat(Cuts.of(response))
        .isEqualTo(
            new JsonObject()
                .put(
                    "file",
                    new JsonObject()
                        .put("base64", "[11000 characters of base64 left out]")
                        .put("type", "png")));
  }

  @Test
  void leaves_a_whole_file_out_that_stands_beside_its_diff() {
    JsonObject response =
        new JsonObject().put("originalFile", "line\n".repeat(500)).put("newString", "x");

    assertThat(Cuts.of(response))
        .isEqualTo(
            new JsonObject()
                .put("originalFile", "[2500 characters left out]")
                .put("newString", "x"));
  }

  @Test
  void keeps_text_however_long() {
    String text = "What a tool printed.\n".repeat(10_000);
    JsonArray values = new JsonArray().add(text).add(1).addNull().add(new JsonArray().add(text));

    assertThat(Cuts.of(values)).isEqualTo(values);
  }

  @Test
  void keeps_what_is_small() {
    JsonObject small = new JsonObject().put("originalFile", "a\n").put("data", "QUJD");

    assertThat(Cuts.of(small)).isEqualTo(small);
  }
}
