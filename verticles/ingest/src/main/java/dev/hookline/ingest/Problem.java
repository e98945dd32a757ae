package dev.hookline.ingest;

import dev.hookline.ingest.read.Batch.Refusal;
import dev.hookline.ingest.read.Flaw;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/**
 * Why a request is not done, as RFC 9457 wants it said.
 *
 * @param status the HTTP status
 * @param title the kind of problem in two or three words
 * @param detail what to do about it
 * @param more further members of the document
 */
record Problem(int status, String title, String detail, JsonObject more) {

  Problem {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(more, "more");
  }

  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, new JsonObject());
  }

  /** The input as a whole cannot be taken. */
  static Problem badInput(Flaw flaw) {
    return new Problem(400, "Bad input", flaw.detail(), describe(flaw));
  }

  /** Nothing of the input can be taken. */
  static Problem badInput(List<Refusal> refused) {
    if (refused.size() == 1) {
      Flaw flaw = refused.get(0).flaw();
      return new Problem(
          400, "Bad input", flaw.detail(), describe(flaw).put("refused", describe(refused)));
    }
    return new Problem(
        400,
        "Bad input",
        "none of the "
            + refused.size()
            + " events can be taken; the first one: "
            + refused.get(0).flaw().detail(),
        new JsonObject().put("refused", describe(refused)));
  }

  /** What was refused, each with its place, its field and what to do. */
  static JsonArray describe(List<Refusal> refused) {
    JsonArray list = new JsonArray();
    refused.forEach(
        refusal ->
            list.add(
                new JsonObject()
                    .put("index", refusal.index())
                    .put("field", refusal.flaw().field())
                    .put("detail", refusal.flaw().detail())));
    return list;
  }

  String document() {
    return new JsonObject()
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .mergeIn(more)
        .encode();
  }

  private static JsonObject describe(Flaw flaw) {
    JsonObject members = new JsonObject();
    if (!flaw.field().isEmpty()) {
      members.put("field", flaw.field()).put("fix", flaw.fix());
    }
    if (!flaw.value().isEmpty()) {
      members.put("value", flaw.value());
    }
    return members;
  }
}
