package dev.hookline.messages;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Says that a session has something new in the store: an event to put in order, or a topic whose
 * state changed.
 *
 * <p>A hint, not the thing itself: losing one delays the session until the sweep, no more.
 *
 * @param session where to look
 */
public record SessionHint(SessionKey session) {

  /** Wire form. */
  public static final RecordCodec<SessionHint> CODEC =
      new RecordCodec<>(
          SessionHint.class,
          "session-hint",
          1,
          hint -> new JsonObject().put("session", hint.session().value()),
          json -> new SessionHint(new SessionKey(json.getString("session"))));

  public SessionHint {
    Objects.requireNonNull(session, "session");
  }
}
