package dev.hookline.emulator;

import static dev.hookline.emulator.RichMessages.block;
import static dev.hookline.emulator.RichMessages.paragraph;
import static dev.hookline.emulator.Running.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that are made of blocks. */
class RichMessageTest {

  private final Running running = new Running();

  private int thread;

  @BeforeEach
  void open() {
    thread = running.topic("rich");
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void shows_the_blocks_and_no_text() {
    JsonObject message = sent(RichMessages.of(paragraph("hello")));

    assertThat(message.getJsonObject("rich_message"))
        .isEqualTo(RichMessages.of(paragraph("hello")));
    assertThat(message.containsKey("text")).isFalse();
  }

  @Test
  void labels_the_items_of_a_list() {
    JsonObject item =
        new JsonObject().put("blocks", new JsonArray().add(paragraph("a"))).put("value", 7);

    JsonObject message =
        sent(RichMessages.of(block("list").put("items", new JsonArray().add(item))));

    assertThat(message.encode()).contains("\"label\":\"7.\"");
  }

  @Test
  void takes_no_more_characters_than_telegram() {
    sent(RichMessages.of(paragraph("x".repeat(32_768))));

    assertThat(refusal(RichMessages.of(paragraph("x".repeat(32_768)), paragraph("x"))))
        .isEqualTo("Bad Request: rich message is too long");
  }

  @Test
  void takes_no_more_blocks_than_telegram() {
    JsonArray blocks = new JsonArray(Collections.nCopies(500, paragraph("x")));
    sent(new JsonObject().put("blocks", blocks));

    assertThat(refusal(new JsonObject().put("blocks", blocks.copy().add(paragraph("x")))))
        .isEqualTo("Bad Request: rich message has too many blocks");
  }

  @Test
  void takes_no_more_columns_than_telegram() {
    JsonObject cell = new JsonObject().put("text", "x").put("align", "left").put("valign", "top");
    JsonArray row = new JsonArray(Collections.nCopies(21, cell));

    assertThat(refusal(RichMessages.of(block("table").put("cells", new JsonArray().add(row)))))
        .isEqualTo("Bad Request: rich message has too many table columns");
  }

  @Test
  void takes_nothing_that_is_nested_deeper_than_telegram_has_it() {
    JsonObject quote = paragraph("x");
    for (int depth = 1; depth < 16; depth++) {
      quote = block("blockquote").put("blocks", new JsonArray().add(quote));
    }
    sent(RichMessages.of(quote));

    JsonObject deeper = block("blockquote").put("blocks", new JsonArray().add(quote));
    assertThat(refusal(RichMessages.of(deeper)))
        .isEqualTo("Bad Request: rich message is nested too deeply");
  }

  @Test
  void says_so_when_it_cannot_do_what_telegram_can() {
    assertThat(refusal(new JsonObject().put("html", "<b>x</b>"))).endsWith("is not emulated");
    assertThat(refusal(RichMessages.of(block("map")))).endsWith("is not emulated");
  }

  private JsonObject sent(JsonObject message) {
    return running
        .ok("sendRichMessage", to(thread).put("rich_message", message))
        .getJsonObject("result");
  }

  private String refusal(JsonObject message) {
    return running.refusal("sendRichMessage", to(thread).put("rich_message", message));
  }
}
