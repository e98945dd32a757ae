package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Says that a name which nodes take in turns is free again, so that whoever waits for it may try. A
 * hint: losing one lets them wait to the end of their patience, no more.
 *
 * @param name of a lock, or of an announcement
 */
public record NameFreed(String name) {

  /** Wire form. */
  public static final RecordCodec<NameFreed> CODEC =
      new RecordCodec<>(
          NameFreed.class,
          "name-freed",
          1,
          freed -> new JsonObject().put("name", freed.name()),
          json -> new NameFreed(json.getString("name")));

  public NameFreed {
    Objects.requireNonNull(name, "name");
  }
}
