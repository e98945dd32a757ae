package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Answers {@link EventsPosted}, after the commit.
 *
 * @param status what HTTP would say: 200 when they are stored, else nothing was acknowledged
 * @param document the body of that answer; not to be changed by anyone who holds it
 */
public record EventsTaken(int status, JsonObject document) {

  /** Wire form. */
  public static final RecordCodec<EventsTaken> CODEC =
      new RecordCodec<>(
          EventsTaken.class,
          "events-taken",
          1,
          taken -> new JsonObject().put("status", taken.status()).put("document", taken.document()),
          json -> new EventsTaken(json.getInteger("status"), json.getJsonObject("document")));

  public EventsTaken {
    Objects.requireNonNull(document, "document");
  }
}
