package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * What became of a {@link TopicCall}.
 *
 * @param verdict how certain we are, and of what
 * @param thread the topic's thread id after {@code CREATE}, else 0
 * @param code the Bot API's error code when refused, else 0
 * @param description the Bot API's words when refused, or ours; never a secret
 * @param retryAfterMillis how long Telegram asked us to wait, else 0
 */
public record TopicAnswer(
    Verdict verdict, long thread, int code, String description, long retryAfterMillis) {

  /** How certain the outcome is. */
  public enum Verdict {
    /** Telegram said yes. */
    DONE,
    /** Telegram said no: it has no effect. */
    REFUSED,
    /** The request never left this node: it has no effect. */
    NOT_SENT,
    /** The answer was lost or made no sense: it may have had its effect, or may yet have it. */
    UNKNOWN
  }

  /** Wire form. */
  public static final RecordCodec<TopicAnswer> CODEC =
      new RecordCodec<>(
          TopicAnswer.class, "topic-answer", 1, TopicAnswer::toJson, TopicAnswer::fromJson);

  public TopicAnswer {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(description, "description");
  }

  /** Telegram did it; {@code thread} is the created topic's, else 0. */
  public static TopicAnswer done(long thread) {
    return new TopicAnswer(Verdict.DONE, thread, 0, "", 0);
  }

  /** Telegram refused it. */
  public static TopicAnswer refused(int code, String description, long retryAfterMillis) {
    return new TopicAnswer(Verdict.REFUSED, 0, code, description, retryAfterMillis);
  }

  /** It was not sent, for the given reason. */
  public static TopicAnswer notSent(String reason) {
    return new TopicAnswer(Verdict.NOT_SENT, 0, 0, reason, 0);
  }

  /** Nobody knows, for the given reason. */
  public static TopicAnswer unknown(String reason) {
    return new TopicAnswer(Verdict.UNKNOWN, 0, 0, reason, 0);
  }

  private JsonObject toJson() {
    return new JsonObject()
        .put("verdict", verdict.name())
        .put("thread", thread)
        .put("code", code)
        .put("description", description)
        .put("retryAfterMillis", retryAfterMillis);
  }

  private static TopicAnswer fromJson(JsonObject json) {
    return new TopicAnswer(
        Verdict.valueOf(json.getString("verdict")),
        json.getLong("thread"),
        json.getInteger("code"),
        json.getString("description"),
        json.getLong("retryAfterMillis"));
  }
}
