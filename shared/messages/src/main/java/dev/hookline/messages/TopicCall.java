package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks a chat's lane for one Bot API call about a topic. The lane makes it at most once, when the
 * budget has room, and answers with {@link TopicAnswer}. A lost answer is an unknown outcome.
 *
 * @param chat the Telegram chat's id
 * @param kind what to do
 * @param thread the topic's thread id; 0 where there is none
 * @param name the topic's name for {@code CREATE} and {@code RENAME}, else empty
 * @param slot the slot of {@code CREATE} and {@code FORGO}, else 0
 * @param claimedAtMillis when the claim of a {@code CREATE} was committed, in milliseconds of the
 *     epoch: the lane refuses to call when that is longer ago than its guard time; else 0
 */
public record TopicCall(
    long chat, Kind kind, long thread, String name, long slot, long claimedAtMillis) {

  /** What a call does. */
  public enum Kind {
    /** Creates a topic; the only kind that must never be repeated blindly. */
    CREATE,
    /** Gives a slot back unused, so that the lane goes on at once. */
    FORGO,
    RENAME,
    CLOSE,
    REOPEN,
    DELETE,
    /**
     * Asks whether an already allocated thread id is a living topic, without any visible effect.
     * {@code DONE}: it lives; {@code REFUSED}: it does not.
     */
    PROBE,
    /**
     * A call that Telegram answers only after it has finished the chat's earlier ones. {@code
     * DONE}: they are finished.
     */
    BARRIER,
    /**
     * Asks whether the chat is still a forum in which the bot may manage topics. {@code DONE}: it
     * is; {@code REFUSED}: the description says what is wrong.
     */
    CHECK_CHAT
  }

  /** Wire form. */
  public static final RecordCodec<TopicCall> CODEC =
      new RecordCodec<>(TopicCall.class, "topic-call", 1, TopicCall::toJson, TopicCall::fromJson);

  public TopicCall {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  /** The one call that creates a topic, in the given slot. */
  public static TopicCall create(long chat, String name, long slot, long claimedAtMillis) {
    return new TopicCall(chat, Kind.CREATE, 0, name, slot, claimedAtMillis);
  }

  /** Gives the slot back. */
  public static TopicCall forgo(long chat, long slot) {
    return new TopicCall(chat, Kind.FORGO, 0, "", slot, 0);
  }

  /** A call about an existing topic, or about the chat when {@code thread} is 0. */
  public static TopicCall about(long chat, Kind kind, long thread) {
    return new TopicCall(chat, kind, thread, "", 0, 0);
  }

  private JsonObject toJson() {
    return new JsonObject()
        .put("chat", chat)
        .put("kind", kind.name())
        .put("thread", thread)
        .put("name", name)
        .put("slot", slot)
        .put("claimedAt", claimedAtMillis);
  }

  private static TopicCall fromJson(JsonObject json) {
    return new TopicCall(
        json.getLong("chat"),
        Kind.valueOf(json.getString("kind")),
        json.getLong("thread"),
        json.getString("name"),
        json.getLong("slot"),
        json.getLong("claimedAt"));
  }
}
