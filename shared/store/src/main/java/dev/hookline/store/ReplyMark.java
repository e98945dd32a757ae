package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.util.Objects;

/**
 * What a person is to see at a message that was written for an agent.
 *
 * @param session whose agent
 * @param place counts what was written for the session
 * @param message the message
 * @param kind what to see there
 */
public record ReplyMark(SessionKey session, long place, long message, Kind kind) {

  /** What to see. */
  public enum Kind {
    /** It is in the store, and waits. */
    RECEIVED,
    /** The agent has it. */
    DELIVERED,
    /** It is not known whether the agent has it. */
    DOUBTED,
    /** It was taken back. */
    CANCELLED
  }

  public ReplyMark {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(kind, "kind");
  }
}
