package dev.hookline.messages;

import io.vertx.core.json.JsonObject;

/**
 * Says that updates of the bot were stored that nobody has handled yet. A hint: losing one delays
 * them until the sweep, no more.
 */
public record UpdatesStored() {

  /** Wire form. */
  public static final RecordCodec<UpdatesStored> CODEC =
      new RecordCodec<>(
          UpdatesStored.class,
          "updates-stored",
          1,
          hint -> new JsonObject(),
          json -> new UpdatesStored());
}
