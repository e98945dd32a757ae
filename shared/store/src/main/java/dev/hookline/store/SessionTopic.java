package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.time.Instant;
import java.util.Objects;

/**
 * The topic of a session, as it stands.
 *
 * @param session the session
 * @param chat the chat that shows it
 * @param agent which agent, or empty
 * @param host where the agent runs, or empty
 * @param project the agent's working directory, or empty
 * @param title what a person calls its topic, or empty
 * @param generation counts the session's topics, from 1: a topic that a user deleted has a
 *     successor
 * @param state where the topic stands
 * @param thread its thread id; 0 while it has none
 * @param since when the state was last changed
 * @param retryAt no attempt to create it before this time
 */
public record SessionTopic(
    SessionKey session,
    long chat,
    String agent,
    String host,
    String project,
    String title,
    int generation,
    State state,
    long thread,
    Instant since,
    Instant retryAt) {

  /** Where a session's topic stands. */
  public enum State {
    /** There is none yet. */
    NEEDED,
    /** It has one. */
    BOUND,
    /** It has one, and it is closed. */
    CLOSED,
    /** It had one, and Telegram says it is gone; to be verified. */
    DOUBTED,
    /** Users deleted it twice in a row: events are stored and not sent. */
    MUTED
  }

  public SessionTopic {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(state, "state");
  }
}
