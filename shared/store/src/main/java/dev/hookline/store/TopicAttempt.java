package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.time.Instant;
import java.util.Objects;

/**
 * One attempt to create a topic.
 *
 * @param id names the attempt
 * @param session for whom
 * @param chat where
 * @param generation the session's generation that it is for
 * @param marker the part of the name that is unique in the chat
 * @param name the topic's whole name
 * @param state what became of it
 * @param lowMessageId the highest message id of the chat that was known when it was opened
 * @param thread the topic's thread id; 0 while unknown
 * @param openedAt when the claim was made
 * @param since when the state was last changed
 */
public record TopicAttempt(
    String id,
    SessionKey session,
    long chat,
    int generation,
    String marker,
    String name,
    State state,
    long lowMessageId,
    long thread,
    Instant openedAt,
    Instant since) {

  /** What became of an attempt. */
  public enum State {
    OPEN,
    AMBIGUOUS,
    BOUND,
    FAILED,
    ABSENT,
    ORPHAN,
    REAPED
  }

  public TopicAttempt {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(state, "state");
  }
}
