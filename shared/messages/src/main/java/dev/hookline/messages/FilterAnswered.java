package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Answers {@link FilterAsked}, in the program's own words: not checked yet.
 *
 * @param answer what it said; not to be changed by anyone who holds it
 */
public record FilterAnswered(JsonObject answer) {

  /** Wire form. */
  public static final RecordCodec<FilterAnswered> CODEC =
      new RecordCodec<>(
          FilterAnswered.class,
          "filter-answered",
          1,
          answered -> new JsonObject().put("answer", answered.answer()),
          json -> new FilterAnswered(json.getJsonObject("answer")));

  public FilterAnswered {
    Objects.requireNonNull(answer, "answer");
  }
}
