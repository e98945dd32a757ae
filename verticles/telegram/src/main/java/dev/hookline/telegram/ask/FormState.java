package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * How far a form is filled in.
 *
 * @param picks a reply for each field so far
 * @param at the field that is asked now; their number when all is to be looked at
 * @param turn grows with each change, so that what was pressed below an older look can be told
 * @param wrong what was the matter with the latest reply; empty for nothing
 */
record FormState(Picks picks, int at, int turn, String wrong) {

  /** What was stored; the beginning, when that is empty. */
  static FormState of(String stored, int fields) {
    JsonObject kept = stored.isEmpty() ? new JsonObject() : new JsonObject(stored);
    return new FormState(
        Picks.of(kept.getJsonArray("replies", new JsonArray()).encode(), fields),
        kept.getInteger("at", 0),
        kept.getInteger("turn", 0),
        kept.getString("wrong", ""));
  }

  /** As it is stored. */
  String stored() {
    return new JsonObject()
        .put("replies", new JsonArray(picks.stored()))
        .put("at", at)
        .put("turn", turn)
        .put("wrong", wrong)
        .encode();
  }

  /** Whether everything is replied to, and is to be looked at. */
  boolean isComplete() {
    return at >= picks.replies().size();
  }

  /** With a reply to the field that is asked; the next one without a reply is asked then. */
  FormState answered(Reply reply) {
    Picks changed = picks.with(at, reply);
    int open = changed.firstOpen();
    return new FormState(changed, open < 0 ? picks.replies().size() : open, turn + 1, "");
  }

  /** With an option of the field that is asked, or without it again. */
  FormState toggled(int option) {
    return new FormState(picks.toggled(at, option, true), at, turn + 1, "");
  }

  /** This field is asked, once more. */
  FormState askedFor(int field) {
    return new FormState(picks, field, turn + 1, "");
  }

  /** What was replied cannot be. */
  FormState complaining(String why) {
    return new FormState(picks, at, turn + 1, why);
  }
}
