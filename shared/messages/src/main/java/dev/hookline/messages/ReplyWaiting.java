package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Says that somebody wrote to a session's agent. A hint: losing one delays the text by a second.
 *
 * @param session the session
 */
public record ReplyWaiting(SessionKey session) {

  /** Wire form. */
  public static final RecordCodec<ReplyWaiting> CODEC =
      new RecordCodec<>(
          ReplyWaiting.class,
          "reply-waiting",
          1,
          waiting -> new JsonObject().put("session", waiting.session().value()),
          json -> new ReplyWaiting(new SessionKey(json.getString("session"))));

  public ReplyWaiting {
    Objects.requireNonNull(session, "session");
  }
}
