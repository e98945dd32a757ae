package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.util.Objects;

/**
 * What a message shows, with all that was folded into it.
 *
 * @param session whose
 * @param position the place of the entry that heads it
 */
public record MessagePlace(SessionKey session, long position) {

  public MessagePlace {
    Objects.requireNonNull(session, "session");
  }
}
