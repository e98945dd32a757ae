package dev.hookline.telegram.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookTest {

  @Test
  void keeps_its_words_where_the_console_finds_them() {
    Look look = new Look("May Bash run this?", List.of(), false);

    assertThat(new JsonObject(look.stored()).getValue("words")).isEqualTo("May Bash run this?");
  }
}
