package dev.hookline.telegram.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class WrittenTest {

  @Test
  void reads_name_bot_and_arguments() {
    assertThat(Written.in(message("/Rename@Our_Bot  The orchard ", 0, 15)))
        .contains(new Written("rename", "our_bot", "The orchard", "/Rename@Our_Bot  The orchard "));
  }

  @Test
  void needs_no_bot_and_no_arguments() {
    assertThat(Written.in(message("/help", 0, 5))).contains(new Written("help", "", "", "/help"));
  }

  @Test
  void takes_only_what_telegram_marked_at_the_beginning() {
    assertThat(Written.in(message("see /help", 4, 5))).isEmpty();
    assertThat(Written.in(new JsonObject().put("text", "/help"))).isEmpty();
    assertThat(Written.in(message("help", 0, 4))).isEmpty();
  }

  @Test
  void is_not_misled_by_marks_that_cannot_be() {
    assertThat(Written.in(message("/help", 0, 6))).isEmpty();
    assertThat(Written.in(message("/help", 0, 1))).isEmpty();
    assertThat(Written.in(message("/help", 0, -5))).isEmpty();
    assertThat(Written.in(message("/help", 0, 5).put("entities", new JsonArray().add(1))))
        .isEmpty();
  }

  private static JsonObject message(String text, int offset, int length) {
    JsonObject mark =
        new JsonObject().put("type", "bot_command").put("offset", offset).put("length", length);
    return new JsonObject().put("text", text).put("entities", new JsonArray().add(mark));
  }
}
