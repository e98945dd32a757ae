package dev.hookline.store;

import dev.hookline.messages.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An event on its way from the hook to the chat. Nothing of what it says.
 *
 * @param seq its place of arrival in its session
 * @param type what happened
 * @param tool the tool it is about; empty when there is none, or when it is not known
 * @param acceptedAt when it was accepted
 * @param state how far it has come
 * @param reason why it has come no further, when that is known; empty otherwise
 * @param late whether it arrived after later ones were given their place
 * @param shownAt when its message was sent or edited; null while it is not shown
 * @param messages what shows it, in their order
 */
public record TimelineEvent(
    long seq,
    EventType type,
    String tool,
    Instant acceptedAt,
    State state,
    String reason,
    boolean late,
    Instant shownAt,
    List<SentMessage> messages) {

  /** How far an event has come. */
  public enum State {
    /** It has no place among its session's events yet. */
    ORDERING,
    /** It is to be sent. */
    WAITING,
    /** It is being sent. */
    SENDING,
    /** It was sent, and the answer was lost. */
    DOUBTED,
    /** It could not be shown. */
    PARKED,
    /** A message of its own shows it. */
    SHOWN,
    /** The message of an earlier event was sent with it. */
    FOLDED,
    /** The message of an earlier event was edited to show it. */
    EDITED,
    /** A later message counts it. */
    COUNTED,
    /** It is kept out of the chat, and the next message is to count it. */
    HUSHED,
    /** It has no place in a chat. */
    KEPT
  }

  public TimelineEvent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(acceptedAt, "acceptedAt");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(reason, "reason");
    messages = List.copyOf(messages);
  }
}
