package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Hands over events that did not come by HTTP. They are checked, cleaned and stored as those that
 * are posted to {@code /v1/events}.
 *
 * @param body the JSON of one event, or of an array of events
 */
public record EventsPosted(String body) {

  /** Wire form. */
  public static final RecordCodec<EventsPosted> CODEC =
      new RecordCodec<>(
          EventsPosted.class,
          "events-posted",
          1,
          posted -> new JsonObject().put("body", posted.body()),
          json -> new EventsPosted(json.getString("body")));

  public EventsPosted {
    Objects.requireNonNull(body, "body");
  }
}
