package dev.hookline.messages;

import io.vertx.core.json.JsonObject;

/**
 * Asks the one who reads the bot's updates to read them to their end. The answer comes after a poll
 * that began after the question: whatever Telegram had for us when it was asked is then stored and
 * handled. The topic resolver needs it to tell "not created" from "not heard of yet".
 */
public record ReadUpdates() {

  /** Wire form. */
  public static final RecordCodec<ReadUpdates> CODEC =
      new RecordCodec<>(
          ReadUpdates.class,
          "read-updates",
          1,
          question -> new JsonObject(),
          json -> new ReadUpdates());
}
