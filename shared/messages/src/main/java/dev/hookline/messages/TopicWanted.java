package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Says that a session has something to show for the first time, so that the node which serves the
 * chat may see to its topic. A hint: losing one delays the session until the sweep, no more.
 *
 * @param chat the Telegram chat's id
 * @param session which session
 */
public record TopicWanted(long chat, SessionKey session) {

  /** Wire form. */
  public static final RecordCodec<TopicWanted> CODEC =
      new RecordCodec<>(
          TopicWanted.class,
          "topic-wanted",
          1,
          wanted ->
              new JsonObject().put("chat", wanted.chat()).put("session", wanted.session().value()),
          json -> new TopicWanted(json.getLong("chat"), new SessionKey(json.getString("session"))));

  public TopicWanted {
    Objects.requireNonNull(session, "session");
  }
}
