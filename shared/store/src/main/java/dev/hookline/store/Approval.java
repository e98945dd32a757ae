package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.time.Instant;
import java.util.Objects;

/**
 * An agent's question, as far as whoever holds the agent's connection has to know.
 *
 * @param id names it
 * @param session whose
 * @param seq its event's place of arrival; 0 while the event is not stored
 * @param state what became of it
 * @param likeness equal for the same call of the same tool by the same agent
 * @param askedAt when it was asked
 * @param settledAt when it was over; the epoch while it is open
 * @param answer what a person decided, in the words of the rooms that met about it; else empty
 */
public record Approval(
    String id,
    SessionKey session,
    long seq,
    State state,
    String likeness,
    Instant askedAt,
    Instant settledAt,
    String answer) {

  /** What became of a question. Only an open one can become anything else, with the exceptions. */
  public enum State {
    /** The agent waits. */
    OPEN,
    /** A person decided from the chat; the agent has not got it yet. */
    ANSWERED,
    /** The agent got it. */
    TAKEN,
    /** A person decided, and nobody came for it any more. Becomes TAKEN when somebody does. */
    UNTAKEN,
    /** It was answered where the agent runs. */
    ELSEWHERE,
    /** Nobody answered in time. */
    EXPIRED,
    /** The agent went away. Open again when it comes back. */
    GONE,
    /** Whoever held its connection went away. Open again when the agent comes back. */
    LOST
  }

  public Approval {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(answer, "answer");
  }

  /** Whether there is an answer for the agent. */
  public boolean hasAnswer() {
    return state == State.ANSWERED || state == State.TAKEN || state == State.UNTAKEN;
  }
}
