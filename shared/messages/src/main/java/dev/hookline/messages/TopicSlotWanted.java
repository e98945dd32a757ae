package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks a chat's lane for a turn to create a topic. The lane answers with {@link TopicSlot} when the
 * chat's budget has room, which can take minutes; asking again for the same session replaces the
 * older request, which then fails.
 *
 * @param chat the Telegram chat's id
 * @param session who wants a topic
 * @param patienceMillis for how long it waits
 */
public record TopicSlotWanted(long chat, SessionKey session, long patienceMillis) {

  /** Wire form. */
  public static final RecordCodec<TopicSlotWanted> CODEC =
      new RecordCodec<>(
          TopicSlotWanted.class,
          "topic-slot-wanted",
          1,
          wanted ->
              new JsonObject()
                  .put("chat", wanted.chat())
                  .put("session", wanted.session().value())
                  .put("patienceMillis", wanted.patienceMillis()),
          json ->
              new TopicSlotWanted(
                  json.getLong("chat"),
                  new SessionKey(json.getString("session")),
                  json.getLong("patienceMillis")));

  public TopicSlotWanted {
    Objects.requireNonNull(session, "session");
  }
}
