package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.util.Objects;

/**
 * What a topic that was seen turned out to be.
 *
 * @param verdict what it is
 * @param session whose; null for {@code FOREIGN}
 */
public record Sighting(Verdict verdict, SessionKey session) {

  /** What a topic turned out to be. */
  public enum Verdict {
    /** The session's topic. */
    BOUND,
    /** A second topic of a session that has another one; to be deleted. */
    ORPHAN,
    /** Not one of ours. */
    FOREIGN
  }

  public Sighting {
    Objects.requireNonNull(verdict, "verdict");
  }
}
