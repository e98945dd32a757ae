package dev.hookline.telegram.ask;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hookline.telegram.render.DocumentPart;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * How a message looks: its words, or those below its file.
 *
 * @param words plain text
 * @param entities how to show its parts
 * @param file whether they are below a file
 */
record Look(String words, List<MessageEntity> entities, boolean file) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JavaType ENTITIES =
      MAPPER.getTypeFactory().constructCollectionType(List.class, MessageEntity.class);
  private static final int LONGEST = 4096; // UTF-16 units: what clients are known to count
  private static final int LONGEST_BELOW_A_FILE = 1024;
  private static final int MOST_ENTITIES = 100;

  Look {
    Objects.requireNonNull(words, "words");
    entities = List.copyOf(entities);
  }

  static Look of(Part part) {
    return part instanceof TextPart text
        ? new Look(text.text(), text.entities(), false)
        : new Look(((DocumentPart) part).caption(), ((DocumentPart) part).captionEntities(), true);
  }

  static Look fromStored(String stored) {
    JsonObject json = new JsonObject(stored);
    try {
      return new Look(
          json.getString("words"),
          MAPPER.readValue(json.getString("entities"), ENTITIES),
          json.getBoolean("file"));
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  /** As it is stored. */
  String stored() {
    try {
      return new JsonObject()
          .put("words", words)
          .put("entities", MAPPER.writeValueAsString(entities))
          .put("file", file)
          .encode();
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  /** With a line below; null when there is no room for it. */
  Look with(String line) {
    String before = words.isEmpty() ? "" : words + "\n";
    boolean room =
        before.length() + line.length() <= (file ? LONGEST_BELOW_A_FILE : LONGEST)
            && entities.size() < MOST_ENTITIES;
    if (!room) {
      return null;
    }
    List<MessageEntity> all = new ArrayList<>(entities);
    all.add(new MessageEntity("italic", before.length(), line.length()));
    return new Look(before + line, all, file);
  }

  TextPart text() {
    return new TextPart(words, entities);
  }

  /** The part with these words. */
  Part in(Part part) {
    return part instanceof DocumentPart document
        ? new DocumentPart(document.fileName(), document.content(), words, entities)
        : text();
  }
}
