package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks a program of another language what it makes of an event that is about to be stored.
 *
 * @param filter the filter's name
 * @param event the event as JSON; not to be changed by anyone who holds it
 * @param patienceMillis for how long the answer is waited for
 */
public record FilterAsked(String filter, JsonObject event, long patienceMillis) {

  /** Wire form. */
  public static final RecordCodec<FilterAsked> CODEC =
      new RecordCodec<>(
          FilterAsked.class,
          "filter-asked",
          1,
          asked ->
              new JsonObject()
                  .put("filter", asked.filter())
                  .put("event", asked.event())
                  .put("patienceMillis", asked.patienceMillis()),
          json ->
              new FilterAsked(
                  json.getString("filter"),
                  json.getJsonObject("event"),
                  json.getLong("patienceMillis")));

  public FilterAsked {
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(event, "event");
  }
}
