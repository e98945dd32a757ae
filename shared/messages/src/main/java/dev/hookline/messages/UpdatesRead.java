package dev.hookline.messages;

import io.vertx.core.json.JsonObject;

/** Answers {@link ReadUpdates}: everything is stored and handled. */
public record UpdatesRead() {

  /** Wire form. */
  public static final RecordCodec<UpdatesRead> CODEC =
      new RecordCodec<>(
          UpdatesRead.class,
          "updates-read",
          1,
          answer -> new JsonObject(),
          json -> new UpdatesRead());
}
