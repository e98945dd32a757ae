package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.time.Instant;
import java.util.Objects;

/**
 * What a person wrote for the agent of a session.
 *
 * @param session whose agent
 * @param place counts what was written for the session, from 1
 * @param message the message that says it
 * @param name the person's name
 * @param text what the agent is to be told
 * @param file names the file that belongs to it and is still to be fetched; empty for none
 * @param state what became of it
 * @param takenAt when it was taken in
 */
public record QueuedReply(
    SessionKey session,
    long place,
    long message,
    String name,
    String text,
    String file,
    State state,
    Instant takenAt) {

  /** What became of it. */
  public enum State {
    /** It waits for the agent. */
    WAITING,
    /** It is on its way: whoever took it to the agent has not said how that ended. */
    GIVEN,
    /** The agent has it. */
    DELIVERED,
    /** It is not known whether the agent has it, and it is not given again. */
    DOUBTED,
    /** A person took it back. */
    CANCELLED
  }

  public QueuedReply {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(state, "state");
  }
}
