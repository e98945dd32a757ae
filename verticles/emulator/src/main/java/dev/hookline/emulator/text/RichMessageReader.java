package dev.hookline.emulator.text;

import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.world.Ordered;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads InputRichMessage objects, as far as they are made of blocks. The limits are those that the
 * Bot API names for rich messages; what it says when one is passed is not known, so the words here
 * are our own.
 */
public final class RichMessageReader {

  private static final int MOST_CHARACTERS = 32_768;
  private static final int MOST_BLOCKS = 500;
  private static final int MOST_COLUMNS = 20;
  private static final int DEEPEST = 16;

  private static final Set<String> STYLES =
      Set.of(
          "bold",
          "italic",
          "underline",
          "strikethrough",
          "spoiler",
          "code",
          "marked",
          "subscript",
          "superscript",
          "url");

  private int characters;
  private int count;

  private RichMessageReader() {}

  /**
   * The blocks as those who get the message see them.
   *
   * @throws Refusal when they are no rich message, or too much of one
   */
  public static List<Object> read(JsonObject message) throws Refusal {
    for (String other : List.of("html", "markdown", "media", "is_rtl")) {
      if (message.containsKey(other)) {
        throw Refusal.notEmulated("a rich message with " + other);
      }
    }
    RichMessageReader reader = new RichMessageReader();
    List<Object> blocks = reader.blocks(message.getValue("blocks"), 1);
    if (blocks.isEmpty()) {
      throw Refusal.bad("rich message must be non-empty");
    }
    return blocks;
  }

  private List<Object> blocks(Object value, int depth) throws Refusal {
    List<Object> blocks = new ArrayList<>();
    for (Object one : list(value, "blocks")) {
      blocks.add(block(object(one, "InputRichBlock"), depth));
    }
    return List.copyOf(blocks);
  }

  private Map<String, Object> block(JsonObject block, int depth) throws Refusal {
    counted(depth);
    String type = String.valueOf(block.getValue("type"));
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("type", type);
    switch (type) {
      case "paragraph" -> shown.put("text", text(block.getValue("text"), depth));
      case "heading" -> {
        shown.put("text", text(block.getValue("text"), depth));
        shown.put("size", size(block));
      }
      case "pre" -> {
        shown.put("text", text(block.getValue("text"), depth));
        keep(block, "language", shown);
      }
      case "divider" -> {}
      case "list" -> shown.put("items", items(block, depth));
      case "blockquote" -> shown.put("blocks", blocks(block.getValue("blocks"), depth + 1));
      case "table" -> {
        shown.put("cells", rows(block, depth));
        keep(block, "is_bordered", shown);
        keep(block, "is_striped", shown);
      }
      default -> throw Refusal.notEmulated("a rich block of type " + type);
    }
    return Ordered.copy(shown);
  }

  private List<Object> items(JsonObject block, int depth) throws Refusal {
    List<Object> items = new ArrayList<>();
    for (Object one : list(block.getValue("items"), "items")) {
      counted(depth + 1);
      JsonObject item = object(one, "InputRichBlockListItem");
      Map<String, Object> shown = new LinkedHashMap<>();
      boolean numbered = item.getValue("value") instanceof Number;
      shown.put("label", numbered ? item.getValue("value") + "." : "•");
      shown.put("blocks", blocks(item.getValue("blocks"), depth + 1));
      for (String field : List.of("has_checkbox", "is_checked", "value", "type")) {
        keep(item, field, shown);
      }
      items.add(Ordered.copy(shown));
    }
    return List.copyOf(items);
  }

  private List<Object> rows(JsonObject block, int depth) throws Refusal {
    List<Object> rows = new ArrayList<>();
    for (Object one : list(block.getValue("cells"), "cells")) {
      counted(depth + 1);
      rows.add(row(list(one, "cells"), depth));
    }
    return List.copyOf(rows);
  }

  private List<Object> row(JsonArray cells, int depth) throws Refusal {
    if (cells.size() > MOST_COLUMNS) {
      throw Refusal.bad("rich message has too many table columns");
    }
    List<Object> row = new ArrayList<>();
    for (Object one : cells) {
      JsonObject cell = object(one, "RichBlockTableCell");
      Map<String, Object> shown = new LinkedHashMap<>();
      if (cell.containsKey("text")) {
        shown.put("text", text(cell.getValue("text"), depth));
      }
      for (String field : List.of("is_header", "colspan", "rowspan", "align", "valign")) {
        keep(cell, field, shown);
      }
      row.add(Ordered.copy(shown));
    }
    return List.copyOf(row);
  }

  private Object text(Object value, int depth) throws Refusal {
    checkDepth(depth);
    if (value instanceof String words) {
      characters += words.codePointCount(0, words.length());
      if (characters > MOST_CHARACTERS) {
        throw Refusal.bad("rich message is too long");
      }
      return words;
    }
    if (value instanceof JsonArray pieces) {
      List<Object> all = new ArrayList<>();
      for (Object piece : pieces) {
        all.add(text(piece, depth));
      }
      return List.copyOf(all);
    }
    JsonObject styled = object(value, "RichText");
    String type = String.valueOf(styled.getValue("type"));
    if (!STYLES.contains(type)) {
      throw Refusal.notEmulated("a rich text of type " + type);
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("type", type);
    shown.put("text", text(styled.getValue("text"), depth + 1));
    keep(styled, "url", shown);
    return Ordered.copy(shown);
  }

  private void counted(int depth) throws Refusal {
    checkDepth(depth);
    count++;
    if (count > MOST_BLOCKS) {
      throw Refusal.bad("rich message has too many blocks");
    }
  }

  private static void checkDepth(int depth) throws Refusal {
    if (depth > DEEPEST) {
      throw Refusal.bad("rich message is nested too deeply");
    }
  }

  private static int size(JsonObject heading) throws Refusal {
    if (heading.getValue("size") instanceof Number size
        && size.intValue() >= 1
        && size.intValue() <= 6) {
      return size.intValue();
    }
    throw Refusal.bad("can't parse InputRichBlock: Field \"size\" must be a number from 1 to 6");
  }

  private static void keep(JsonObject json, String field, Map<String, Object> into) {
    if (json.getValue(field) != null) {
      into.put(field, json.getValue(field));
    }
  }

  private static JsonArray list(Object value, String field) throws Refusal {
    if (value instanceof JsonArray list) {
      return list;
    }
    throw Refusal.bad("can't parse InputRichBlock: Field \"" + field + "\" must be of type Array");
  }

  private static JsonObject object(Object value, String type) throws Refusal {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw Refusal.bad("can't parse " + type + ": expected an Object");
  }
}
