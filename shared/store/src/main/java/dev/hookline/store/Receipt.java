package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.util.Objects;

/**
 * What became of an accepted event.
 *
 * @param session the event's session
 * @param duplicate whether it was known already; then nothing was written
 * @param source the event's source
 * @param ackedThrough all of the source's sequence numbers up to this one are in the store; null
 *     when the event has no sequence number
 */
public record Receipt(SessionKey session, boolean duplicate, String source, Long ackedThrough) {

  public Receipt {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(source, "source");
  }
}
