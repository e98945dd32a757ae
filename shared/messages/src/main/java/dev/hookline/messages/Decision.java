package dev.hookline.messages;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/**
 * What a person decided about an agent's question. Says which of the things that the agent offered
 * was chosen by its place, never by its words: what a person saw may have had secrets taken out.
 *
 * @param verdict the decision
 * @param suggestion which of the agent's suggestions is to hold from now on; -1 for none
 * @param words why it was denied; may be empty
 * @param replies one for each question that the agent asked
 */
public record Decision(Verdict verdict, int suggestion, String words, List<Reply> replies) {

  /** What can be decided. */
  public enum Verdict {
    ALLOW,
    /** Allowed, and one of the agent's suggestions is to hold from now on. */
    ALWAYS,
    /** Allowed, and edits need not be asked for any more. */
    ACCEPT_EDITS,
    DENY,
    /** There is a reply to each question. */
    ANSWER,
    /** Neither allowed nor denied: the agent is to go on without. */
    CANCEL,
    /** It is to be asked where the agent runs. */
    ELSEWHERE
  }

  /**
   * A reply to one question.
   *
   * @param options the places of the options that were chosen, from 0
   * @param words a reply in the person's own words; empty when options were chosen
   */
  public record Reply(List<Integer> options, String words) {

    /** Leaves the question out, on purpose. */
    public static final Reply NONE = new Reply(List.of(-1), "");

    public Reply {
      options = List.copyOf(options);
      Objects.requireNonNull(words, "words");
    }

    /** Whether nothing was replied. */
    public boolean isEmpty() {
      return options.isEmpty() && words.isEmpty();
    }

    /** Whether the question was left out on purpose. */
    public boolean isNone() {
      return equals(NONE);
    }

    /** As it is stored. */
    public JsonObject toJson() {
      return new JsonObject().put("options", new JsonArray(options)).put("words", words);
    }

    /** The reply that was stored so. */
    public static Reply fromJson(JsonObject json) {
      List<Integer> options =
          json.getJsonArray("options", new JsonArray()).stream()
              .map(option -> ((Number) option).intValue())
              .toList();
      return new Reply(options, json.getString("words", ""));
    }
  }

  public Decision {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(words, "words");
    replies = List.copyOf(replies);
  }

  /** A decision without any more to say. */
  public static Decision of(Verdict verdict) {
    return new Decision(verdict, -1, "", List.of());
  }

  /** Allowed, and this suggestion is to hold from now on. */
  public static Decision always(int suggestion) {
    return new Decision(Verdict.ALWAYS, suggestion, "", List.of());
  }

  /** Denied for a reason. */
  public static Decision deny(String reason) {
    return new Decision(Verdict.DENY, -1, reason, List.of());
  }

  /** Answered. */
  public static Decision answer(List<Reply> replies) {
    return new Decision(Verdict.ANSWER, -1, "", replies);
  }

  /** As it is stored. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("verdict", verdict.name())
        .put("suggestion", suggestion)
        .put("words", words)
        .put("replies", new JsonArray(replies.stream().map(Reply::toJson).toList()));
  }

  /** The decision that was stored so. */
  public static Decision fromJson(JsonObject json) {
    return new Decision(
        Verdict.valueOf(json.getString("verdict")),
        json.getInteger("suggestion", -1),
        json.getString("words", ""),
        json.getJsonArray("replies", new JsonArray()).stream()
            .map(reply -> Reply.fromJson((JsonObject) reply))
            .toList());
  }
}
