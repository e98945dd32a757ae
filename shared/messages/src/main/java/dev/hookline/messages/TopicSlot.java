package dev.hookline.messages;

import io.vertx.core.json.JsonObject;

/**
 * A turn in a chat's lane: the lane makes no other call until it is used by a {@link TopicCall} or
 * has run out.
 *
 * @param id names the slot within its lane
 * @param validMillis how long the lane waits for the call
 */
public record TopicSlot(long id, long validMillis) {

  /** Wire form. */
  public static final RecordCodec<TopicSlot> CODEC =
      new RecordCodec<>(
          TopicSlot.class,
          "topic-slot",
          1,
          slot -> new JsonObject().put("id", slot.id()).put("validMillis", slot.validMillis()),
          json -> new TopicSlot(json.getLong("id"), json.getLong("validMillis")));
}
