package dev.hookline.telegram.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.text.RichMessageReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;

/** A rich message as the emulator's own parser takes it. */
record Laid(JsonArray blocks) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> INSIDE = List.of("text", "blocks", "items", "cells");

  static Laid of(RichMessagePart part) throws Refusal {
    InputRichMessage message =
        InputRichMessage.builder().blocks(part.blocks()).skipEntityDetection(true).build();
    try {
      JsonObject sent = new JsonObject(MAPPER.writeValueAsString(message));
      return new Laid(new JsonArray(RichMessageReader.read(sent)));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** A block, without what is in it. */
  JsonObject block(int index) {
    return new JsonObject(new JsonObject(blocks.getJsonObject(index).getMap()).encode());
  }

  /** The texts in the order in which they are read, one for each style. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    collect(new JsonArray(blocks.encode()), texts);
    return texts;
  }

  private static void collect(Object value, List<String> into) {
    if (value instanceof String text) {
      into.add(text);
    } else if (value instanceof JsonArray all) {
      all.forEach(one -> collect(one, into));
    } else if (value instanceof JsonObject object) {
      inside(object).forEach(one -> collect(one, into));
    }
  }

  private static Stream<Object> inside(JsonObject object) {
    return INSIDE.stream().filter(object::containsKey).map(object::getValue);
  }
}
