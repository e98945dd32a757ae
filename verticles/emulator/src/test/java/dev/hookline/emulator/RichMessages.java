package dev.hookline.emulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Rich messages to send. */
final class RichMessages {

  private RichMessages() {}

  /** One with every kind of block that is emulated. */
  static JsonObject ofEveryBlock() {
    JsonObject bold = new JsonObject().put("type", "bold").put("text", "bold");
    JsonObject link =
        new JsonObject().put("type", "url").put("text", bold).put("url", "https://example.com/");
    JsonObject paragraph = paragraph(new JsonArray().add("plain ").add(link));
    JsonObject item =
        new JsonObject()
            .put("blocks", new JsonArray().add(paragraph("an item")))
            .put("has_checkbox", true)
            .put("is_checked", true);
    JsonObject numbered =
        new JsonObject()
            .put("blocks", new JsonArray().add(paragraph("the second")))
            .put("value", 2)
            .put("type", "1");
    JsonObject cell =
        new JsonObject()
            .put("text", "a cell")
            .put("is_header", true)
            .put("align", "left")
            .put("valign", "top");
    return of(
        block("heading").put("text", "Heading").put("size", 1),
        paragraph,
        block("list").put("items", new JsonArray().add(item).add(numbered)),
        block("blockquote").put("blocks", new JsonArray().add(paragraph("said"))),
        block("pre").put("text", "code").put("language", "java"),
        block("divider"),
        block("table")
            .put("cells", new JsonArray().add(new JsonArray().add(cell)))
            .put("is_bordered", true));
  }

  static JsonObject of(JsonObject... blocks) {
    return new JsonObject().put("blocks", new JsonArray(List.of(blocks)));
  }

  static JsonObject paragraph(Object text) {
    return block("paragraph").put("text", text);
  }

  static JsonObject block(String type) {
    return new JsonObject().put("type", type);
  }
}
