package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.time.Instant;
import java.util.Objects;

/**
 * An agent asks, and waits.
 *
 * @param id names it, when it is new
 * @param source its event's source
 * @param event its event's id, unique within the source: who comes back with it asks the same
 * @param session whose
 * @param likeness equal for the same call of the same tool by the same agent
 * @param expiresAt when nobody has to answer any more
 * @param heldUntil how long to believe, without further news, that the agent waits
 */
public record NewApproval(
    String id,
    String source,
    String event,
    SessionKey session,
    String likeness,
    Instant expiresAt,
    Instant heldUntil) {

  public NewApproval {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(likeness, "likeness");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(heldUntil, "heldUntil");
  }
}
