package dev.hookline.messages;

import io.vertx.core.json.JsonObject;

/**
 * Says how far the bot's updates have been read and stored: everything that Telegram had for us
 * when the poll ended is in the store. The topic resolver needs it to tell "not created" from "not
 * heard of yet".
 *
 * @param polledAtMillis when the poll that emptied the queue ended, in milliseconds of the epoch
 */
public record UpdatesSeen(long polledAtMillis) {

  /** Wire form. */
  public static final RecordCodec<UpdatesSeen> CODEC =
      new RecordCodec<>(
          UpdatesSeen.class,
          "updates-seen",
          1,
          seen -> new JsonObject().put("polledAt", seen.polledAtMillis()),
          json -> new UpdatesSeen(json.getLong("polledAt")));
}
